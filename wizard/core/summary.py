"""The one picture of an assessment. Pages, reports and files draw it; none of them computes anything."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.core.advice import AdviceReading, read_advice
from wizard.core.answers import Answers
from wizard.core.checklist import Checklist, make_checklist
from wizard.core.content import Content
from wizard.core.coverage import Coverage, measure_coverage
from wizard.core.guidance import Area
from wizard.core.matching import Matches, match
from wizard.core.path import Path, find_path
from wizard.core.risk import ChallengeRisk, Ratings, Risk, assess_risks


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


def summarise(content: Content, answers: Answers, ratings: Ratings) -> Summary:
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
        checklist=make_checklist(content, risks, coverage.unknown, readings),
    )


def _sum_area(area: Area, risks: tuple[ChallengeRisk, ...]) -> AreaRisk:
    found = [entry.risk for entry in risks if entry.challenge.area == area.id and entry.risk]
    return AreaRisk(area, max(found, default=None), {risk: found.count(risk) for risk in reversed(Risk)})
