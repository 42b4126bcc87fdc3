"""The forms about links."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from wizard.services.access import Role
from wizard.services.text import MAX_LABEL, MAX_TITLE

# Any, because the types of WTForms are older than it is: they ask for pairs, which it warns of.
_ROLES: list[Any] = [role.value for role in Role]


class LinkForm(FlaskForm):
    """A new link: what it lets one do, and for whom it is."""

    role = SelectField(choices=_ROLES)
    label = StringField(validators=[Length(max=MAX_LABEL, message="message.label-long")])


class TitleForm(FlaskForm):
    """A new name for the assessment."""

    title = StringField(
        validators=[
            InputRequired("message.title-missing"),
            Length(max=MAX_TITLE, message="message.title-long"),
        ]
    )
