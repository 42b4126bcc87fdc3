"""What the risks would be if some answers were others. Nothing that is tried here touches what is stored."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wizard.core.answers import UNANSWERED, Answer, Answers
from wizard.core.content import Content
from wizard.core.coverage import is_open
from wizard.core.guidance import Challenge
from wizard.core.path import Path, find_path
from wizard.core.questions import Question
from wizard.core.risk import ChallengeRisk, Consequence, Exposure, Ratings, Risk, assess_risks, get_risk

#: How many critical, high, medium and low risks there are, and the sum of all exposures. The lesser is the better.
Rank = tuple[int, ...]

_GRAVEST_FIRST = tuple(reversed(Risk))
#: The table of risks the other way round: by consequence, and then by the exposures from 1 up.
_BY_CONSEQUENCE: Mapping[Consequence, Mapping[int, Risk]] = {
    consequence: {int(exposure): risk for exposure in Exposure if (risk := get_risk(exposure, consequence))}
    for consequence in Consequence
}


@dataclass(frozen=True)
class Outcome:
    """How the risks stand with some answers; `risks` holds every challenge, gravest first."""

    path: Path
    risks: tuple[ChallengeRisk, ...]

    @cached_property
    def by_challenge(self) -> Mapping[str, ChallengeRisk]:
        """Every challenge's risk by the id of the challenge."""
        return {found.challenge.id: found for found in self.risks}

    @cached_property
    def counts(self) -> Mapping[Risk, int]:
        """How many challenges have each risk, gravest first."""
        found = [entry.risk for entry in self.risks]
        return {risk: found.count(risk) for risk in _GRAVEST_FIRST}

    @property
    def rank(self) -> Rank:
        """What outcomes are compared by: first the critical risks, then the high, the medium and the low."""
        return (*self.counts.values(), sum(found.exposure for found in self.risks))


@dataclass(frozen=True, slots=True)
class Move:
    """A challenge whose exposure is another afterwards."""

    challenge: Challenge
    before: ChallengeRisk
    after: ChallengeRisk
    #: Whether it only falls because what held it up is not known any more.
    is_unseen: bool = False

    @property
    def change(self) -> int:
        """By how many steps the risk grows; below 0 where it falls, 0 where only the exposure is another."""
        return (self.after.risk or 0) - (self.before.risk or 0)


@dataclass(frozen=True)
class Comparison:
    """The risks as they are, and as they would be."""

    changes: Answers
    before: Outcome
    after: Outcome

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The challenges that move, those that were gravest first."""
        after = self.after.by_challenge
        pairs = ((found, after[found.challenge.id]) for found in self.before.risks)
        unseen = (*self.no_longer_known, *self._hidden_for_now)
        held = _highest(exposed_by(question, given_to(self.before.path, question)) for question in unseen)
        return tuple(
            Move(one.challenge, one, other, is_unseen=held.get(one.challenge.id, 0) > other.exposure)
            for one, other in pairs
            if one.exposure != other.exposure
        )

    @cached_property
    def no_longer_known(self) -> tuple[Question, ...]:
        """The questions that are answered now, and would stand with *ved ikke* or no answer."""
        before, after = self.before.path, self.after.path
        # What is not asked now has no answer that counts, and so is open.
        return tuple(
            question for question in after.questions if is_open(after, question) and not is_open(before, question)
        )

    @property
    def _hidden_for_now(self) -> Iterator[Question]:
        """Yield the questions that would not be asked only because nobody would know whether they have to be."""
        for question in self.no_longer_asked:
            if question.show_when and self.after.path.may_hold(question.show_when):
                yield question

    @property
    def is_raised(self) -> bool:
        """Whether any risk is higher afterwards."""
        return any(move.change > 0 for move in self.moves)

    @cached_property
    def newly_asked(self) -> tuple[Question, ...]:
        """The questions that would be asked, and are not now."""
        return tuple(question for question in self.after.path.questions if question.id not in self.before.path.visible)

    @cached_property
    def no_longer_asked(self) -> tuple[Question, ...]:
        """The questions that are asked now, and would not be."""
        return tuple(question for question in self.before.path.questions if question.id not in self.after.path.visible)


@dataclass(frozen=True)
class WhatIf:
    """A project to try other answers on.

    `answers` are all that it has given, on hidden branches too: a change may show a question, and its answer counts.
    """

    content: Content
    answers: Answers
    ratings: Ratings

    @cached_property
    def now(self) -> Outcome:
        """How the risks stand."""
        return self._outcome({})

    def try_changes(self, changes: Answers) -> Comparison:
        """Compare what stands with what would if these answers were given instead, by question id."""
        return Comparison(changes, self.now, self._outcome(changes))

    def on(self, changes: Answers) -> "WhatIf":
        """Give the project as it would be with these answers."""
        return WhatIf(self.content, {**self.answers, **changes}, self.ratings)

    def find_exposures(self, changes: Answers) -> dict[str, int]:
        """Find what the exposures would be, by challenge id; what is not exposed is absent.

        It is what `try_changes` gives, without all that a page needs beside it: a search asks many times.
        """
        questions = self.content.questionnaire
        if not questions.looked_at.isdisjoint(changes):
            return _highest(_exposed_on(find_path(questions, {**self.answers, **changes})).values())
        # Nothing that is changed decides what is asked, so the path stays.
        asked = {id_: answer for id_, answer in changes.items() if id_ in self.now.path.visible}
        turned = {id_: exposed_by(questions.question_by_id[id_], answer) for id_, answer in asked.items()}
        return _highest({**self._exposed, **turned}.values())

    @cached_property
    def _exposed(self) -> Mapping[str, Mapping[str, int]]:
        return _exposed_on(self.now.path)

    def raises(self, exposures: Mapping[str, int]) -> bool:
        """Whether any risk would be higher with these exposures than it is."""
        highest = self._highest_harmless
        return any(exposure > highest[challenge] for challenge, exposure in exposures.items())

    def rank_of(self, exposures: Mapping[str, int]) -> Rank:
        """Give the `Outcome.rank` of these exposures."""
        counts = dict.fromkeys(_GRAVEST_FIRST, 0)
        for challenge, exposure in exposures.items():
            counts[self._risks[challenge][exposure]] += 1
        return (*counts.values(), sum(exposures.values()))

    @cached_property
    def _risks(self) -> Mapping[str, Mapping[int, Risk]]:
        """The risk of each challenge by exposure."""
        return {id_: _BY_CONSEQUENCE[found.consequence] for id_, found in self.now.by_challenge.items()}

    @cached_property
    def _highest_harmless(self) -> Mapping[str, int]:
        """The highest exposure of each challenge at which its risk is no higher than it is."""
        return {
            id_: max((exposure for exposure, risk in self._risks[id_].items() if risk <= (found.risk or 0)), default=0)
            for id_, found in self.now.by_challenge.items()
        }

    def _outcome(self, changes: Answers) -> Outcome:
        path = find_path(self.content.questionnaire, {**self.answers, **changes})
        return Outcome(path, assess_risks(self.content.challenges, path, self.ratings))


def try_changes(content: Content, answers: Answers, ratings: Ratings, changes: Answers) -> Comparison:
    """Compare what stands with what would stand. An empty answer among the changes takes the answer away."""
    return WhatIf(content, answers, ratings).try_changes(changes)


def exposed_by(question: Question, answer: Answer) -> dict[str, int]:
    """Give how far an answer exposes each challenge that it exposes; options that the question has not do nothing."""
    found: dict[str, int] = {}
    for id_ in answer.options:
        option = question.option_by_id.get(id_)
        for challenge, exposure in option.exposes.items() if option else ():
            found[challenge] = max(exposure, found.get(challenge, 0))
    return found


def given_to(path: Path, question: Question) -> Answer:
    """Give what counts of the answer to a question, empty where it is not asked or not answered."""
    return path.answers.get(question.id, UNANSWERED)


def _exposed_on(path: Path) -> dict[str, dict[str, int]]:
    """Give what the answer to each question on the path exposes."""
    return {question.id: exposed_by(question, given_to(path, question)) for question in path.questions}


def _highest(exposed: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for exposures in exposed:
        for challenge, exposure in exposures.items():
            found[challenge] = max(exposure, found.get(challenge, 0))
    return found
