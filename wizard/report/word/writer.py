"""From blocks to what a Word document consists of."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart

from wizard.report.blocks import (
    Badge,
    Banner,
    Block,
    Contents,
    Facts,
    FirstFit,
    Gap,
    Heading,
    Items,
    Kept,
    NewPage,
    Note,
    Numeral,
    Part,
    Picture,
    Span,
    Table,
    Tasks,
    Text,
    Tick,
    Title,
)
from wizard.report.sheet import Faces
from wizard.report.word.contents import Bookmarks
from wizard.report.word.numbering import Numbering
from wizard.report.word.paragraphs import (
    PARAGRAPH,
    TABLE,
    begin_page,
    indent,
    keep_with_next,
    leave_room,
    list_in,
    make_paragraph,
    stop_tab,
)
from wizard.report.word.pictures import make_picture
from wizard.report.word.styles import TEXTS
from wizard.report.word.tables import make_table
from wizard.report.word.texts import make_badge, make_box, make_run, make_runs, make_tick
from wizard.report.word.xml import Element, clean_line, count_letters, make

#: How far in stands what has a label beside it.
_LABEL = 96.0
#: The room between a table and what stands above or below it.
_AROUND_TABLE = 8.0
_ABOVE_LABEL = 3.0
#: More letters than these are not kept together: where a page ends is better than half a page empty.
_MOST_KEPT = 500


class Writer:
    """Writes blocks into a document."""

    def __init__(self, part: DocumentPart, faces: Faces, bookmarks: Bookmarks) -> None:
        """Begin; pictures are lettered in `faces`."""
        self._part = part
        self._faces = faces
        self._bookmarks = bookmarks
        self._numbering = Numbering(part.numbering_part.element)
        self._ids = count(1)
        self._begins_page = False
        self._room = 0.0

    def write(self, blocks: Iterable[Block]) -> list[Element]:
        """Write blocks one after the other."""
        found: list[Element] = []
        for block in blocks:
            found = _join(found, self._write(block))
        return found

    def _write(self, block: Block) -> list[Element]:  # noqa: C901, PLR0911, PLR0912 - a line for each kind of block
        match block:
            case Text(parts, style):
                return [self._paragraph(TEXTS.get(style, TEXTS["body"]), self._runs(parts))]
            case Note():
                return [self._note(block)]
            case Title(text):
                return [self._paragraph("Title", [make_run(clean_line(text))])]
            case Heading():
                return [self._heading(block, block.text)]
            case Items():
                return self._items(block)
            case Facts(pairs):
                return list(self._facts(pairs))
            case Badge():
                return [self._paragraph("Normal", [make_badge(block)])]
            case Numeral(number):
                return [self._paragraph("Normal", self._runs([str(number)], strong=True))]
            case Tick():
                return [self._paragraph("Normal", make_tick(block, next(self._ids)))]
            case Tasks():
                return list(self._tasks(block))
            case Table():
                return [make_table(block, self._cell)]
            case Banner():
                return self._banner(block)
            case Picture():
                drawn = make_picture(block, self._faces, self._part, next(self._ids))
                return [self._paragraph(TEXTS["body"], [drawn])]
            case Contents():
                return self._bookmarks.make_contents()
            case Gap(height):
                self._room = height
                return []
            case NewPage(unless):
                # Where a page may go on, Word knows best how much room is left.
                self._begins_page = self._begins_page or not unless
                return []
            case Kept(inner):
                return self._kept(inner)
            case FirstFit(versions):
                return self.write(versions[0]) if versions else []
            case _:
                assert_never(block)

    def _paragraph(self, style: str, content: Sequence[Element]) -> Element:
        paragraph = make_paragraph(style, *content)
        if self._begins_page:
            begin_page(paragraph)
        elif self._room:
            leave_room(paragraph, before=self._room)
        self._begins_page, self._room = False, 0.0
        return paragraph

    def _heading(self, heading: Heading, text: str) -> Element:
        runs = self._bookmarks.wrap(heading, make_run(clean_line(text)))
        return self._paragraph(f"Heading{min(heading.level, 3)}", runs)

    def _banner(self, banner: Banner) -> list[Element]:
        """Write the head of a risk: what the PDF shows by place and colour stands in words on a line of its own."""
        heading = self._heading(banner.heading, f"{banner.numeral.number}. {banner.heading.text}")
        about = self._paragraph(TEXTS["note"], [make_badge(banner.badge), *self._runs([f"  {banner.note}"])])
        keep_with_next([about])
        return [heading, about]

    def _items(self, items: Items) -> list[Element]:
        style = TEXTS["numbered"] if items.is_numbered else TEXTS.get(items.style, TEXTS["bullet"])
        found = [self._paragraph(style, self._runs(parts)) for parts in items.items]
        if items.is_numbered:
            list_ = self._numbering.begin()
            for paragraph in found:
                list_in(paragraph, list_)
        return found

    def _note(self, note: Note, style: str = TEXTS["small"]) -> Element:
        return self._paragraph(style, self._runs([Span(f"{note.label} ", strong=True), note.text]))

    def _tasks(self, tasks: Tasks) -> Iterator[Element]:
        for task in tasks.tasks:
            box = make_box(task.tick, next(self._ids))
            found = [self._paragraph("List", [box, make("r", make("tab")), *self._runs(task.parts)])]
            found += [self._note(note, "ListContinue") for note in task.notes]
            keep_with_next(found[:-1])
            yield from found

    def _facts(self, pairs: Sequence[tuple[str, Sequence[Block]]]) -> Iterator[Element]:
        """Write labels with what they are about beside them, as letters have it; a list stands below its label."""
        for label, content in pairs:
            said = self._runs([Span(clean_line(label), strong=True)])
            if not content or isinstance(content[0], (Items, Tasks, Table)):
                yield self._paragraph(TEXTS["label"], said)
                yield from self.write(content)
                continue
            for place, element in enumerate(self.write(content)):
                if element.tag == PARAGRAPH:
                    _set_in(element, [] if place else [*said, make("r", make("tab"))])
                yield element

    def _kept(self, blocks: Sequence[Block]) -> list[Element]:
        """Keep blocks together with the beginning of the last one, and all of it where it is no table."""
        kept, last = self.write(blocks[:-1]), self.write(blocks[-1:])
        if last and last[0].tag == PARAGRAPH:
            kept, last = _join(kept, last[:-1]), last[-1:]
        if sum(map(count_letters, kept)) <= _MOST_KEPT:
            keep_with_next(kept)
        return _join(kept, last)

    def _cell(self, blocks: Sequence[Block], is_name: bool) -> list[Element]:  # noqa: FBT001 - see WriteCell
        """Write a cell; the first text of one that names its row stands out."""
        if is_name and blocks and isinstance(blocks[0], Text):
            return [make_paragraph(TEXTS["cell"], *self._runs(blocks[0].parts, strong=True)), *self.write(blocks[1:])]
        return self.write(blocks)

    def _runs(self, parts: Sequence[Part], *, strong: bool = False) -> list[Element]:
        return make_runs(parts, self._relate, strong=strong)

    def _relate(self, href: str) -> str:
        return self._part.relate_to(clean_line(href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def _set_in(paragraph: Element, label: Sequence[Element]) -> None:
    """Set a paragraph in, with its label to the left of it where it has one."""
    indent(paragraph, _LABEL, hanging=_LABEL if label else 0)
    if label:
        stop_tab(paragraph, _LABEL)
        leave_room(paragraph, before=_ABOVE_LABEL)
        # Behind its properties.
        paragraph[1:1] = label


def _join(above: list[Element], below: list[Element]) -> list[Element]:
    """Put elements after others, with room around tables: without a paragraph between, Word makes two tables one."""
    if not above or not below:
        return above + below
    upper, lower = above[-1], below[0]
    if upper.tag == TABLE == lower.tag:
        return [*above, make_paragraph("Normal"), *below]
    if upper.tag == PARAGRAPH and lower.tag == TABLE:
        leave_room(upper, after=_AROUND_TABLE)
    elif upper.tag == TABLE and lower.tag == PARAGRAPH and not lower.style.startswith("Heading"):
        leave_room(lower, before=_AROUND_TABLE)
    return above + below
