"""Where everything in the report comes from, with pages."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from wizard.core.guidance import Entry
from wizard.report.manuscript import Manuscript
from wizard.report.parts.experience import shown_cases


def make_sources(manuscript: Manuscript) -> list[Flowable]:
    """Make the part that lets a reader look things up."""
    setter, say = manuscript.setter, manuscript.say
    made: list[Flowable] = [
        setter.new_page(unless=260),
        setter.kept(setter.heading(say("sources.title"), 1), setter.text(say("sources.report"))),
    ]
    for name, entries in _groups(manuscript):
        lines = [
            (entry.title, setter.muted(f" {manuscript.say_pages(entry.pages)}")) for entry in entries if entry.pages
        ]
        if lines:
            first, *others = setter.bullets(lines, style="small-bullet")
            made += [setter.kept(setter.heading(say(f"sources.{name}"), 2), first), *others]
    articles = dict.fromkeys(article for item in manuscript.summary.checklist.items for article in item.articles)
    if articles:
        law = setter.text(" · ".join(articles), style="small")
        made.append(setter.kept(setter.heading(say("sources.law"), 2), setter.text(say("sources.law-intro")), law))
    return made


def _groups(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[Entry]]]:
    summary = manuscript.summary
    yield "challenge", [found.challenge for found in summary.exposed]
    yield "case", shown_cases(summary)
    yield "tool", [match.item for match in summary.matches.tools]
    yield "advice", [match.item for match in summary.matches.advice]
