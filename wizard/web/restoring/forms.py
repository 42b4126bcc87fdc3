"""The form that takes a report."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired, Length

_KEY_LENGTH = 22


class ReportForm(FlaskForm):
    """A file. `key` is made with the form, so that a double click makes only one assessment."""

    report = FileField(validators=[FileRequired("message.file-missing")])
    key = HiddenField(
        validators=[InputRequired("message.stale-file"), Length(min=_KEY_LENGTH, max=100, message="message.stale-file")]
    )
