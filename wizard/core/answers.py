"""Answers as they are given, and the reading of raw ones with every fault named."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from wizard.core.questions import Kind, Question
from wizard.core.writing import tidy

MAX_TEXT = 10_000
# So few digits that Decimal keeps every one of them. No powers of ten: 1e999999 would be a text of a million letters.
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}([.,][0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the chosen options in the question's own order, or a text (also for dates and numbers)."""

    options: tuple[str, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        """Whether anything is answered at all."""
        return bool(self.options or self.text)


#: Answers by question id. *Ved ikke* is an answer; a question that is absent here is not answered.
Answers = Mapping[str, Answer]

UNANSWERED = Answer()


class AnswerError(ValueError):
    """A raw answer does not fit its question.

    `code` names the phrase `answer-error.<code>`; `values` holds what was wrong in what was given, each a fault of its
    own, and is empty where all of it was.
    """

    def __init__(self, code: str, *values: str) -> None:
        """Keep the code and the offending values for the message."""
        super().__init__(f"{code}: {', '.join(values)}" if values else code)
        self.code = code
        self.values = values


def read_answer(question: Question, raw: Any) -> Answer:
    """Read one raw answer: an option id, a list of them, or a text, by the question's kind.

    Returns `UNANSWERED` for None, an empty text and an empty list. Raises `AnswerError`.
    """
    if raw is None:
        return UNANSWERED
    if question.kind is Kind.CHOICES:
        return _read_choices(question, raw)
    if not isinstance(raw, str):
        raise AnswerError("not-a-text")
    if question.kind is Kind.CHOICE:
        return _read_choices(question, [raw] if raw else [])
    return _read_text(question, raw)


def _read_choices(question: Question, raw: Any) -> Answer:
    if not isinstance(raw, Sequence) or isinstance(raw, str) or not all(isinstance(item, str) for item in raw):
        raise AnswerError("not-a-list")
    chosen = set(raw)
    unknown = sorted(chosen - question.option_by_id.keys())
    if unknown:
        raise AnswerError("unknown-option", *unknown)
    options = [option for option in question.options if option.id in chosen]
    alone = [option for option in options if option.stands_alone]
    if alone and len(options) > 1:
        raise AnswerError("stands-alone", alone[0].label)
    return Answer(options=tuple(option.id for option in options))


def _read_text(question: Question, raw: str) -> Answer:
    text = tidy(raw)
    if len(text) > MAX_TEXT:
        raise AnswerError("too-long", str(len(text)))
    if text and question.kind is Kind.DATE:
        try:
            text = date.fromisoformat(text).isoformat()
        except ValueError:
            raise AnswerError("not-a-date", text) from None
    if text and question.kind is Kind.NUMBER:
        if not _NUMBER.fullmatch(text):
            raise AnswerError("not-a-number", text)
        # Adding nothing makes -0 a plain 0.
        text = format(Decimal(text.replace(",", ".")).normalize() + 0, "f")
    return Answer(text=text)
