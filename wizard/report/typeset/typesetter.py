"""From blocks to flowables: one place to change how a report looks on paper, or what it is in the structure tree."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import assert_never

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from wizard.report import blocks, palette
from wizard.report.sheet import Faces
from wizard.report.tagged.elements import Element, column_head, listing, row_head
from wizard.report.typeset.grid import Grid, Look, Row, RowElements
from wizard.report.typeset.headings import Heading, PageNumber
from wizard.report.typeset.lines import Run
from wizard.report.typeset.marks import Badge, Figure, Numeral, TickBox
from wizard.report.typeset.stack import FirstFit, Kept
from wizard.report.typeset.styles import make_styles
from wizard.report.typeset.text import Bullet, Style, Text
from wizard.report.typeset.typeface import Typeface

_LOOKS = {
    blocks.Form.TABLE: Look(rule=palette.RULE, edge=6),
    blocks.Form.DENSE: Look(rule=palette.RULE, above=3, below=3.5, edge=6),
}
_PLAIN = Look(rule="", above=0, below=3, least_part=40)
_TASKS = Look(rule="", above=1.5, below=1.5, gutter=6, least_part=40, before=2)
_BANNER = Look(rule="", above=6, below=6, edge=8, before=15)
_CONTENTS = Look(rule=palette.RULE, above=2, below=2)
_BULLET = "\u2022"
#: A longer title is set smaller.
_LONG_TITLE = 120
#: How far left of the page number the link of a line in the contents goes.
_REACH = 380.0


class Typesetter:
    """Sets blocks in one typeface, `width` points wide."""

    def __init__(self, typeface: Typeface, width: float) -> None:
        """Begin a document."""
        self.typeface = typeface
        self.width = width
        self._styles = make_styles(typeface)
        self._keys: dict[int, str] = {}
        self._sections: list[blocks.Heading] = []

    def set(self, content: Sequence[blocks.Block]) -> list[Flowable]:
        """Set a whole document."""
        headings = list(_find_headings(content))
        self._keys = {id(heading): f"heading-{number}" for number, heading in enumerate(headings, start=1)}
        self._sections = [heading for heading in headings if heading.level == 1]
        return self._set_all(content)

    def _set_all(self, content: Sequence[blocks.Block]) -> list[Flowable]:
        return [flowable for block in content for flowable in self._set(block)]

    def _set(self, block: blocks.Block) -> list[Flowable]:  # noqa: C901, PLR0911, PLR0912 - a line for each kind of block
        match block:
            case blocks.Text():
                return [self._text(block.parts, block.style, Element("P"))]
            case blocks.Note():
                return [self._note(block)]
            case blocks.Title():
                return [self._title(block)]
            case blocks.Heading():
                return [self._heading(block, f"h{block.level}", Element(f"H{block.level + 1}"))]
            case blocks.Items():
                return list(self._items(block))
            case blocks.Facts():
                return [self._facts(block)]
            case blocks.Badge():
                return [self._badge(block)]
            case blocks.Numeral():
                return [self._numeral(block)]
            case blocks.Tick():
                word = self.typeface.letters.line(block.word)
                face = self.typeface.regular
                return [TickBox(word, face, is_done=block.is_done, is_dropped=block.is_dropped)]
            case blocks.Tasks():
                return [self._tasks(block)]
            case blocks.Table():
                return [self._table(block)]
            case blocks.Banner():
                return [self._banner(block)]
            case blocks.Picture():
                drawing = block.draw(self.width, Faces(self.typeface.regular, self.typeface.semibold))
                return [Figure(drawing, Element("Figure", alternative=f"{block.title}. {block.description}"))]
            case blocks.Contents():
                return [self._contents()]
            case blocks.Gap():
                return [Spacer(0, block.height)]
            case blocks.NewPage():
                return [CondPageBreak(block.unless) if block.unless else PageBreak()]
            case blocks.Kept():
                return self._keep(block)
            case blocks.FirstFit():
                return [FirstFit([self._set_all(version) for version in block.versions])]
            case _:
                assert_never(block)

    def _keep(self, block: blocks.Kept) -> list[Flowable]:
        """Keep what leads with the beginning of the last block, which may be many flowables: a list flows on."""
        if block.is_whole:
            return [Kept(self._set_all(block.blocks), is_whole=True)]
        *leading, last = block.blocks
        begun, *rest = self._set(last)
        return [Kept([*self._set_all(leading), begun]), *rest]

    # ---- text

    def _text(
        self,
        parts: Sequence[blocks.Part],
        style: str,
        element: Element | None,
        bullet: Bullet | None = None,
    ) -> Text:
        set_in = self._styles[style]
        return Text([self._run(part, set_in) for part in parts], set_in, element, bullet=bullet)

    def _run(self, part: blocks.Part, style: Style) -> Run:
        clean = self.typeface.letters.clean
        if isinstance(part, str):
            return Run(clean(part), style.face, style.colour)
        face = self.typeface.semibold if part.strong else style.face
        colour = palette.ACCENT if part.href else palette.MUTED if part.muted else style.colour
        element = None
        if part.href or part.lang:
            element = Element("Link" if part.href else "Span", language=part.lang)
        return Run(clean(part.text), face, colour, part.href, element)

    def _note(self, block: blocks.Note) -> Text:
        style = self._styles["small"]
        clean = self.typeface.letters.clean
        note = Element("Note")
        label = Run(f"{clean(block.label)} ", self.typeface.semibold, style.colour, element=Element("Lbl", note))
        text = Run(clean(block.text), style.face, style.colour, element=Element("Span", note))
        return Text([label, text], style, note)

    def _title(self, block: blocks.Title) -> Text:
        text = self.typeface.letters.line(block.text)
        style = self._styles["title-long" if len(text) > _LONG_TITLE else "title"]
        return Text([Run(text, style.face, style.colour)], style, Element("H1"))

    def _heading(self, block: blocks.Heading, style: str, element: Element) -> Heading:
        set_in = self._styles[style]
        run = Run(self.typeface.letters.line(block.text), set_in.face, set_in.colour)
        return Heading([run], set_in, element, self._keys[id(block)], block.level)

    def _items(self, block: blocks.Items) -> Iterator[Flowable]:
        whole = listing(is_numbered=block.is_numbered)
        for number, parts in zip(count(1), block.items, strict=False):
            item = Element("LI", whole)
            bullet = Bullet(f"{number}. " if block.is_numbered else f"{_BULLET} ", Element("Lbl", item))
            yield self._text(parts, block.style, Element("LBody", item), bullet)

    # ---- things side by side

    def _facts(self, block: blocks.Facts) -> Grid:
        whole = listing()
        rows = []
        for label, content in block.pairs:
            item = Element("LI", whole)
            elements = RowElements(item, (Element("Lbl", item), Element("LBody", item)))
            rows.append(Row([[self._text([label], "label", None)], self._cell(content)], elements=elements))
        return Grid([block.width, 0], rows, _PLAIN, element=whole)

    def _tasks(self, block: blocks.Tasks) -> Grid:
        whole = listing()
        rows = []
        for task in block.tasks:
            item = Element("LI", whole)
            box = TickBox("", self.typeface.regular, is_done=task.tick.is_done, is_dropped=task.tick.is_dropped)
            body: list[Flowable] = [self._text(task.parts, "small", Element("P")), *map(self._note, task.notes)]
            rows.append(Row([[box], body], elements=RowElements(item, (None, Element("LBody", item)))))
        return Grid([12, 0], rows, _TASKS, element=whole)

    def _cell(self, content: Sequence[blocks.Block]) -> list[Flowable]:
        """Set what stands in a cell; a single text needs no paragraph of its own there."""
        match content:
            case [blocks.Text() as only]:
                return [self._text(only.parts, only.style, None)]
            case _:
                return self._set_all(content)

    def _table(self, block: blocks.Table) -> Grid:
        title = self.typeface.letters.line(block.title)
        whole = Element("Table", summary=title)
        top = Element("TR", whole)
        head = Row(
            [[self._text([label], "head", None)] for label in block.heads],
            palette.QUIET,
            RowElements(top, [column_head(top) for _ in block.heads]),
        )
        rows = [self._row(block, row, whole) for row in block.rows]
        return Grid(block.widths, rows, _LOOKS[block.form], head=head, element=whole)

    def _row(self, block: blocks.Table, row: blocks.Row, table: Element) -> Row:
        element = Element("TR", table)
        columns = len(block.heads)
        # In a small or narrow table most cells would be heads, and a reader would hear little else.
        named = block.names_rows if (columns - 1) * len(block.rows) > columns + len(block.rows) else None
        cells = [row_head(element) if place == named else Element("TD", element) for place in range(columns)]
        return Row([self._cell(cell) for cell in row.cells], row.tint, RowElements(element, cells))

    def _banner(self, block: blocks.Banner) -> Grid:
        heading = self._heading(block.heading, "block", Element(f"H{block.heading.level + 1}"))
        # The line under the heading says the number too: whoever goes by headings should not hear it before one.
        numeral = self._numeral(block.numeral, is_decoration=True)
        row = Row(
            [
                [numeral],
                [heading, self._text([block.note], "note", Element("P"))],
                [self._badge(block.badge, at_right=True)],
            ],
            block.numeral.tone.tint,
        )
        return Grid([20, 0, 90], [row], _BANNER)

    def _badge(self, block: blocks.Badge, *, at_right: bool = False) -> Badge:
        word = self.typeface.letters.line(block.word)
        return Badge(word, block.tone.strong, self.typeface.semibold, at_right=at_right)

    def _numeral(self, block: blocks.Numeral, *, is_decoration: bool = False) -> Numeral:
        return Numeral(block.number, block.tone.strong, self.typeface.semibold, is_decoration=is_decoration)

    def _contents(self) -> Grid:
        style = self._styles["contents"]
        whole = Element("TOC")
        rows = []
        for section in self._sections:
            item = Element("TOCI", whole)
            link = Element("Link", Element("Reference", item))
            title = self.typeface.letters.line(section.text)
            number = PageNumber(self._keys[id(section)], title, style.leading, _REACH, link)
            text = Text([Run(f"{title} ", style.face, style.colour)], style, link)
            rows.append(Row([[text], [number]]))
        return Grid([0, 40], rows, _CONTENTS)


def _find_headings(content: Sequence[blocks.Block]) -> Iterator[blocks.Heading]:
    for block in content:
        match block:
            case blocks.Heading():
                yield block
            case blocks.Banner():
                yield block.heading
            case blocks.Kept():
                yield from _find_headings(block.blocks)
            case blocks.FirstFit():
                for version in block.versions:
                    yield from _find_headings(version)
            case _:
                pass
