"""When a question is asked or something fits, in pieces that a page can put in words."""

from dataclasses import dataclass
from typing import assert_never

from wizard.core.conditions import AllOf, AnyOf, Condition, Is, Not
from wizard.core.content import Content
from wizard.core.questions import Question


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition to be drawn: `kind` is answer, all, any or not.

    An answer names its question and the options that hold; the others have parts.
    """

    kind: str
    question: Question | None = None
    options: tuple[str, ...] = ()
    parts: tuple["Clause", ...] = ()


def read_condition(content: Content, condition: Condition) -> Clause:
    """Part a condition for a page; what stands alone in a list stands without the list."""
    match condition:
        case Is(id_, options):
            question = content.questionnaire.question_by_id[id_]
            return Clause("answer", question, tuple(o.label for o in question.options if o.id in options))
        case AllOf((part,)) | AnyOf((part,)):
            return read_condition(content, part)
        case AllOf(parts):
            return Clause("all", parts=tuple(read_condition(content, part) for part in parts))
        case AnyOf(parts):
            return Clause("any", parts=tuple(read_condition(content, part) for part in parts))
        case Not(part):
            return Clause("not", parts=(read_condition(content, part),))
        case _:
            assert_never(condition)
