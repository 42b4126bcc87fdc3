"""The styles of a report in Word. All are Word's own, so Word shows them by its own names, in the reader's language.

Sizes in points. One typeface everywhere, which every machine has or has a twin of; lawyers change it in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn

from wizard.report import palette
from wizard.report.word.xml import TWIPS, Element, make

FACE = "Arial"
#: How wide the text is.
WIDTH = 481.0
LANGUAGE = "da-DK"

#: The styles of texts in blocks (`typeset.styles`), by what does their work in Word.
TEXTS: Mapping[str, str] = {
    "brand": "MessageHeader",
    "kicker": "Subtitle",
    "date": "Date",
    "lead": "BodyText2",
    "body": "BodyText",
    "cell": "Normal",
    "small": "Normal",
    "note": "BodyText3",
    "why": "BodyText3",
    "label": "NoteHeading",
    "h2": "TOCHeading",
    "bullet": "ListBullet",
    "cell-bullet": "ListBullet2",
    "small-bullet": "ListBullet2",
    "numbered": "ListNumber",
}
#: The numbered lists that the list styles belong to: bullets, bullets in small, numbers.
BULLETS, SMALL_BULLETS, NUMBERS = 1, 2, 3
#: How far in their items stand.
INDENTS: Mapping[int, float] = {BULLETS: 13, SMALL_BULLETS: 10, NUMBERS: 18}
TABLE = "GridTable1Light"


@dataclass(frozen=True, slots=True)
class _Style:
    """A kind of paragraph. `level` makes it a heading; `list_` is the number of the list that it belongs to.

    It stands `inset` from the left, and its first line `hanging` to the left of that.
    """

    name: str
    size: float = 10
    before: float = 0
    after: float = 4
    bold: bool = False
    colour: str = palette.INK
    level: int = 0
    keeps_next: bool = False
    list_: int = 0
    inset: float = 0
    hanging: float = 0
    rule: str = ""
    tabs: tuple[tuple[str, float], ...] = ()


_ACCENT, _MUTED = palette.ACCENT, palette.MUTED
_STYLES: Mapping[str, _Style] = {
    "Normal": _Style("Normal", 9, after=2),
    "BodyText": _Style("Body Text", after=6),
    "BodyText2": _Style("Body Text 2", 11, before=4, after=8),
    "BodyText3": _Style("Body Text 3", 8.5, after=2, colour=_MUTED),
    "MessageHeader": _Style("Message Header", 13, after=2, bold=True, colour=_ACCENT),
    "Title": _Style("Title", 24, after=8, bold=True, keeps_next=True),
    "Subtitle": _Style("Subtitle", 11, after=6, bold=True, colour=_MUTED),
    "Date": _Style("Date", 11, after=18, colour=_MUTED),
    "Heading1": _Style("heading 1", 18, before=28, after=8, bold=True, level=1, keeps_next=True),
    "Heading2": _Style("heading 2", 13, before=18, after=4, bold=True, level=2, keeps_next=True),
    "Heading3": _Style("heading 3", 11, before=12, after=4, bold=True, level=3, keeps_next=True),
    "TOCHeading": _Style("TOC Heading", 13, before=18, after=6, bold=True, keeps_next=True),
    "TOC1": _Style("toc 1", after=6),
    "NoteHeading": _Style("Note Heading", 9, before=6, after=1, bold=True, colour=_MUTED, keeps_next=True),
    "ListBullet": _Style("List Bullet", after=3, list_=BULLETS),
    "ListBullet2": _Style("List Bullet 2", 9, after=2, list_=SMALL_BULLETS),
    "ListNumber": _Style("List Number", after=4, list_=NUMBERS),
    "List": _Style("List", 9, after=3, inset=16, hanging=16),
    "ListContinue": _Style("List Continue", 9, after=3, inset=16),
    "Header": _Style("header", 8, after=0, colour=_MUTED, rule="bottom"),
    "Footer": _Style("footer", 8, after=0, colour=_MUTED, rule="top", tabs=(("right", WIDTH),)),
}
#: Faces of text inside a paragraph: name, bold, colour, underlined.
_FACES: Mapping[str, tuple[str, bool, str, bool]] = {
    "Strong": ("Strong", True, "", False),
    "SubtleEmphasis": ("Subtle Emphasis", False, _MUTED, False),
    "Hyperlink": ("Hyperlink", False, _ACCENT, True),
}


def fill_styles(styles: Element) -> None:
    """Put the styles of a report in place of those that are there."""
    for style in styles.findall(qn("w:style")):
        styles.remove(style)
    defaults = styles.find(qn("w:docDefaults"))
    defaults.clear()
    defaults.extend(
        [
            make("rPrDefault", make("rPr", _fonts(), *_sizes(10), make("lang", val=LANGUAGE, eastAsia=LANGUAGE))),
            make("pPrDefault", make("pPr", make("spacing", after=0, line=264, lineRule="auto"))),
        ]
    )
    styles.extend(_paragraph_style(id_, style) for id_, style in _STYLES.items())
    styles.append(_default("character", "DefaultParagraphFont", "Default Paragraph Font"))
    styles.extend(_face(id_, *face) for id_, face in _FACES.items())
    styles.extend([_default("numbering", "NoList", "No List"), _plain_table(), _table()])


def _paragraph_style(id_: str, style: _Style) -> Element:
    is_normal = id_ == "Normal"
    head = [
        make("name", val=style.name),
        None if is_normal else make("basedOn", val="Normal"),
        make("next", val="BodyText") if style.keeps_next else None,
        make("uiPriority", val=1),
        make("qFormat"),
    ]
    paragraph = make(
        "pPr",
        make("keepNext") if style.keeps_next else None,
        make("keepLines") if style.level else None,
        make("numPr", make("numId", val=style.list_)) if style.list_ else None,
        make("pBdr", make(style.rule, val="single", sz=4, space=4, color=palette.RULE[1:])) if style.rule else None,
        make("tabs", *(make("tab", val=kind, pos=_twips(place)) for kind, place in style.tabs)) if style.tabs else None,
        make("suppressAutoHyphens") if style.level else None,
        make("spacing", before=_twips(style.before), after=_twips(style.after)),
        make("ind", left=_twips(style.inset), hanging=_twips(style.hanging)) if style.inset else None,
        make("outlineLvl", val=style.level - 1) if style.level else None,
    )
    letters = make(
        "rPr",
        make("b") if style.bold else None,
        make("color", val=style.colour[1:]),
        *_sizes(style.size),
    )
    found = make("style", *head, paragraph, letters, type="paragraph", styleId=id_)
    if is_normal:
        found.set(qn("w:default"), "1")
    return found


def _face(id_: str, name: str, bold: bool, colour: str, underlined: bool) -> Element:  # noqa: FBT001 - a row of a table
    letters = make(
        "rPr",
        make("b") if bold else None,
        make("color", val=colour[1:]) if colour else None,
        make("u", val="single") if underlined else None,
    )
    head = (make("name", val=name), make("uiPriority", val=1), make("qFormat"))
    return make("style", *head, letters, type="character", styleId=id_)


def _default(kind: str, id_: str, name: str) -> Element:
    return make("style", make("name", val=name), make("semiHidden"), type=kind, default=1, styleId=id_)


def _plain_table() -> Element:
    cells = make("tblCellMar", *(make(side, w=108 if side in ("left", "right") else 0, type="dxa") for side in _SIDES))
    look = make("tblPr", make("tblInd", w=0, type="dxa"), cells)
    found = _default("table", "TableNormal", "Normal Table")
    found.append(look)
    return found


_SIDES = ("top", "left", "bottom", "right")


def _table() -> Element:
    """Make the one kind of table: light rules between rows, the head on a light ground."""
    rules = [make(side, val="single", sz=4, space=0, color=palette.RULE[1:]) for side in ("top", "bottom", "insideH")]
    cells = make("tblCellMar", *(make(side, w=90 if side in ("left", "right") else 50, type="dxa") for side in _SIDES))
    head = make(
        "tblStylePr",
        make("rPr", make("b"), make("color", val=palette.MUTED[1:])),
        make("tcPr", make("shd", val="clear", color="auto", fill=palette.QUIET[1:]), make("vAlign", val="bottom")),
        type="firstRow",
    )
    return make(
        "style",
        make("name", val="Grid Table 1 Light"),
        make("basedOn", val="TableNormal"),
        make("uiPriority", val=1),
        make("tblPr", make("tblInd", w=0, type="dxa"), make("tblBorders", *rules), cells),
        head,
        type="table",
        styleId=TABLE,
    )


def _fonts() -> Element:
    return make("rFonts", ascii=FACE, hAnsi=FACE, eastAsia=FACE, cs=FACE)


def _sizes(points: float) -> list[Element]:
    """Give a size for letters of all scripts; Word counts half points."""
    return [make(name, val=round(points * 2)) for name in ("sz", "szCs")]


def _twips(points: float) -> int:
    return round(points * TWIPS)
