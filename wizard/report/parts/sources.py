"""Where everything in the report comes from."""

from wizard.report.blocks import Block, Heading, Items, Kept, NewPage, Span, Text
from wizard.report.manuscript import Manuscript


def make_sources(manuscript: Manuscript) -> list[Block]:
    """Make the part that lets a reader look things up; pages and law stand with each thing where it is shown."""
    say, summary = manuscript.say, manuscript.summary
    made: list[Block] = [
        NewPage(120),
        Kept([Heading(say("sources.title"), 1), Text([say("sources.report")])]),
    ]
    links = {link.url: link for match in summary.matches.tools for link in match.item.links}
    if links:
        items = [(f"{link.title}: ", Span(url, href=url)) for url, link in links.items()]
        made.append(Kept([Heading(say("sources.link"), 2), Items(items, "small-bullet")]))
    return made


def make_law(manuscript: Manuscript) -> list[Block]:
    """Name the law that points of the checklist rest on."""
    say = manuscript.say
    articles = dict.fromkeys(article for item in manuscript.summary.checklist.items for article in item.articles)
    if not articles:
        return []
    return [
        Kept([Heading(say("sources.law"), 2), Text([say("sources.law-intro")]), Text([" · ".join(articles)], "small")])
    ]
