"""Lists as Word keeps them: numbers that Word counts, and that begin anew with each list."""

from wizard.report.word.styles import BULLETS, INDENTS, NUMBERS, SMALL_BULLETS
from wizard.report.word.xml import TWIPS, Element, make

_STYLES = {BULLETS: "ListBullet", SMALL_BULLETS: "ListBullet2", NUMBERS: "ListNumber"}


class Numbering:
    """The lists of a document."""

    def __init__(self, element: Element) -> None:
        """Put the lists of a report in place of those that are there."""
        self._element = element
        element.clear()
        # Word wants what lists look like before the lists.
        element.extend(_look(number) for number in _STYLES)
        element.extend(make("num", make("abstractNumId", val=number), numId=number) for number in _STYLES)
        self._last = max(_STYLES)

    def begin(self) -> int:
        """Begin a numbered list; gives its number."""
        self._last += 1
        anew = make("lvlOverride", make("startOverride", val=1), ilvl=0)
        self._element.append(make("num", make("abstractNumId", val=NUMBERS), anew, numId=self._last))
        return self._last


def _look(number: int) -> Element:
    indent = round(INDENTS[number] * TWIPS)
    is_numbered = number == NUMBERS
    level = make(
        "lvl",
        make("start", val=1),
        make("numFmt", val="decimal" if is_numbered else "bullet"),
        make("pStyle", val=_STYLES[number]),
        make("lvlText", val="%1." if is_numbered else "\u2022"),
        make("lvlJc", val="left"),
        make("pPr", make("ind", left=indent, hanging=indent)),
        ilvl=0,
    )
    return make("abstractNum", make("multiLevelType", val="singleLevel"), level, abstractNumId=number)
