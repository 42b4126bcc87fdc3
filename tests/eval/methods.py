"""Ways of listing the cases or tools for a project, best first: the product's, and the baselines it must beat.

Every baseline lists all that no hard condition shuts out, so that it loses nothing by that; equal ones stand by id.
"""

from collections.abc import Callable, Mapping, Sequence

from wizard.core.content import Content
from wizard.core.guidance import Matchable
from wizard.core.questions import Kind
from wizard.core.summary import Summary

#: What is listed: `cases` or `tools`.
Things = str
#: Gives ids, best first.
Method = Callable[[Summary, Things], Sequence[str]]


def things_of(content: Content, things: Things) -> Mapping[str, Matchable]:
    """Give everything that there is to list, by id."""
    return content.cases if things == "cases" else content.tools


def candidates(summary: Summary, things: Things) -> list[Matchable]:
    """Give what no hard condition shuts out, by id."""
    shut_out = {entry.item.id for entry in summary.matches.excluded}
    return [item for id_, item in sorted(things_of(summary.content, things).items()) if id_ not in shut_out]


def by_matching(summary: Summary, things: Things) -> list[str]:
    """List what the product shows, in its order."""
    found = summary.matches.cases if things == "cases" else summary.matches.tools
    return [match.item.id for match in found]


def by_area(summary: Summary, things: Things) -> list[str]:
    """List by area alone: first the area with the gravest risk, then the one with most risks."""
    weights = {entry.area.id: (-(entry.gravest or 0), -sum(entry.counts.values())) for entry in summary.areas}
    return [item.id for item in sorted(candidates(summary, things), key=lambda it: weights.get(it.area or "", (0, 0)))]


def by_words(summary: Summary, things: Things) -> list[str]:
    """List by nearness of words to the description alone, by the same index as the matching's."""
    answers = summary.path.answers
    texts = [answers[q.id].text for q in summary.path.questions if q.kind is Kind.TEXT and q.id in answers]
    near = summary.content.words.nearest("\n".join(texts))
    scores = {id_: found.score for id_, found in near.items()}
    return [item.id for item in sorted(candidates(summary, things), key=lambda item: -scores.get(item.id, 0.0))]
