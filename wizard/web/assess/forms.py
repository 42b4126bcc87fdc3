"""A page of questions as a WTForms form. It reads and validates; the templates draw from the frozen question."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field, IntegerField, StringField
from wtforms.validators import Length, NumberRange, Optional, ValidationError

from wizard.core.answers import UNANSWERED, Answer, AnswerError, read_answer
from wizard.core.questions import Kind, Question
from wizard.services.answers import Change
from wizard.services.identity import Same
from wizard.services.text import MAX_NOTE, plain_line_ends

ANSWER = "svar-{}"
NOTE = "note-{}"
VERSION = "version-{}"
#: The mark of the answer and note that the page was drawn from: what still has it, nobody has touched on this page.
DRAWN = "foer-{}"
#: What to do about a conflict: `theirs`, or the version that ours is to be written on top of.
CHOICE = "valg-{}"
THEIRS = "deres"
#: The button that takes an answer away again; its value is the question.
CLEAR = "fjern"
#: What is wrong where it is the note, and not the answer.
NOTE_LONG = "message.note-long"
_LONGEST_VERSION = 9


class AnswerField(Field):
    """The answer to one question, read by the core's own rules."""

    data: Answer

    def __init__(self, question: Question, **options: Any) -> None:
        """Read the answer to this question."""
        super().__init__(**options)
        self.question = question
        self.data = UNANSWERED
        self._fault: AnswerError | None = None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was sent; a fault is told when the form is validated."""
        raw: Any = valuelist if self.question.kind is Kind.CHOICES else (valuelist[0] if valuelist else None)
        try:
            self.data = read_answer(self.question, raw)
        except AnswerError as error:
            self._fault = error

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002 - WTForms' own
        """Tell the fault, as the key and value of a phrase."""
        if self._fault:
            raise ValidationError((f"answer-error.{self._fault.code}", ", ".join(self._fault.values)))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent for one question: as it was typed, and as a change where it could be read."""

    question: Question
    options: tuple[str, ...]
    text: str
    note: str
    version: int
    change: Change
    drawn: str
    #: The key and value of a phrase that says what is wrong, or None.
    error: tuple[str, str] | None
    #: Somebody else's answer was chosen over this one.
    is_let_go: bool
    #: It is as the page was drawn. Whatever somebody else has made of it meanwhile stands.
    is_untouched: bool


def mark_of(answer: Answer, note: str) -> str:
    """Give a short mark that tells an answer and its note from others."""
    if not answer and not note:
        return ""
    text = "\n".join((*answer.options, answer.text, note))
    return blake2b(text.encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=256)
def form_for(questions: tuple[Same[Question], ...]) -> type[FlaskForm]:
    """Make the form of a page with these questions."""
    fields: dict[str, Any] = {}
    for question in (same.item for same in questions):
        fields[ANSWER.format(question.id)] = AnswerField(question)
        fields[NOTE.format(question.id)] = StringField(
            filters=[plain_line_ends], validators=[Length(max=MAX_NOTE, message=NOTE_LONG)]
        )
        fields[VERSION.format(question.id)] = IntegerField(validators=[Optional(), NumberRange(min=0)])
    # Whether it is forged is found out before (`wizard.security`), and no field is drawn from here.
    fields["Meta"] = type("Meta", (), {"csrf": False})
    return type("PageForm", (FlaskForm,), fields)


def read_page(questions: tuple[Question, ...]) -> list[Sent]:
    """Read what was sent for those of the questions that stood on the page."""
    sent = request.form
    sent_questions = tuple(question for question in questions if VERSION.format(question.id) in sent)
    form = form_for(tuple(Same(question) for question in sent_questions))()
    form.validate()
    return [_read(form, sent, question) for question in sent_questions]


def _read(form: FlaskForm, sent: MultiDict[str, str], question: Question) -> Sent:
    answer, note, version = (form[name.format(question.id)] for name in (ANSWER, NOTE, VERSION))
    raw = sent.getlist(answer.name)
    # An answer's errors are a key with its value, see AnswerField; a note's are keys alone.
    found: list[tuple[Any, ...]] = [tuple(error) for error in answer.errors]
    found += [(message, "") for message in note.errors]
    choice = sent.get(CHOICE.format(question.id), "")
    seen = version.data if isinstance(version.data, int) and version.data >= 0 else 0
    cleared = sent.get(CLEAR) == question.id
    is_version = choice.isascii() and choice.isdigit() and len(choice) <= _LONGEST_VERSION
    change = Change(UNANSWERED if cleared else answer.data, note.data or "", int(choice) if is_version else seen)
    drawn = sent.get(DRAWN.format(question.id), "")
    return Sent(
        question=question,
        options=tuple(raw) if question.kind.has_options else (),
        text="" if question.kind.has_options else "".join(raw[:1]),
        note=note.data or "",
        version=seen,
        change=change,
        drawn=drawn,
        error=None if cleared or not found else (str(found[0][0]), str(found[0][1])),
        is_let_go=choice == THEIRS,
        is_untouched=not found and drawn == mark_of(change.answer, change.note.strip()),
    )
