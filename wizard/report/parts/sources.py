"""Where everything in the report comes from, with pages."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from wizard.core.guidance import Entry
from wizard.core.summary import Summary
from wizard.report.manuscript import Manuscript
from wizard.report.parts.experience import shown_cases
from wizard.report.typeset.typesetter import Part


def make_sources(manuscript: Manuscript) -> list[Flowable]:
    """Make the part that lets a reader look things up."""
    setter, say, summary = manuscript.setter, manuscript.say, manuscript.summary
    made: list[Flowable] = [
        setter.new_page(unless=120),
        setter.kept(setter.heading(say("sources.title"), 1), setter.text(say("sources.report"))),
    ]
    for name, entries in _groups(summary):
        lines = [
            (entry.title, setter.muted(f" {manuscript.say_pages(entry.pages)}")) for entry in entries if entry.pages
        ]
        made += _make_list(manuscript, name, lines)
    links = {link.url: link for match in summary.matches.tools for link in match.item.links}
    made += _make_list(manuscript, "link", [(f"{link.title}: ", setter.link(url, url)) for url, link in links.items()])
    articles = dict.fromkeys(article for item in summary.checklist.items for article in item.articles)
    if articles:
        law = setter.text(" · ".join(articles), style="small")
        made.append(setter.kept(setter.heading(say("sources.law"), 2), setter.text(say("sources.law-intro")), law))
    return made


def _make_list(manuscript: Manuscript, name: str, lines: Sequence[Sequence[Part]]) -> list[Flowable]:
    if not lines:
        return []
    setter = manuscript.setter
    first, *others = setter.bullets(lines, style="small-bullet")
    return [setter.kept(setter.heading(manuscript.say(f"sources.{name}"), 2), first), *others]


def _groups(summary: Summary) -> Iterator[tuple[str, Sequence[Entry]]]:
    yield "challenge", [found.challenge for found in summary.exposed]
    yield "case", shown_cases(summary)
    yield "tool", [match.item for match in summary.matches.tools]
    yield "advice", [match.item for match in summary.matches.advice]
