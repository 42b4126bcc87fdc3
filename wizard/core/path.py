"""The visible path: which questions a project is asked, given its answers so far."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from wizard.core.answers import Answer, Answers
from wizard.core.conditions import Chosen, Condition, Is, certainty, holds
from wizard.core.questions import Option, Question, Questionnaire


@dataclass(frozen=True)
class Path:
    """The questions that are visible, in order, with the answers that count: those on visible questions."""

    questionnaire: Questionnaire
    questions: tuple[Question, ...]
    answers: Answers
    chosen: Chosen
    visible: frozenset[str] = field(repr=False)

    def given(self) -> Iterator[tuple[Question, Option]]:
        """Yield every chosen option on the path with its question, in the order in which they are asked."""
        for question in self.questions:
            chosen = self.chosen.get(question.id)
            if chosen:
                yield from ((question, option) for option in question.options if option.id in chosen)

    def may_hold(self, condition: Condition) -> bool:
        """Whether the condition holds or may still come to hold.

        False only when it is certain: a question that is unanswered, or answered *ved ikke*, rules nothing out; a
        question that is certainly not asked does.
        """
        return certainty(condition, self._leaf) is not False

    def _leaf(self, leaf: Is) -> bool | None:
        chosen = self.chosen.get(leaf.question)
        question = self.questionnaire.question_by_id[leaf.question]
        if chosen:
            if not leaf.options.isdisjoint(chosen):
                return True
            return None if any(question.option_by_id[option].unknown for option in chosen) else False
        if question.show_when is None:
            return None
        return None if self.may_hold(question.show_when) else False


def find_path(questionnaire: Questionnaire, answers: Answers) -> Path:
    """Walk the questionnaire once, from the first question to the last.

    A question looks only at questions before it, so one walk is enough and it always ends. An answer on a hidden
    question is left out of the path; it is not lost, and counts again as soon as its question is visible.
    """
    visible: list[Question] = []
    counting: dict[str, Answer] = {}
    chosen: dict[str, frozenset[str]] = {}
    for question in questionnaire:
        if question.show_when is not None and not holds(question.show_when, chosen):
            continue
        visible.append(question)
        answer = answers.get(question.id)
        if answer:
            counting[question.id] = answer
            if answer.options:
                chosen[question.id] = frozenset(answer.options)
    ids = frozenset(question.id for question in visible)
    return Path(questionnaire, tuple(visible), counting, chosen, ids)
