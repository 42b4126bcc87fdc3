"""What must stand beside a case or a tool wherever it is named: its caution, and the law to hold it against."""

from collections.abc import Iterator

from wizard.core.content import Content
from wizard.core.guidance import Case, Tool

#: How many letters, without spaces, may stand between a name and its caution: a summary, and why it is shown.
NEAR = 1_000
#: How many may stand between a caution and the name where a link or a fold says it once more.
BACK = 300


def cautioned(content: Content) -> list[Case | Tool]:
    """Give every case and tool that must not be named alone."""
    items: list[Case | Tool] = [*content.cases.values(), *content.tools.values()]
    return [item for item in items if item.caution]


def close_up(text: str) -> str:
    """Give a text without spaces: lines are broken in different places in every medium."""
    return "".join(text.split())


def namings(content: Content, text: str) -> Iterator[tuple[str, bool]]:
    """Give every place where such a thing is named by its title: its id, and whether its caution is beside it."""
    whole = close_up(text)
    for item in cautioned(content):
        title, caution = close_up(item.title), close_up(item.caution)
        place = whole.find(title)
        while place >= 0:
            begin, end = place - BACK - len(caution), place + len(title) + NEAR + len(caution)
            yield item.id, caution in whole[max(begin, 0) : end]
            place = whole.find(title, place + 1)


def alone(content: Content, text: str) -> list[str]:
    """Give the ids of what a text names without its caution."""
    return sorted({id_ for id_, is_told in namings(content, text) if not is_told})
