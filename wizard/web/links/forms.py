"""The forms about links."""

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from wizard.services.access import Role
from wizard.services.text import MAX_LABEL, MAX_TITLE


class LinkForm(FlaskForm):
    """A new link: what it lets one do, and for whom it is."""

    role = SelectField(choices=[(role.value, role.value) for role in Role])
    label = StringField(validators=[Length(max=MAX_LABEL, message="message.label-long")])


class TitleForm(FlaskForm):
    """A new name for the assessment."""

    title = StringField(
        validators=[
            InputRequired("message.title-missing"),
            Length(max=MAX_TITLE, message="message.title-long"),
        ]
    )
