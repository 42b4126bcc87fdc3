"""Exposure × consequence = risk, and what each of them was read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from wizard.core.guidance import Challenge
from wizard.core.path import Path
from wizard.core.questions import Option, Question


class Exposure(IntEnum):
    """How far the answers show a challenge."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Dimension(StrEnum):
    """What a challenge can cost; the values are the report's (page 30)."""

    TIME = "tid"
    MONEY = "penge"
    STAFF = "medarbejderressourcer"
    QUALITY = "kvalitet"


class Consequence(IntEnum):
    """How badly it would hurt, on the report's scale (page 30)."""

    NEGLIGIBLE = 1
    MINOR = 2
    SERIOUS = 3
    DESTRUCTIVE = 4

    @property
    def id(self) -> str:
        """The id in files and forms."""
        return CONSEQUENCE_IDS[self]


CONSEQUENCE_IDS = {
    Consequence.NEGLIGIBLE: "ubetydelig",
    Consequence.MINOR: "mindre-alvorlig",
    Consequence.SERIOUS: "meget-alvorlig",
    Consequence.DESTRUCTIVE: "oedelaeggende",
}
CONSEQUENCE_BY_ID = {id_: consequence for consequence, id_ in CONSEQUENCE_IDS.items()}


class Risk(IntEnum):
    """What to deal with first. There is no risk where nothing is exposed."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def id(self) -> str:
        """The id in files and style sheets."""
        return self.name.lower()


_L, _M, _H, _C = Risk.LOW, Risk.MEDIUM, Risk.HIGH, Risk.CRITICAL

#: The one table: exposure, then consequence from negligible to destructive.
RISK_TABLE: Mapping[Exposure, tuple[Risk | None, ...]] = {
    Exposure.NONE: (None, None, None, None),
    Exposure.LOW: (_L, _L, _M, _M),
    Exposure.MEDIUM: (_L, _M, _H, _H),
    Exposure.HIGH: (_M, _H, _C, _C),
}

#: The project's own ratings of a challenge; a dimension that is absent is not rated.
Rating = Mapping[Dimension, Consequence]
#: Ratings by challenge id.
Ratings = Mapping[str, Rating]


@dataclass(frozen=True, slots=True)
class Because:
    """An answer that gives a challenge its exposure."""

    question: Question
    option: Option


@dataclass(frozen=True, slots=True)
class ChallengeRisk:
    """One challenge in one assessment. `is_assumed` tells that the project has not rated the consequence."""

    challenge: Challenge
    exposure: Exposure
    because: tuple[Because, ...]
    rating: Rating
    consequence: Consequence
    is_assumed: bool
    risk: Risk | None


def get_risk(exposure: Exposure, consequence: Consequence) -> Risk | None:
    """Look the risk up in `RISK_TABLE`; None where nothing is exposed."""
    return RISK_TABLE[exposure][consequence - 1]


def assess_risks(challenges: Mapping[str, Challenge], path: Path, ratings: Ratings) -> tuple[ChallengeRisk, ...]:
    """Assess every challenge, gravest first; equal ones stand in the order of `challenges`."""
    because = _read_exposures(path)
    risks = [_assess(challenge, because.get(challenge.id, (0, ())), ratings) for challenge in challenges.values()]
    return tuple(sorted(risks, key=lambda found: (-(found.risk or 0), -found.exposure)))


def _read_exposures(path: Path) -> dict[str, tuple[int, tuple[Because, ...]]]:
    """Read the highest exposure of each challenge, and exactly the answers that give it."""
    found: dict[str, tuple[int, tuple[Because, ...]]] = {}
    for question, option in path.given:
        for challenge, exposure in option.exposes.items():
            highest, answers = found.get(challenge, (0, ()))
            if exposure > highest:
                found[challenge] = (exposure, (Because(question, option),))
            elif exposure == highest:
                found[challenge] = (exposure, (*answers, Because(question, option)))
    return found


def _assess(challenge: Challenge, exposed: tuple[int, tuple[Because, ...]], ratings: Ratings) -> ChallengeRisk:
    exposure = Exposure(exposed[0])
    rating = ratings.get(challenge.id, {})
    # The report's 15 essential challenges hurt more than the rest; until the project has its own view, that is ours.
    assumed = Consequence.SERIOUS if challenge.essential else Consequence.MINOR
    consequence = max(rating.values(), default=assumed)
    return ChallengeRisk(
        challenge, exposure, exposed[1], rating, consequence, not rating, get_risk(exposure, consequence)
    )
