"""KI-klar: self-assessment and guidance for new public-sector AI projects in Denmark."""

__version__ = "0.1.0"
