"""What the data says it is: a report of ours, or answers that somebody wrote by hand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from wizard.report.interchange import FORMAT, FORMAT_VERSION, RESULT_FIELDS
from wizard.report.reading.errors import UnreadableError

#: What a project has written; by hand it may stand alone.
WRITTEN = ("title", "answers", "notes", "consequences", "points", "goals")
_TIMES = ("created_at", "updated_at")
_AROUND = frozenset(("format", "format_version", "made_at", "assessment", "wording", *RESULT_FIELDS))


@dataclass(frozen=True, slots=True)
class Wording:
    """What the report called things, for when nobody else knows any more. It is a stranger's, and only shown."""

    data: Any

    def find(self, *path: str) -> str | None:
        """Find the words for an id: `questions` and its id, `options`, a question's id and an option's, and so on."""
        found = self.data
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return found if isinstance(found, str) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What a project has written, raw, and where it comes from; None where that is not said.

    `strange` holds the path and the value of everything else, which is no part of the format.
    """

    written: Mapping[str, Any]
    wording: Wording
    made_at: datetime | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    content_version: str | None = None
    strange: tuple[tuple[tuple[str, ...], Any], ...] = ()


def open_envelope(data: Mapping[str, Any]) -> Envelope:
    """Open what was parsed. Raises `UnreadableError` where it is of another format or of a newer version."""
    if "format" not in data and "assessment" not in data:
        known = {name: data[name] for name in WRITTEN if name in data}
        return Envelope(written=known, wording=Wording(None), strange=tuple(_others(data, WRITTEN)))
    _check_version(data)
    assessment = data.get("assessment")
    if not isinstance(assessment, dict):
        raise UnreadableError("no-assessment")
    version = assessment.get("content_version")
    return Envelope(
        written={name: assessment[name] for name in WRITTEN if name in assessment},
        wording=Wording(data.get("wording")),
        made_at=_read_time(data.get("made_at")),
        created_at=_read_time(assessment.get("created_at")),
        updated_at=_read_time(assessment.get("updated_at")),
        content_version=version if isinstance(version, str) else None,
        strange=(
            *_others(assessment, (*WRITTEN, *_TIMES, "content_version"), "assessment"),
            *_others(data, _AROUND),
        ),
    )


def _check_version(data: Mapping[str, Any]) -> None:
    if data.get("format") != FORMAT:
        raise UnreadableError("other-format")
    version = data.get("format_version")
    # True is 1 to Python.
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise UnreadableError("no-version")
    if version > FORMAT_VERSION:
        raise UnreadableError("newer", version=version, known=FORMAT_VERSION)


def _others(data: Mapping[str, Any], known: Iterable[str], *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name in sorted(data.keys() - set(known)):
        yield (*path, name), data[name]


def _read_time(raw: Any) -> datetime | None:
    """Read a time; None where there is none that can be read, which costs nothing but its mention."""
    try:
        read = datetime.fromisoformat(raw)
        return read.astimezone(UTC) if read.tzinfo else None
    except (TypeError, ValueError, OverflowError):
        return None
