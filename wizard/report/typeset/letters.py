"""What a person typed, made fit to print: nothing that steers, and a visible mark for a missing letter."""

import re
import unicodedata
from collections.abc import Collection

#: What stands for a letter that the font lacks: the first of these that it has.
MARKS = "\ufffd◊?"

_BREAKS = dict.fromkeys(map(ord, "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
#: A run of no-break spaces holds nothing together, and would be one endless word.
_NO_BREAKS = re.compile("\u00a0{2,}")
_BLANK_LINES = re.compile(r"\n(?: *\n){2,}")
#: Variation selectors choose between pictures of one letter; alone they are nothing to see.
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def is_seen(text: str) -> bool:
    """Say whether anything is to be seen of a text when it is printed."""
    return any(not letter.isspace() and not _is_hidden(letter) for letter in text)


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf") or any(ord(letter) in selectors for selectors in _SELECTORS)


class Letters(dict[int, str]):
    """A table for `str.translate`: what each character becomes in a font that has `drawable`.

    Characters that steer and don't show (control, bidi marks and overrides, joiners, soft hyphens) become nothing.
    """

    def __init__(self, drawable: Collection[int]) -> None:
        super().__init__(_BREAKS)
        self.drawable = drawable
        self.mark = next(mark for mark in MARKS if ord(mark) in drawable)
        self[ord("\t")] = " "
        self[ord("\u00a0")] = "\u00a0" if ord("\u00a0") in drawable else " "

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if unicodedata.category(letter) == "Zs":
            return " "
        if _is_hidden(letter):
            return ""
        if code not in self.drawable:
            return self.mark
        self[code] = letter
        return letter

    def clean(self, text: str) -> str:
        """Give the text as it can be printed. Line breaks inside it stay; never more than one empty line in a row."""
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        text = _NO_BREAKS.sub(" ", text.translate(self))
        return _BLANK_LINES.sub("\n\n", text).strip("\n")

    def line(self, text: str) -> str:
        """Give the text on one line."""
        return " ".join(self.clean(text).split())
