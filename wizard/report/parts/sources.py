"""Where everything in the report comes from."""

from wizard.core.guidance import Law
from wizard.report.blocks import Block, Heading, Items, Kept, NewPage, Part, Span, Text
from wizard.report.manuscript import Manuscript
from wizard.report.parts.experience import named_things


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
    laws = {law.id: law for thing in named_things(summary) for law in summary.content.overtaking(thing)}
    if laws:
        intro = Text([say("sources.caution-intro")])
        named = Items([_cite_law(manuscript, law) for law in laws.values()], "small-bullet")
        made.append(Kept([Heading(say("sources.caution"), 2), intro, named]))
    return made


def _cite_law(manuscript: Manuscript, law: Law) -> list[Part]:
    checked = f" {manuscript.say_checked(law)}. "
    source = Span(law.source.title, href=law.source.url, lang=law.source.language)
    return [Span(law.title, strong=True), checked, source]


def make_law(manuscript: Manuscript) -> list[Block]:
    """Name the law that points of the checklist rest on."""
    say = manuscript.say
    articles = dict.fromkeys(article for item in manuscript.summary.checklist.items for article in item.articles)
    if not articles:
        return []
    return [
        Kept([Heading(say("sources.law"), 2), Text([say("sources.law-intro")]), Text([" · ".join(articles)], "small")])
    ]
