"""The forms before an assessment."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from wizard.services.text import MAX_TITLE

_KEY_LENGTH = 22


class NewForm(FlaskForm):
    """The name of a new assessment. `key` is made with the form, so that a double click makes only one."""

    title = StringField(
        validators=[InputRequired("message.title-missing"), Length(max=MAX_TITLE, message="message.title-long")]
    )
    key = HiddenField(
        validators=[InputRequired("message.stale-form"), Length(min=_KEY_LENGTH, max=100, message="message.stale-form")]
    )


class ResumeForm(FlaskForm):
    """A private link, pasted."""

    link = StringField(
        validators=[InputRequired("message.link-missing"), Length(max=500, message="message.link-wrong")]
    )
