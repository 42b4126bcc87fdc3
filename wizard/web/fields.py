"""Reading WTForms fields: their text, and the first thing that is wrong with each."""

from flask_wtf import FlaskForm
from wtforms import Field


def text_of(field: Field) -> str:
    """Give what was typed, or an empty text where the field was not sent."""
    return field.data if isinstance(field.data, str) else ""


def errors_of(form: FlaskForm) -> dict[str, str]:
    """Give the first message of each field that has one."""
    return {
        str(name): str(messages[0]) for name, messages in form.errors.items() if isinstance(messages, (list, tuple))
    }
