"""Conditions as they stand in files, read into the core's."""

from collections.abc import Mapping
from typing import Any

from wizard.catalogue.faults import Faults
from wizard.core.conditions import AllOf, AnyOf, Condition, Is, Not


class ConditionReader:
    """Reads the conditions of one file and field, noting every fault there."""

    def __init__(self, file: str, field: str, faults: Faults) -> None:
        """Read conditions for this place."""
        self._file = file
        self._field = field
        self._faults = faults

    def read(self, raw: Any) -> Condition | None:
        """Read a condition; None where it has a fault."""
        if not isinstance(raw, Mapping) or len(raw) != 1:
            self._faults.add(self._file, self._field, "condition-form", given=repr(raw)[:60])
            return None
        ((key, value),) = raw.items()
        if key in ("all", "any"):
            return self._read_parts(key, value)
        if key == "not":
            part = self.read(value)
            return Not(part) if part else None
        if not isinstance(value, list) or not value or not all(isinstance(option, str) for option in value):
            self._faults.add(self._file, f"{self._field}.{key}", "condition-options")
            return None
        return Is(str(key), frozenset(value))

    def _read_parts(self, key: str, value: Any) -> Condition | None:
        if not isinstance(value, list) or not value:
            self._faults.add(self._file, f"{self._field}.{key}", "condition-parts")
            return None
        read = [self.read(part) for part in value]
        parts = tuple(part for part in read if part)
        if len(parts) < len(read):
            return None
        return AllOf(parts) if key == "all" else AnyOf(parts)
