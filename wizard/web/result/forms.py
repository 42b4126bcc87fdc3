"""The forms about what the answers show."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, RadioField, SelectField, StringField
from wtforms.validators import Length, NumberRange, Optional

from wizard.core.assessment import PointState, PointStatus
from wizard.core.risk import CONSEQUENCE_BY_ID, Consequence, Dimension
from wizard.services.text import MAX_NOTE, MAX_OWNER, plain_line_ends

# Any, because the types of WTForms are older than it is: they ask for pairs, which it warns of.
_CONSEQUENCES: list[Any] = [*CONSEQUENCE_BY_ID, ""]
_STATUSES: list[Any] = [status.value for status in PointStatus]


class _RatingForm(FlaskForm):
    """How badly a challenge would hurt: a field for each dimension, empty where it is not rated."""


for _dimension in Dimension:
    setattr(_RatingForm, _dimension.value, RadioField(choices=_CONSEQUENCES, validators=[Optional()]))


class PointForm(FlaskForm):
    """What a project writes on a point of its checklist."""

    owner = StringField(validators=[Length(max=MAX_OWNER, message="message.owner-long")])
    deadline = DateField(validators=[Optional()])
    status = SelectField(choices=_STATUSES)
    note = StringField(filters=[plain_line_ends], validators=[Length(max=MAX_NOTE, message="message.note-long")])
    version = IntegerField(validators=[Optional(), NumberRange(min=0)])


def read_rating() -> dict[Dimension, Consequence] | None:
    """Read the rating that was sent; None where it cannot be read."""
    form = _RatingForm()
    if not form.validate():
        return None
    return {
        dimension: CONSEQUENCE_BY_ID[form[dimension.value].data]
        for dimension in Dimension
        if form[dimension.value].data
    }


def read_point(form: PointForm) -> PointState:
    """Give a validated form as the state of a point."""
    return PointState(
        form.owner.data or "",
        form.deadline.data,
        PointStatus(form.status.data),
        form.note.data or "",
        form.version.data or 0,
    )
