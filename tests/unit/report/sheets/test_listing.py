import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.report.conftest import make_assessment
from tests.unit.report.sheets.books import SMALL
from wizard.core.assessment import Assessment, PointState
from wizard.core.summary import Summary
from wizard.report.sheets.listing import write_csv


def rows_of(raw: bytes) -> list[dict[str, str]]:
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def noted(summary: Summary, text: str) -> str:
    """Give a note as it stands in the file."""
    item = summary.checklist.items[0].id
    return rows_of(write_csv(make_assessment(summary, points={item: PointState(note=text)}), summary))[0]["Note"]


def test_a_danish_excel_opens_it_as_columns(assessment: Assessment, summary: Summary) -> None:
    raw = write_csv(assessment, summary)
    lines = raw.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith('"Nr.";"Begynd her";"Punkt"')
    assert lines[-1] == ""
    assert len(lines) == len(summary.checklist.items) + 2


def test_a_point_has_its_state_and_its_date_as_danes_write_it(assessment: Assessment, summary: Summary) -> None:
    by_id = {row["Punktets id (ret ikke)"]: row for row in rows_of(write_csv(assessment, summary))}
    row = by_id["find-hjemlen"]
    assert (row["Ansvarlig"], row["Frist"], row["Status"]) == ("Anne Ågård", "04-01-2027", "I gang")
    assert by_id["spoerg-dpo"]["Frist"] == ""


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", '"=1', "' =1", "\n=1", "\uff1d1", "\ufeff=1", "\tx"]
)
def test_what_a_spreadsheet_would_reckon_with_is_a_text(summary: Summary, text: str) -> None:
    assert noted(summary, text) == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "1-2", "ida@example.dk", "«nej»", "'", '"', ";", "a\nb", "", " x"])
def test_other_texts_stand_as_they_are(summary: Summary, text: str) -> None:
    assert noted(summary, text) == text


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n \"';a1|\ufeff"), max_size=8))
def test_no_value_begins_a_formula_whatever_stands_in_it(text: str) -> None:
    written = noted(SMALL, text)
    assert not written.lstrip(' "').startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    typed = text.replace("\r\n", "\n").replace("\r", "\n")
    assert written in (typed, f"'{typed}")
