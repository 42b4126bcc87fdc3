"""Telling apart what never changes by which object it is, where comparing what it holds would take longer."""

from dataclasses import dataclass
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[ItemT]):
    """Equals only another `Same` of the very same object. As a key it keeps the object, so its place stays its own."""

    item: ItemT

    def __eq__(self, other: object) -> bool:
        """Whether it is the same object."""
        return isinstance(other, Same) and self.item is other.item

    def __hash__(self) -> int:
        """Give a number that fits `==`."""
        return id(self.item)
