"""Faults in the content: each with file, field and reason, all of them at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.core.phrases import Phrases, on_one_line
from wizard.errors import KiKlarError


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in the content. `file` is relative to the root, `field` a dotted path, `reason` in Danish."""

    file: str
    field: str
    reason: str

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{self.file}: {self.field}: {self.reason}" if self.field else f"{self.file}: {self.reason}"


class ContentError(KiKlarError):
    """The content has faults; `faults` holds every one of them, sorted."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults, sorted and without repeats."""
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Faults:
    """A collector of faults, passed along while content is read and checked."""

    def __init__(self, phrases: Phrases) -> None:
        """Begin with none. `phrases` holds the reasons."""
        self._phrases = phrases
        self.found: list[Fault] = []

    def add(self, file: str, field: str, reason: str, /, **values: object) -> None:
        """Note a fault; `reason` is the part of a phrase key after `fault.`."""
        said = {name: on_one_line(value) for name, value in values.items()}
        self.say(file, field, self._phrases(f"fault.{reason}", **said))

    def explain(self, key: str, otherwise: str, /, **values: object) -> str:
        """Say what is wrong with a value: the phrase after `wrong-value.`, or `otherwise` where there is none."""
        known = f"wrong-value.{key}"
        return self._phrases(known, **values) if known in self._phrases.texts else otherwise

    def say(self, file: str, field: str, reason: str) -> None:
        """Note a fault whose reason is said already."""
        self.found.append(Fault(file, field, reason))

    def check_phrase(self, file: str, field: str, key: str) -> None:
        """Note a value that has no name among the phrases."""
        if key not in self._phrases.texts:
            self.add(file, field, "no-name", key=key)
