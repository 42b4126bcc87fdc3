"""The words of the rules: short texts by key, with named places to fill."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Texts by key. Words that people see live here, so that no rule holds a sentence."""

    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Fill the places of a text. Raises KeyError for an unknown key or a missing value."""
        return self.texts[key].format_map(values)


#: The most letters shown of a value that came from outside.
_SHOWN = 120


def on_one_line(value: object) -> str:
    """Say a value that came from outside: cut where it is long, and without what breaks a line or drives a terminal."""
    text = str(value)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(letter if letter.isprintable() else "�" for letter in shown)
