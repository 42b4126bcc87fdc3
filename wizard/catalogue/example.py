"""The finished assessment that a visitor sees before the first answer of their own: `guidance/example.yaml`."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from wizard.catalogue.checks import EXAMPLE
from wizard.catalogue.faults import ContentError, Faults
from wizard.catalogue.files import Id, Shape, Text
from wizard.catalogue.reading import read_file
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.content import Content
from wizard.core.intake import Intake
from wizard.core.path import find_path
from wizard.core.summary import summarise


class PointShape(Shape):
    """What the example's project has written on a point of its checklist."""

    owner: Text | None = None
    deadline: date | None = None
    status: Literal["aaben", "i-gang", "faerdig", "ikke-relevant"] = "aaben"
    note: Text | None = None


class ExampleShape(Shape):
    """The whole file; answers and consequences stand as in a file for `assess`."""

    title: Text
    made: date
    answers: Annotated[dict[Id, Any], Field(min_length=1)]
    notes: dict[Id, Text] = {}
    consequences: dict[Id, dict[str, Any]] = {}
    points: dict[Id, PointShape] = {}


def load_example(root: Path, content: Content) -> Assessment:
    """Load the example. Raises `ContentError` with every fault, also where it names what is not on its path."""
    faults = Faults(content.phrases)
    shape = read_file(ExampleShape, root / EXAMPLE, EXAMPLE, faults)
    if shape is None:
        raise ContentError(faults.found)
    intake = Intake(content)
    answers = intake.read_answers(shape.answers)
    ratings = intake.read_ratings(shape.consequences)
    for fault in intake.faults:
        faults.say(EXAMPLE, fault.place, fault.reason)
    path = find_path(content.questionnaire, answers)
    for field, ids in (("answers", answers), ("notes", shape.notes)):
        for id_ in ids:
            if id_ not in path.visible:
                faults.add(EXAMPLE, f"{field}.{id_}", "not-on-path")
    items = {item.id for item in summarise(content, answers, ratings).checklist.items}
    for id_ in shape.points:
        if id_ not in items:
            faults.add(EXAMPLE, f"points.{id_}", "not-on-checklist")
    if faults.found:
        raise ContentError(faults.found)
    made = datetime(shape.made.year, shape.made.month, shape.made.day, 9, tzinfo=UTC)
    return Assessment(
        id=0,
        title=shape.title,
        revision=0,
        content_version=content.version,
        created_at=made,
        updated_at=made,
        answers=answers,
        notes=shape.notes,
        ratings=ratings,
        points={id_: _point(point) for id_, point in shape.points.items()},
    )


def _point(shape: PointShape) -> PointState:
    return PointState(shape.owner or "", shape.deadline, PointStatus(shape.status), shape.note or "")
