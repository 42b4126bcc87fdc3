"""Everything that is asked and known, loaded once and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.core.guidance import Advice, Area, Case, Challenge, Project, Tool
from wizard.core.phrases import Phrases
from wizard.core.questions import Questionnaire
from wizard.core.words import WordIndex


@dataclass(frozen=True)
class Content:
    """The questionnaire, the guidance by id, the phrases, and an index of the words in cases and tools.

    `version` names exactly this content: an assessment keeps the version that it was made with. Challenges stand in
    the order of their areas, and in it in the order of the report.
    """

    version: str
    questionnaire: Questionnaire
    areas: Mapping[str, Area]
    challenges: Mapping[str, Challenge]
    cases: Mapping[str, Case]
    tools: Mapping[str, Tool]
    advice: Mapping[str, Advice]
    projects: Mapping[str, Project]
    phrases: Phrases
    words: WordIndex
