"""Everything that stands on a page comes from here: one place to change how a report looks, or what it is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from wizard.report import palette
from wizard.report.sheet import Faces
from wizard.report.typeset.grid import Grid, Look, Row
from wizard.report.typeset.headings import Heading, PageNumber
from wizard.report.typeset.lines import Run
from wizard.report.typeset.marks import Badge, Numeral, TickBox
from wizard.report.typeset.stack import Kept
from wizard.report.typeset.styles import make_styles
from wizard.report.typeset.text import Style, Text
from wizard.report.typeset.typeface import Typeface


@dataclass(frozen=True, slots=True)
class Span:
    """Text with a face, a colour or an address of its own; what is empty is as in the text around it."""

    text: str
    face: str = ""
    colour: str = ""
    href: str = ""


#: What texts are made of. A plain string is cleaned, and is never read as markup.
Part = str | Span

TABLE = Look(rule=palette.RULE, edge=6)
DENSE = Look(rule=palette.RULE, above=3, below=3.5, edge=6)
PLAIN = Look(rule="", above=0, below=3, least_part=40)

_BULLET = "\u2022"


class Typesetter:
    """Makes flowables in one typeface, and remembers the headings that it made."""

    def __init__(self, typeface: Typeface) -> None:
        """Begin a document."""
        self.typeface = typeface
        self.styles = make_styles(typeface)
        self.headings: list[Heading] = []

    @property
    def faces(self) -> Faces:
        """The faces that pictures are lettered in."""
        return Faces(self.typeface.regular, self.typeface.semibold)

    def strong(self, text: str) -> Span:
        """Make a text stand out."""
        return Span(text, face=self.typeface.semibold)

    def muted(self, text: str) -> Span:
        """Make a text step back."""
        return Span(text, colour=palette.MUTED)

    def link(self, text: str, href: str) -> Span:
        """Make a text lead to an address."""
        return Span(text, colour=palette.ACCENT, href=href)

    def text(self, *parts: Part, style: str = "body", bullet: str = "") -> Text:
        """Make a text; the line breaks in it stay."""
        set_in = self.styles[style]
        return Text([self._run(part, set_in) for part in parts], set_in, bullet=bullet)

    def note(self, label: str, text: str) -> list[Flowable]:
        """Make what somebody has noted, after a label; nothing where there is nothing to see."""
        noted = self.typeface.letters.clean(text).strip()
        return [self.text(self.strong(label), f" {noted}", style="small")] if noted else []

    def bullets(self, texts: Iterable[Sequence[Part]], *, style: str = "bullet") -> list[Flowable]:
        """Make a list."""
        return [self.text(*parts, style=style, bullet=_BULLET) for parts in texts]

    def heading(self, text: str, level: int, *, style: str = "") -> Heading:
        """Make a heading of level 1 or more; it looks like its level unless it is given a style."""
        set_in = self.styles[style or f"h{level}"]
        run = Run(self.typeface.letters.line(text), set_in.face, set_in.colour)
        heading = Heading([run], set_in, f"heading-{len(self.headings) + 1}", level)
        self.headings.append(heading)
        return heading

    def contents(self) -> Flowable:
        """List the headings of level 1 that have been made so far, with their pages."""
        rows = []
        style = self.styles["contents"]
        for heading in self.headings:
            if heading.level == 1:
                number = PageNumber(heading.key, heading.title, style.leading, reach=380)
                rows.append(Row([[self.text(heading.title, style="contents")], [number]]))
        return Grid([0, 40], rows, Look(rule=palette.RULE, above=2, below=2))

    def kept(self, *content: Flowable) -> Flowable:
        """Keep flowables together with the beginning of the last one."""
        return Kept(content)

    def table(self, widths: Sequence[float], heads: Sequence[str], rows: Sequence[Row], *, look: Look = TABLE) -> Grid:
        """Make a table with a head; widths in points, 0 takes what is left."""
        head = Row([[self.text(label, style="head")] for label in heads], palette.QUIET)
        return Grid(widths, rows, look, head=head)

    def facts(self, pairs: Iterable[tuple[str, Sequence[Flowable]]], *, width: float = 70) -> Grid:
        """Set labels at the left of what they are about."""
        rows = [Row([[self.text(label, style="label")], content]) for label, content in pairs]
        return Grid([width, 0], rows, PLAIN)

    def badge(self, word: str, colour: str, *, at_right: bool = False) -> Flowable:
        """Set a word in white on a colour."""
        return Badge(self.typeface.letters.line(word), colour, self.typeface.semibold, at_right=at_right)

    def numeral(self, number: int, colour: str) -> Flowable:
        """Set a number in a ring."""
        return Numeral(number, colour, self.typeface.semibold)

    def tick_box(self, *, is_done: bool, is_dropped: bool) -> Flowable:
        """Set a box to tick."""
        return TickBox(is_done=is_done, is_dropped=is_dropped)

    def picture(self, drawing: Drawing) -> Flowable:
        """Set a picture."""
        return drawing

    def gap(self, height: float) -> Flowable:
        """Leave room; in points."""
        return Spacer(0, height)

    def new_page(self, *, unless: float = 0) -> Flowable:
        """Go on at a new page, unless this one has at least so many points left."""
        return CondPageBreak(unless) if unless else PageBreak()

    def _run(self, part: Part, style: Style) -> Run:
        clean = self.typeface.letters.clean
        if isinstance(part, Span):
            return Run(clean(part.text), part.face or style.face, part.colour or style.colour, part.href)
        return Run(clean(part), style.face, style.colour)
