"""The list of contents: links to the headings, which are right whether or not Word makes the list anew.

There are no page numbers in it, since nobody but Word knows them, and asking Word to find them when the document is
opened makes it ask the reader about it. Who wants them updates the list.
"""

from collections.abc import Iterable, Iterator, Sequence

from wizard.report.blocks import Banner, Block, FirstFit, Heading, Kept
from wizard.report.word.paragraphs import make_paragraph
from wizard.report.word.texts import make_run
from wizard.report.word.xml import Element, clean_line, make

_INSTRUCTION = 'TOC \\o "1-1" \\n \\h \\z'


class Bookmarks:
    """The names under which headings of level 1 can be reached."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Name the headings among some blocks."""
        self.headings = [heading for heading in _find(blocks) if heading.level == 1]
        self._numbers = {id(heading): number for number, heading in enumerate(self.headings, start=1)}

    def wrap(self, heading: Heading, run: Element) -> list[Element]:
        """Give a run of a heading, between the marks of its name where it has one."""
        number = self._numbers.get(id(heading))
        if number is None:
            return [run]
        return [make("bookmarkStart", id=number, name=_name(number)), run, make("bookmarkEnd", id=number)]

    def make_contents(self) -> list[Element]:
        """Make the list."""
        entries = [self._make_entry(number, heading) for number, heading in enumerate(self.headings, start=1)]
        if not entries:
            return []
        first, last = entries[0], entries[-1]
        begin = [_mark("begin"), make("r", _instruct(_INSTRUCTION)), _mark("separate")]
        for place, element in enumerate(begin, start=1):
            first.insert(place, element)
        last.append(_mark("end"))
        part = make("docPartObj", make("docPartGallery", val="Table of Contents"), make("docPartUnique"))
        return [make("sdt", make("sdtPr", part), make("sdtContent", *entries))]

    def _make_entry(self, number: int, heading: Heading) -> Element:
        link = make("hyperlink", make_run(clean_line(heading.text)), anchor=_name(number), history=1)
        return make_paragraph("TOC1", link)


def _find(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Banner(heading=heading):
                yield heading
            case Kept(inner):
                yield from _find(inner)
            case FirstFit(versions):
                yield from _find(_fullest(versions))
            case _:
                pass


def _fullest(versions: Sequence[Sequence[Block]]) -> Sequence[Block]:
    return versions[0] if versions else ()


def _name(number: int) -> str:
    # What begins like this is known to Word as a place of a list of contents, and hidden among a document's bookmarks.
    return f"_Toc{number:09}"


def _mark(kind: str) -> Element:
    return make("r", make("fldChar", fldCharType=kind))


def _instruct(text: str) -> Element:
    element = make("instrText")
    element.text = text
    return element
