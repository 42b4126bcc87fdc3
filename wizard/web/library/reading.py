"""How much of the report can be read, counted from the content."""

from dataclasses import dataclass

from wizard.core.content import Content


@dataclass(frozen=True, slots=True)
class Readable:
    """What can be read of the leaders' views: of `rated` consequences in `cases` cases, `unread` cannot be."""

    cases: int
    rated: int
    unread: int
    without: int


def count_readable(content: Content) -> Readable:
    """Count the consequences; `without` are the cases of which not one can be read."""
    views = [case.consequences for case in content.cases.values() if case.consequences is not None]
    return Readable(
        cases=len(views),
        rated=sum(map(len, views)),
        unread=sum(level is None for view in views for level in view.values()),
        without=sum(not any(view.values()) for view in views),
    )
