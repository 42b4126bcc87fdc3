"""The visible path: which questions a project is asked, given its answers so far."""

from dataclasses import dataclass, field
from functools import cached_property

from wizard.core.answers import UNANSWERED, Answer, Answers
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

    @cached_property
    def given(self) -> tuple[tuple[Question, Option], ...]:
        """Every chosen option on the path with its question, in the order in which they are asked."""
        return tuple(
            (question, question.option_by_id[option])
            for question in self.questions
            if question.id in self.chosen
            for option in self.answers[question.id].options
        )

    def may_hold(self, condition: Condition) -> bool:
        """Whether the condition holds or may still come to hold.

        False only when it is certain: a question that is unanswered, or answered *ved ikke*, rules nothing out; a
        question that is certainly not asked does.
        """
        return certainty(condition, self._leaf) is not False

    def does_hold(self, condition: Condition) -> bool:
        """Whether the condition is certain to hold, whatever is answered later."""
        return certainty(condition, self._leaf) is True

    def _leaf(self, leaf: Is) -> bool | None:
        question = self.questionnaire.question_by_id[leaf.question]
        is_asked = certainty(question.show_when, self._leaf) if question.show_when else True
        if is_asked is False:
            return False
        chosen = self.chosen.get(leaf.question)
        if not chosen or any(question.option_by_id[option].unknown for option in chosen):
            return None
        # What is chosen counts only as surely as the question is asked.
        return False if leaf.options.isdisjoint(chosen) else is_asked


def find_path(questionnaire: Questionnaire, answers: Answers) -> Path:
    """Walk the questionnaire once, from the first question to the last.

    A question looks only at questions before it, so one walk is enough and it always ends. An answer on a hidden
    question is left out of the path; it is not lost, and counts again as soon as its question is visible. So is what
    the question no longer has: an answer may be older than the questionnaire.
    """
    visible: list[Question] = []
    counting: dict[str, Answer] = {}
    chosen: dict[str, frozenset[str]] = {}
    for question in questionnaire:
        if question.show_when is not None and not holds(question.show_when, chosen):
            continue
        visible.append(question)
        answer = _counting(question, answers.get(question.id, UNANSWERED))
        if answer:
            counting[question.id] = answer
            if answer.options:
                chosen[question.id] = frozenset(answer.options)
    ids = frozenset(question.id for question in visible)
    return Path(questionnaire, tuple(visible), counting, chosen, ids)


def _counting(question: Question, answer: Answer) -> Answer:
    """Give what counts of an answer: options that the question has, in its order; text where it asks for text."""
    if not question.kind.has_options:
        return answer if not answer.options else Answer(text=answer.text)
    if len(answer.options) == 1 and not answer.text and answer.options[0] in question.option_by_id:
        # Nearly every answer is like this, and counts as it is.
        return answer
    return Answer(options=tuple(option.id for option in question.options if option.id in answer.options))
