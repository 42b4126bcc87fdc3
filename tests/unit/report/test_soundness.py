"""That faults in a file's tags are found: a test that cannot fail shows nothing."""

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.unit.report.drawing import draw_on_canvas, draw_title, read_drawn, write
from tests.unit.report.soundness import find_faults
from tests.unit.report.structure import Tree
from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.tagged.elements import Element

pytestmark = pytest.mark.pdf


class _Forgetful(TaggedCanvas):
    """A canvas that says nothing of what is drawn."""

    def mark(self, element: Element | None = None) -> None: ...

    def unmark(self) -> None: ...


class _Mistaken(TaggedCanvas):
    """A canvas whose parent tree leads elsewhere."""

    def save(self) -> None:
        self.showPage()
        self._owners = [[self.root for _ in owners] for owners in self._owners if isinstance(owners, list)]
        super().save()


def test_content_without_a_mark_is_found_out(fonts: Path) -> None:
    faults = find_faults(Tree(draw_on_canvas(draw_title, fonts, kind=_Forgetful)))
    assert "painted outside marked content on page 1: ['Titel']" in faults
    assert "no single heading of level 1 comes first: []" in faults


def test_a_parent_tree_that_leads_elsewhere_is_found_out(fonts: Path) -> None:
    faults = find_faults(Tree(draw_on_canvas(draw_title, fonts, kind=_Mistaken)))
    assert faults == ["the parent tree does not lead from all content to where it belongs"]


@pytest.mark.parametrize(
    ("element", "fault"),
    [
        (Element("H3"), "a heading of level 3 follows one of level 1"),
        (Element("H1"), "no single heading of level 1 comes first: [1, 1]"),
        (Element("TD"), "a TD stands in a Document"),
        (Element("LBody", Element("L")), "a L holds ['LBody']"),
        (Element("TH", Element("TR", Element("Table"))), "a head has no scope"),
        (Element("TD", Element("TR", Element("Table"))), "a table has no head"),
        (Element("Figure"), "a figure has no words"),
        (Element("Link"), "a link lacks text or annotation: 'noget'"),
    ],
)
def test_what_stands_wrong_is_found_out(element: Element, fault: str, fonts: Path) -> None:
    assert fault in find_faults(read_drawn(lambda canvas: write(canvas, "noget", element), fonts))


def test_a_file_without_tags_is_found_out() -> None:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawString(50, 700, "ingen mærker")
    canvas.save()
    with pytest.raises(KeyError):
        Tree(file.getvalue())
