"""The one door: `python run.py` serves; `python run.py check | questionnaire | assess | assets` do the rest."""

import sys
from pathlib import Path

from wizard.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], root=Path(__file__).resolve().parent))
