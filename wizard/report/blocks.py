"""What a report consists of, before it is decided whether it becomes a PDF or a Word document.

Blocks hold plain text as it was typed: whoever writes them cleans it for the format, and never reads it as markup.
Measures are points, and hints: a format that lays itself out leaves them alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from reportlab.graphics.shapes import Drawing

from wizard.report.palette import Tone
from wizard.report.sheet import Faces


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that differs from what stands around it; `lang` is a language tag, where it is another one."""

    text: str
    strong: bool = False
    muted: bool = False
    href: str = ""
    lang: str = ""


#: What texts are made of.
Part: TypeAlias = str | Span


class Form(Enum):
    """How close a table stands."""

    TABLE = "table"
    DENSE = "dense"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `style` names one of `typeset.styles`. Line breaks in it stay."""

    parts: Sequence[Part]
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody has noted beside the rest, after a label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """What the document is called."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section (level 1), or of what is in it (2, 3)."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with bullets or numbers."""

    items: Sequence[Sequence[Part]]
    style: str = "bullet"
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, and what stands under each; `width` is the room for labels."""

    pairs: "Sequence[tuple[str, Sequence[Block]]]"
    width: float = 70


@dataclass(frozen=True, slots=True)
class Badge:
    """A word on a colour."""

    word: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number of a risk, as the matrix shows it."""

    number: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, and how far the point is in a word."""

    word: str
    is_done: bool = False
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: the box, what it is, and what has been noted about it. How far it is stands in the text too."""

    tick: Tick
    parts: Sequence[Part]
    notes: Sequence[Note] = ()


@dataclass(frozen=True, slots=True)
class Tasks:
    """A list of things to do."""

    tasks: Sequence[Task]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, each a column of blocks; `tint` lies behind them."""

    cells: "Sequence[Sequence[Block]]"
    tint: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `title` says what it holds, for those who cannot see it; the column `names_rows` says what a row is.

    A column of width 0 takes what is left.
    """

    title: str
    widths: Sequence[float]
    heads: Sequence[str]
    rows: Sequence[Row]
    names_rows: int | None = None
    form: Form = Form.TABLE


@dataclass(frozen=True, slots=True)
class Banner:
    """The head of a block about one risk: its number and heading, what stands under the heading, and a badge."""

    numeral: Numeral
    heading: Heading
    note: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for a width and faces, and in words what a person would see."""

    draw: Callable[[float, Faces], Drawing]
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the headings of level 1 in the whole document."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Some room."""

    height: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """A new page, unless this one has at least `unless` left."""

    unless: float = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Blocks that stay together with the beginning of the last one; or with all of it, where that fits on a page."""

    blocks: "Sequence[Block]"
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class FirstFit:
    """Versions of the same, the fullest first: the first that fits on the page. Where pages grow, the fullest."""

    versions: "Sequence[Sequence[Block]]"


Block: TypeAlias = (
    Text
    | Note
    | Title
    | Heading
    | Items
    | Facts
    | Badge
    | Numeral
    | Tick
    | Tasks
    | Table
    | Banner
    | Picture
    | Contents
    | Gap
    | NewPage
    | Kept
    | FirstFit
)
