"""Fetch the plan, send it back, see what it would change, and change it."""

from collections.abc import Iterable, Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.services.plans import (
    MAX_BYTES,
    Finding,
    PlanConflict,
    PlanPreview,
    PointChange,
    PointEdit,
    apply_plan,
    compare_plan,
    pack_edits,
    show_edits,
    unpack_edits,
)
from wizard.web.context import get_access, get_provided, view_assessment
from wizard.web.errors import keeps_input
from wizard.web.signing import seal, unseal

blueprint = Blueprint("plan", __name__, url_prefix="/selvevaluering/<int:assessment_id>")

#: The most letters of changes that a form can carry, below what a request may hold.
_MOST_SEALED = 1_500_000
#: The most faults that are shown at once.
_MOST_FAULTS = 100


@blueprint.record
def _keep_input(state: object) -> None:
    keeps_input(state.app, "plan.preview", _ask_for_file_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState
    keeps_input(state.app, "plan.save", _show_changes_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState


@blueprint.get("/handlingsplan")
def index(assessment_id: int) -> ResponseReturnValue:
    """Explain how it goes, and take a file."""
    return _render_upload()


@blueprint.post("/handlingsplan")
def preview(assessment_id: int) -> ResponseReturnValue:
    """Show what a file would change; nothing is saved."""
    say = get_provided().content.phrases
    file = request.files.get("file")
    raw = file.stream.read(MAX_BYTES + 1) if file and file.filename else None
    if raw is None:
        return _render_upload([Finding("", say("plan.no-file"))]), 400
    viewing = view_assessment(with_result=True)
    found = compare_plan(get_provided().content, viewing.assessment, viewing.summary, raw)
    if found.faults:
        return _render_upload(found.faults), 400
    sealed = _seal(found.edits)
    if len(sealed) > _MOST_SEALED:
        return _render_upload([Finding("", say("plan.too-many-changes"))]), 400
    return _render_preview(found.changes, sealed, found=found)


@blueprint.post("/handlingsplan/gem")
def save(assessment_id: int) -> ResponseReturnValue:
    """Make the changes that were shown, or tell who came first."""
    edits = _unseal()
    if edits is None:
        return _render_upload([Finding("", get_provided().content.phrases("plan.lost"))]), 400
    saved = apply_plan(get_access(), edits)
    if isinstance(saved, PlanConflict):
        changes = _changes(edits)
        clashing = {conflict.item_id for conflict in saved.conflicts}
        texts = [change.text for change in changes if change.edit.item_id in clashing]
        return _render_preview(changes, _seal(change.edit for change in changes), conflicts=texts), 409
    return redirect(url_for("result.checklist", assessment_id=assessment_id, rettet=saved))


def _changes(edits: Iterable[PointEdit]) -> tuple[PointChange, ...]:
    viewing = view_assessment(with_result=True)
    return show_edits(viewing.assessment, viewing.summary, edits)


def _purpose() -> str:
    return f"plan:{get_access().assessment_id}"


def _seal(edits: Iterable[PointEdit]) -> str:
    return seal(_purpose(), pack_edits(edits))


def _unseal() -> list[PointEdit] | None:
    data = unseal(_purpose(), request.form.get("changes", ""))
    return None if data is None else unpack_edits(data)


def _ask_for_file_again(_message: str) -> ResponseReturnValue:
    return _render_upload([Finding("", get_provided().content.phrases("plan.stale"))]), 400


def _show_changes_again(message: str) -> ResponseReturnValue:
    edits = _unseal()
    if edits is None:
        return _ask_for_file_again(message)
    changes = _changes(edits)
    return _render_preview(changes, _seal(change.edit for change in changes), error=message), 400


def _render_upload(faults: Sequence[Finding] = ()) -> str:
    return render_template(
        "plan/index.html",
        viewing=view_assessment(with_result=False),
        faults=faults[:_MOST_FAULTS],
        more=max(len(faults) - _MOST_FAULTS, 0),
        limit=MAX_BYTES // 1_000_000,
    )


def _render_preview(
    changes: Sequence[PointChange],
    sealed: str,
    *,
    found: PlanPreview | None = None,
    conflicts: Sequence[str] = (),
    error: str = "",
) -> str:
    return render_template(
        "plan/preview.html",
        viewing=view_assessment(with_result=False),
        changes=changes,
        sealed=sealed,
        found=found,
        conflicts=conflicts,
        error=error,
    )
