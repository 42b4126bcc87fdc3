"""What data says that it is: where it comes from, and whether this version can read it."""

from typing import Any

import pytest

from tests.carriers import code_of
from wizard.report.reading import open_envelope


def report(**changes: Any) -> dict[str, Any]:
    return {"format": "ki-klar-rapport", "format_version": 1, "assessment": {"answers": {"a": "ja"}}, **changes}


def test_answers_by_hand_stand_alone() -> None:
    envelope = open_envelope({"answers": {"a": "ja"}, "notes": {}, "svar": 1, "Answers": 2})
    assert envelope.written == {"answers": {"a": "ja"}, "notes": {}}
    assert envelope.strange == ((("Answers",), 2), (("svar",), 1))
    assert envelope.wording.find("questions", "a") is None


def test_a_report_says_where_it_comes_from() -> None:
    times = {"created_at": "2026-11-01T08:00:00+01:00", "updated_at": "2026-11-02T08:00:00+00:00"}
    opened = open_envelope(
        report(
            made_at="2026-11-03T08:00:00Z",
            assessment={"title": "T", "content_version": "v", **times},
            wording={"questions": {"a": "Hvad?"}, "options": {"a": {"ja": "Ja"}}},
            checklist=[],
        )
    )
    said = [str(moment) for moment in (opened.created_at, opened.updated_at, opened.made_at)]
    assert said == ["2026-11-01 07:00:00+00:00", "2026-11-02 08:00:00+00:00", "2026-11-03 08:00:00+00:00"]
    assert (opened.content_version, opened.written, opened.strange) == ("v", {"title": "T"}, ())
    assert opened.wording.find("options", "a", "ja") == "Ja"
    assert opened.wording.find("questions", "a") == "Hvad?"


@pytest.mark.parametrize("odd", [None, 1, "i går", "2026-11-03T08:00:00", "9999-12-31T23:59:59-23:59", [], {"a": 1}])
def test_where_it_comes_from_may_be_missing(odd: Any) -> None:
    opened = open_envelope(report(made_at=odd, wording=odd, assessment={"content_version": odd, "created_at": odd}))
    assert (opened.made_at, opened.created_at) == (None, None)
    assert opened.wording.find("a") is None
    assert opened.content_version == (odd if isinstance(odd, str) else None)


def test_what_is_no_part_of_a_report_is_strange() -> None:
    opened = open_envelope(report(assessment={"svar": {}, "answers": {}}, mere=1))
    assert opened.strange == ((("assessment", "svar"), {}), (("mere",), 1))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": "andet"}, "other-format"),
        ({"format": None}, "other-format"),
        ({"format_version": 2}, "newer"),
        ({"format_version": 10**9}, "newer"),
        ({"format_version": 0}, "no-version"),
        ({"format_version": -1}, "no-version"),
        ({"format_version": "1"}, "no-version"),
        ({"format_version": True}, "no-version"),
        ({"format_version": 1.0}, "no-version"),
        ({"format_version": None}, "no-version"),
        ({"assessment": None}, "no-assessment"),
        ({"assessment": []}, "no-assessment"),
    ],
)
def test_report_of_another_format_is_told(changes: dict[str, Any], code: str) -> None:
    assert code_of(lambda: open_envelope(report(**changes))) == code


def test_report_without_its_format_is_told() -> None:
    assert code_of(lambda: open_envelope({"assessment": {}})) == "other-format"
    assert code_of(lambda: open_envelope({"format": "ki-klar-rapport", "format_version": 1})) == "no-assessment"
