import io
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.builders import assess
from tests.unit.report.conftest import MADE_AT, make_assessment
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.content import Content
from wizard.core.summary import Summary
from wizard.report.pdf import write_pdf
from wizard.report.typeset.typeface import load_typeface

pytestmark = pytest.mark.pdf

Write = Callable[[Assessment, Summary], bytes]

#: The text must lie between the margins, and the footer stands lowest; in points from the left and the top.
RIGHT_EDGE, BOTTOM_EDGE = 540, 812
SECTIONS = [
    "Det vigtigste",
    "Risikobillede",
    "Risici og handlinger",
    "Resten af tjeklisten",
    "Erfaringer, værktøjer og råd",
    "Så meget er besvaret",
    "Alle svar",
    "Kilder",
]


@pytest.fixture(scope="session")
def write(fonts: Path) -> Write:
    def write_report(assessment: Assessment, summary: Summary) -> bytes:
        return write_pdf(assessment, summary, made_at=MADE_AT, fonts=fonts)

    return write_report


@pytest.fixture(scope="session")
def report(write: Write, assessment: Assessment, summary: Summary) -> bytes:
    return write(assessment, summary)


def pages_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def text_of(pdf: bytes) -> str:
    return plain(" ".join(pages_of(pdf)))


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def overflowing(pdf: bytes) -> list[int]:
    """Give the pages with ink outside the margins, by number."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            image = page.render(scale=1).to_pil().convert("L")
            # The band on the front page goes from edge to edge.
            ink = image.crop((0, 20, *image.size)).point(lambda value: 255 * (value < 250)).getbbox()
            if ink and (ink[2] > RIGHT_EDGE or ink[3] + 20 > BOTTOM_EDGE):
                found.append(number)
    return found


def test_every_part_of_the_summary_is_there(report: bytes, summary: Summary) -> None:
    text = text_of(report)
    for item in summary.checklist.items:
        assert plain(item.text) in text
    for found in summary.exposed:
        assert found.challenge.title in text
        assert found.challenge.summary in text
        for answer in found.because:
            assert f"»{answer.option.label}« til spørgsmålet »{answer.question.text}«" in text
    for question in summary.path.questions:
        assert question.text in text
    matches = summary.matches
    matched = [(match.item.title, match.reasons) for match in matches.cases]
    matched += [(match.item.title, match.reasons) for match in matches.tools]
    assert len(matched) == 2
    for title, reasons in matched:
        assert title in text
        assert all(reason.text in text for reason in reasons)
    for excluded in matches.excluded:
        assert excluded.item.title in text
        assert excluded.reason in text


@pytest.mark.parametrize(
    "expected",
    [
        "Fordeling af borgernes mails på Ærø",
        "23. november 2026",
        "(antaget, for I har ikke vurderet den)",
        "(jeres egen vurdering)",
        "Tid: mindre alvorlig. Kvalitet: ødelæggende",
        "Gør find-hjemlen. Anne Ågård, senest 4. januar 2027, i gang.",
        "Gør fyld-huller. Forslag: Leder, færdig.",
        "Note: Aftalt på mødet.",
        "Note: Vi spørger Søren på mandag.",
        "Løsningen fordeler æbler, øl og ål til de rette medarbejdere",
        "Start? 1. december 2026",
        "Pris? 1,5",
        "Drift? Ikke besvaret",
        "(rapporten s. 37, 38)",
        "Forbehold: Det var i 2021.",
        "Kræver: En ansvarlig. Et udtræk.",
        "2. Sæt tid af til juraen",
        "GDPR art. 5",
        "https://example.dk/skema?a=1&b=2",
        "Nørre Å Kommune",
        "Indholdsversion 0",
        "6 af 8 spørgsmål",
    ],
)
def test_the_report_says(expected: str, report: bytes) -> None:
    assert expected in text_of(report)


def test_each_page_tells_which_it_is_and_of_how_many(report: bytes) -> None:
    pages = pages_of(report)
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in page


def test_header_names_project_and_section_but_not_on_the_front(report: bytes) -> None:
    front, overview, *_ = pages_of(report)
    assert front.count("Fordeling af borgernes mails på Ærø") == 1
    assert "Fordeling af borgernes mails på Ærø Det vigtigste" in plain(overview)


def test_contents_give_the_page_where_each_section_begins(report: bytes) -> None:
    front, *rest = pages_of(report)
    contents = [line.rsplit(" ", 1) for line in front.split("Indhold")[-1].splitlines()[1:-1]]
    assert [title for title, _ in contents] == SECTIONS
    for title, number in contents:
        assert title in rest[int(number) - 2]


def test_the_overview_is_one_page(report: bytes, summary: Summary) -> None:
    overview, picture = pages_of(report)[1:3]
    assert "Det vigtigste" in overview
    assert "Risikobillede" in picture
    for item in summary.checklist.first:
        assert plain(item.text) in plain(overview)


def test_the_pdf_describes_itself(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Fordeling af borgernes mails på Ærø"
        assert str(pdf.docinfo["/Author"]) == "KI-klar"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123093000Z"
        assert str(pdf.Root["/Lang"]) == "da-DK"
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
            risks = [entry.title for entry in outline.root[2].children]
    assert titles == SECTIONS
    assert risks == ["Uklart, om I må bruge oplysningerne", "Hullede & uensartede data"]


def test_every_font_is_embedded(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as pdf:
        fonts = [
            thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font["/FontDescriptor"]
            assert "/ToUnicode" in font


def test_links_lead_to_sections_and_addresses(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as pdf:
        links = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
    addresses = {str(note["/A"]["/URI"]) for note in links if "/A" in note}
    assert addresses == {"https://example.dk/skema?a=1&b=2", "https://example.dk/lov"}
    assert sum("/Dest" in note for note in links) == len(SECTIONS)


def test_the_same_input_gives_the_same_bytes(
    report: bytes, write: Write, assessment: Assessment, summary: Summary
) -> None:
    assert write(assessment, summary) == report


def test_reports_made_at_once_do_not_disturb_each_other(
    report: bytes, write: Write, assessment: Assessment, summary: Summary
) -> None:
    with ThreadPoolExecutor(10) as pool:
        made = list(pool.map(lambda _: write(assessment, summary), range(10)))
    assert set(made) == {report}


def test_the_date_is_the_one_in_denmark(assessment: Assessment, summary: Summary, fonts: Path) -> None:
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert "1. januar 2027" in pages_of(write_pdf(assessment, summary, made_at=late, fonts=fonts))[0]


def test_another_content_version_is_told(write: Write, summary: Summary) -> None:
    older = replace(make_assessment(summary), content_version="gammel")
    assert "0 (selvevalueringen begyndte på version gammel)" in text_of(write(older, summary))


def test_a_report_without_answers_says_so(write: Write, empty: Summary) -> None:
    text = text_of(write(make_assessment(empty, title=" \u202e\n"), empty))
    assert "Projekt uden navn" in text
    assert "Ingen spørgsmål er besvaret endnu" in text
    assert "Der er ingen punkter endnu" in text
    assert "0 af 8 spørgsmål" in text


def test_answers_that_show_nothing_are_no_all_clear(write: Write, content: Content) -> None:
    summary = assess(content, {"jura": "0"})
    text = text_of(write(make_assessment(summary), summary))
    assert "Svarene viser ingen af udfordringerne. Det betyder ikke, at der ingen er." in text


def test_a_point_that_is_not_relevant_says_so(write: Write, summary: Summary) -> None:
    points = {item.id: PointState(status=PointStatus.NOT_RELEVANT) for item in summary.checklist.items}
    pdf = write(make_assessment(summary, points=points), summary)
    assert text_of(pdf).count(", ikke relevant.") == len(points)


HOSTILE = [
    "<script>alert(1)</script> & <b <i>ikke lukket</b> &amp; &#65; <para>",
    "x" * 10_000,
    "ord " * 2_500,
    "linje\n" * 1_500,
    "\u202edcba\u202c \x00\x07 漢字 😀 \ud800",
    "{title} %s \\ ) (",
    "\u00a0" * 5_000,
    "e\u0323" * 500,
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_printed_within_the_margins(typed: str, write: Write, summary: Summary) -> None:
    points = {item.id: PointState(owner=typed, note=typed) for item in summary.checklist.items[:2]}
    notes = {question.id: typed for question in summary.path.questions[:2]}
    pdf = write(make_assessment(summary, title=typed, notes=notes, points=points), summary)
    assert overflowing(pdf) == []


def test_markup_is_printed_as_it_was_typed(write: Write, summary: Summary) -> None:
    text = text_of(write(make_assessment(summary, title=HOSTILE[0], notes={"jura": HOSTILE[0]}), summary))
    assert f"Note: {HOSTILE[0]}" in text


def test_a_long_note_is_printed_to_the_last_letter(write: Write, summary: Summary) -> None:
    note = "".join(f"{number:05}" for number in range(2_000))
    points = {summary.checklist.items[0].id: PointState(note=note)}
    pages = pages_of(write(make_assessment(summary, points=points), summary))
    assert note in "".join(re.findall(r"^(?:Note: )?(\d{20,}|\d+)\s*$", "\n".join(pages), flags=re.MULTILINE))


def test_a_letter_that_the_font_lacks_leaves_a_mark(write: Write, summary: Summary, fonts: Path) -> None:
    mark = load_typeface(fonts).letters.mark
    text = text_of(write(make_assessment(summary, notes={"jura": "før 漢😀 efter \u202eabc"}), summary))
    assert f"Note: før {mark}{mark} efter abc" in text


def test_fonts_that_are_missing_are_named(assessment: Assessment, summary: Summary, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"Regular\.ttf"):
        write_pdf(assessment, summary, made_at=MADE_AT, fonts=tmp_path)
