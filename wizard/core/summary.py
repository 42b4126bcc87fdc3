"""The one picture of an assessment. Pages, reports and files draw it; none of them computes anything."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.core.advice import AdviceReading, AdviceStatus, read_advice
from wizard.core.answers import Answers
from wizard.core.checklist import Checklist, ChecklistItem, make_checklist
from wizard.core.content import Content
from wizard.core.coverage import Coverage, measure_coverage
from wizard.core.goals import Goals, find_goals
from wizard.core.guidance import Area, Case, Law, Tool
from wizard.core.matching import Match, Matches, match
from wizard.core.path import Path, find_path
from wizard.core.risk import ChallengeRisk, Ratings, Risk, assess_risks
from wizard.core.whatif import WhatIf


@dataclass(frozen=True, slots=True)
class AreaRisk:
    """One area: its gravest risk (None where nothing is exposed) and how many challenges have each risk."""

    area: Area
    gravest: Risk | None
    counts: Mapping[Risk, int]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that the answers show. `risks` holds every challenge, gravest first."""

    content: Content
    path: Path
    risks: tuple[ChallengeRisk, ...]
    areas: tuple[AreaRisk, ...]
    coverage: Coverage
    advice: tuple[AdviceReading, ...]
    matches: Matches
    checklist: Checklist

    @property
    def exposed(self) -> tuple[ChallengeRisk, ...]:
        """The challenges that the answers show, gravest first."""
        return tuple(found for found in self.risks if found.risk)

    def actions_on(self, challenge: str) -> tuple[ChecklistItem, ...]:
        """The points of the checklist that deal with a challenge, in its own order."""
        return tuple(item for item in self.checklist.items if item.risk and item.challenge == challenge)

    def case_on(self, challenge: str) -> Match[Case] | None:
        """The best matched case about a challenge."""
        return next((match for match in self.matches.cases if challenge in match.item.challenges), None)

    def tool_on(self, challenge: str) -> Match[Tool] | None:
        """The best matched tool about a challenge."""
        return next((match for match in self.matches.tools if challenge in match.item.challenges), None)

    def advice_on(self, challenge: str) -> tuple[AdviceReading, ...]:
        """The advice about a challenge that the answers do not show to be followed."""
        return tuple(
            reading
            for reading in self.advice
            if challenge in reading.advice.challenges and reading.status is not AdviceStatus.FOLLOWED
        )

    def law_on(self, found: ChallengeRisk) -> tuple[Law, ...]:
        """The law on a challenge, first that on the articles which the questions behind its exposure name."""
        articles = (article for answer in found.because for article in answer.question.articles)
        return self.content.law_on(found.challenge.id, articles)


def summarise(content: Content, answers: Answers, ratings: Ratings, goals: Goals | None = None) -> Summary:
    """Evaluate an assessment. The same input gives the same summary, whatever order it comes in."""
    path = find_path(content.questionnaire, answers)
    risks = assess_risks(content.challenges, path, ratings)
    readings = read_advice(content.advice, path)
    coverage = measure_coverage(path)
    return Summary(
        content=content,
        path=path,
        risks=risks,
        areas=tuple(_sum_area(area, risks) for area in content.areas.values()),
        coverage=coverage,
        advice=readings,
        matches=match(content, path, risks, readings),
        checklist=make_checklist(
            content,
            risks,
            coverage.unknown,
            readings,
            find_goals(WhatIf(content, answers, ratings), goals) if goals else (),
        ),
    )


def _sum_area(area: Area, risks: tuple[ChallengeRisk, ...]) -> AreaRisk:
    found = [entry.risk for entry in risks if entry.challenge.area == area.id and entry.risk]
    return AreaRisk(area, max(found, default=None), {risk: found.count(risk) for risk in reversed(Risk)})
