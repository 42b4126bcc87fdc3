"""Everything that is asked and known, loaded once and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wizard.core.guidance import Action, Advice, Area, Case, Challenge, Entry, Law, Project, Tool
from wizard.core.phrases import Phrases
from wizard.core.questions import Questionnaire
from wizard.core.words import WordIndex


@dataclass(frozen=True, slots=True)
class Trace:
    """Where an action comes from: ids of advice, cases and tools, and in words where in the report to read it."""

    advice: tuple[str, ...]
    cases: tuple[str, ...]
    tools: tuple[str, ...]
    sources: tuple[str, ...]


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
    law: Mapping[str, Law]
    phrases: Phrases
    words: WordIndex

    @cached_property
    def cases_by_challenge(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases about each challenge."""
        return {id_: tuple(case for case in self.cases.values() if id_ in case.challenges) for id_ in self.challenges}

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """Every action of every challenge, by id."""
        return {action.id: action for challenge in self.challenges.values() for action in challenge.actions}

    @cached_property
    def traces(self) -> Mapping[str, Trace]:
        """Where each action comes from, by action id."""
        return {
            action.id: self._trace(challenge, action)
            for challenge in self.challenges.values()
            for action in challenge.actions
        }

    def cite(self, entry: Entry) -> tuple[str, ...]:
        """Say where in the report an entry is from; nothing where it has no page."""
        if not entry.pages:
            return ()
        pages = ", ".join(str(page) for page in entry.pages)
        return (self.phrases("source.page", title=entry.title, pages=pages),)

    def _trace(self, challenge: Challenge, action: Action) -> Trace:
        cases = [self.cases[id_] for id_ in action.sources if id_ in self.cases]
        tools = [self.tools[id_] for id_ in action.sources if id_ in self.tools]
        advice = [item for item in self.advice.values() if item.id in action.sources or challenge.id in item.challenges]
        return Trace(
            advice=tuple(item.id for item in advice),
            cases=tuple(item.id for item in cases),
            tools=tuple(item.id for item in tools),
            sources=tuple(line for entry in (challenge, *cases, *tools) for line in self.cite(entry)),
        )
