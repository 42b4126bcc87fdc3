"""Two checkers of accessible PDF that know nothing of us, and of each other: neither covers all. Both find nothing."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import outloud
import pdfua
import pytest

from tests.content.projects import FONTS, PROJECTS
from tests.unit.report.drawing import draw_on_canvas
from wizard.report.editions import Edition
from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.tagged.elements import Element

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.skipif(not FONTS.is_dir(), reason="needs the report's own fonts: `python run.py assets`"),
]

#: Warnings that are wrong, and why, by rule and by the projects whose reports may have them (any, where none is named).
EXCUSED = {
    ("PAG-001", ""): (
        "A line that begins or ends three pages by chance (a label above a list, a phase, what is typed many times) is "
        "taken for a header. It has to be heard. That headers and footers are decoration is tested in test_report.py."
    ),
    ("DOC-040", "endless"): "A title of 500 words is called too long. The product takes no more than 200 letters.",
    ("UA-14-001", "endless"): (
        "The rule stops at a heading that goes on over the page (ValueError: cannot get key '/is_integer'). Such a "
        "title is not taken by the product."
    ),
}


def find_by_outloud(path: Path) -> Iterator[tuple[str, str]]:
    """Give what the first checker finds above the level of advice, and which rules it could not run."""
    result = outloud.check(str(path))
    assert result.error is None
    for found in result.findings:
        if found.severity != "info":
            for evidence in str(found.evidence).split("; "):
                yield found.rule, evidence
    for run in result.runs:
        if run.status == "crashed":
            yield run.rule, str(run.reason)


def find_by_pdfua(path: Path) -> Iterator[tuple[str, str]]:
    """Give what the second checker finds, and which rules it could not run."""
    report = pdfua.validate(str(path))
    for found in report.findings:
        yield found.rule_id, found.message
    for outcome in report.skipped:
        yield outcome.rule_id, str(outcome.skipped_reason)


def check(pdf: bytes) -> list[tuple[str, str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rapport.pdf"
        path.write_bytes(pdf)
        return [*find_by_outloud(path), *find_by_pdfua(path)]


@cache
def find(name: str, edition: Edition) -> list[tuple[str, str]]:
    return check(PROJECTS[name]().write(edition))


def is_excused(name: str, rule: str) -> bool:
    return not EXCUSED.keys().isdisjoint({(rule, name), (rule, "")})


@pytest.mark.parametrize(("name", "edition"), list(product(PROJECTS, Edition)))
def test_no_checker_finds_anything(name: str, edition: Edition) -> None:
    assert [(rule, what) for rule, what in find(name, edition) if not is_excused(name, rule)] == []


@pytest.mark.parametrize(("rule", "name"), EXCUSED)
def test_every_excuse_is_needed(rule: str, name: str) -> None:
    names = [name] if name else list(PROJECTS)
    assert any(rule == found for one in names for found, _ in find(one, Edition.FULL))


# ---- that they would find it


class _Forgetful(TaggedCanvas):
    """A canvas that says nothing of what is drawn."""

    def mark(self, element: Element | None = None) -> None: ...

    def unmark(self) -> None: ...


def _draw(canvas: TaggedCanvas) -> None:
    for role, text, y in (("H1", "En overskrift", 700), ("P", "Et afsnit med tekst, der skal høres.", 650)):
        canvas.mark(Element(role))
        canvas.drawString(50, y, text)
        canvas.unmark()


def _draw_wrong(canvas: TaggedCanvas) -> None:
    _draw(canvas)
    canvas.mark(Element("Figure"))
    canvas.rect(50, 300, 200, 200)
    canvas.unmark()
    canvas.mark(Element("H4"))
    canvas.drawString(50, 200, "Et spring")
    canvas.unmark()


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert check(draw_on_canvas(_draw, FONTS)) == []


def test_both_checkers_find_what_is_not_marked() -> None:
    assert {rule for rule, _ in check(draw_on_canvas(_draw, FONTS, kind=_Forgetful))} == {
        "TAG-001",
        "UA-01-003",
    }


def test_both_checkers_find_what_is_marked_wrong() -> None:
    assert {rule for rule, _ in check(draw_on_canvas(_draw_wrong, FONTS))} == {
        "HDG-001",
        "FIG-001",
        "UA-13-004",
    }
