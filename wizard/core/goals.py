"""Better answers that a project has set itself to reach, and what each of them is good for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wizard.core.answers import Answer
from wizard.core.coverage import is_open
from wizard.core.questions import Question
from wizard.core.risk import Because, ChallengeRisk, Risk
from wizard.core.whatif import Move, WhatIf, exposed_by, given_to

#: The options to be able to choose one day, by question id.
Goals = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Gain:
    """What a goal is good for: the gravest challenge that its answer exposes more than it need be.

    `because` are the options chosen now that expose it, `after` the risk that the goal alone would leave, and `raised`
    the risks that it would make higher: none when it is set, but other answers may have changed since.
    """

    found: ChallengeRisk
    because: tuple[Because, ...]
    after: Risk | None
    raised: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal that is not known to be reached. `gain` is None where its answer is not known: there is no risk to see."""

    question: Question
    target: Answer
    gain: Gain | None


def is_goal(what_if: WhatIf, question: Question, target: Answer) -> bool:
    """Whether an answer is something to set as a goal: it makes a challenge better, and no risk higher.

    What is not asked, not known, or exposes nothing as it is has no goal.
    """
    is_better = _is_better(question, target, given_to(what_if.now.path, question))
    return is_better and not what_if.raises(what_if.find_exposures({question.id: target}))


def find_goals(what_if: WhatIf, goals: Goals) -> Iterator[Goal]:
    """Find the goals that are not known to be reached, in the order of the questionnaire."""
    path = what_if.now.path
    for question in path.questions:
        target = Answer(goals.get(question.id, ()))
        if _is_better(question, target, given_to(path, question)):
            yield Goal(question, target, _find_gain(what_if, question, target))
        # *Ved ikke* proves nothing, so a goal stays that would be better than another answer.
        elif is_open(path, question) and _is_better(question, target, Answer(tuple(question.option_by_id))):
            yield Goal(question, target, None)


def is_real(question: Question, target: Answer) -> bool:
    """Whether an answer is made of options that the question has, and that say something."""
    options = [question.option_by_id.get(id_) for id_ in target.options]
    return bool(options) and all(option and not option.unknown and not option.not_applicable for option in options)


def _find_gain(what_if: WhatIf, question: Question, target: Answer) -> Gain:
    given = given_to(what_if.now.path, question)
    worse = _exposed_more(question, target, given)
    found = next(entry for entry in what_if.now.risks if entry.challenge.id in worse)
    challenge = found.challenge.id
    chosen = (question.option_by_id[id_] for id_ in given.options)
    because = tuple(Because(question, option) for option in chosen if option.exposes.get(challenge))
    reached = what_if.try_changes({question.id: target})
    raised = tuple(move for move in reached.moves if move.change > 0)
    return Gain(found, because, reached.after.by_challenge[challenge].risk, raised)


def _is_better(question: Question, target: Answer, given: Answer) -> bool:
    """Whether an answer is known and real, and exposes a challenge less than what is given."""
    return is_real(question, target) and bool(_exposed_more(question, target, given))


def _exposed_more(question: Question, target: Answer, given: Answer) -> set[str]:
    """Give the challenges that the answer given exposes more than the target does."""
    less = exposed_by(question, target)
    return {id_ for id_, exposure in exposed_by(question, given).items() if exposure > less.get(id_, 0)}
