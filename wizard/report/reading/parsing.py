"""JSON from outside, with what JSON readers pass over in silence."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.report.reading.errors import UnreadableError

#: A report is six deep.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Parsed:
    """An object of JSON. `hidden` holds (key, value) for what stands earlier under a key that stands again."""

    data: Mapping[str, Any]
    hidden: tuple[tuple[str, Any], ...]


def parse(raw: bytes) -> Parsed:
    """Parse a file. Raises `UnreadableError`."""
    hidden: list[tuple[str, Any]] = []
    data = _load(raw, hidden)
    if _is_deep(data):
        raise UnreadableError("too-deep")
    if not isinstance(data, dict):
        raise UnreadableError("not-an-object")
    return Parsed(data, tuple(hidden))


def _load(raw: bytes, hidden: list[tuple[str, Any]]) -> Any:

    def read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read = dict(pairs)
        if len(read) < len(pairs):
            left = Counter(key for key, _ in pairs)
            for key, value in pairs:
                left[key] -= 1
                if left[key]:
                    hidden.append((key, value))
        return read

    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=read_object)
    except UnicodeDecodeError as error:
        raise UnreadableError("not-utf-8", position=error.start) from None
    except json.JSONDecodeError as error:
        raise UnreadableError("not-json", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise UnreadableError("too-deep") from None
    except ValueError:
        # Python reads no number of thousands of digits.
        raise UnreadableError("number-too-long") from None


def _is_deep(data: Any) -> bool:
    """Tell whether there is so much within each other that saying what stands there could fail."""
    level = [data]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(level)
