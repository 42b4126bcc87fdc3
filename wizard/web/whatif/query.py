"""What a visitor wants to try, read from the address: nothing of it is kept anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from wizard.core.answers import UNANSWERED, Answer, AnswerError, read_answer
from wizard.core.content import Content
from wizard.core.phrases import on_one_line
from wizard.core.questions import Kind, Question

#: What the name of a field begins with, before the id of its question.
ANSWER = "svar-"
#: The challenge that a visitor wants to lower.
ABOUT = "om"


@dataclass(frozen=True, slots=True)
class Query:
    """The answers to try by question id, and what is wrong with the rest: the question's id or nothing, and words."""

    answers: Mapping[str, Answer]
    problems: Sequence[tuple[str, str]]


def read_query(content: Content, sent: MultiDict[str, str]) -> Query:
    """Read the fields of an address. What cannot be read is told, and left out."""
    answers: dict[str, Answer] = {}
    problems: list[tuple[str, str]] = []
    for name in sent:
        if not name.startswith(ANSWER):
            continue
        id_ = name.removeprefix(ANSWER)
        question = content.questionnaire.question_by_id.get(id_)
        if question is None or not question.kind.has_options:
            problems.append(("", content.phrases("whatif.unknown-question", name=on_one_line(id_))))
            continue
        try:
            answers[id_] = read_options(question, sent.getlist(name))
        except AnswerError as error:
            problems.append((id_, say_error(content, error)))
    return Query(answers, problems)


def say_error(content: Content, error: AnswerError) -> str:
    """Say why what was sent is no answer."""
    values = ", ".join(on_one_line(value) for value in error.values)
    said = content.phrases(f"answer-error.{error.code}", value=values)
    return said[:1].upper() + said[1:]


def read_options(question: Question, values: Sequence[str]) -> Answer:
    """Read the chosen options of a question; an empty one says that its field was there. Raises `AnswerError`."""
    chosen = [value for value in values if value]
    if question.kind is Kind.CHOICES:
        return read_answer(question, chosen)
    if len(chosen) > 1:
        raise AnswerError("not-one", *chosen)
    return read_answer(question, chosen[0]) if chosen else UNANSWERED
