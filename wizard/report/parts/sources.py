"""Where everything comes from, with pages."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from wizard.core.guidance import Entry
from wizard.report.manuscript import Manuscript
from wizard.report.typeset.grid import Row
from wizard.report.typeset.typesetter import DENSE


def make_sources(manuscript: Manuscript) -> list[Flowable]:
    """Make the part that lets a reader look things up."""
    setter, say = manuscript.setter, manuscript.say
    made: list[Flowable] = [
        setter.new_page(unless=260),
        setter.kept(setter.heading(say("sources.title"), 1), setter.text(say("sources.report"))),
    ]
    for name, entries in _groups(manuscript):
        rows = [_row(manuscript, entry) for entry in entries if entry.pages]
        if rows:
            table = setter.table((0, 110), [say(f"head.{name}"), say("head.pages")], rows, look=DENSE)
            made.append(setter.kept(setter.heading(say(f"sources.{name}"), 2), table))
    articles = dict.fromkeys(article for item in manuscript.summary.checklist.items for article in item.articles)
    if articles:
        law = setter.bullets([article] for article in articles)
        made += [
            setter.kept(setter.heading(say("sources.law"), 2), setter.text(say("sources.law-intro")), law[0]),
            *law[1:],
        ]
    return made


def _groups(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[Entry]]]:
    summary = manuscript.summary
    yield "challenge", [found.challenge for found in summary.exposed]
    yield "case", [match.item for match in summary.matches.cases]
    yield "tool", [match.item for match in summary.matches.tools]
    yield "advice", [match.item for match in summary.matches.advice]


def _row(manuscript: Manuscript, entry: Entry) -> Row:
    setter = manuscript.setter
    pages = ", ".join(str(page) for page in entry.pages)
    return Row([[setter.text(entry.title, style="cell")], [setter.text(pages, style="cell")]])
