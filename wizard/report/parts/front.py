"""The front page: what this is, of what, when, and what is in it. Shorter editions have only its head."""

from wizard.report.blocks import Block, Contents, Facts, Gap, Kept, Text, Title
from wizard.report.manuscript import Manuscript


def make_front(manuscript: Manuscript) -> list[Block]:
    """Make the front page."""
    say = manuscript.say
    return [
        Gap(46),
        Text([say("brand")], "brand"),
        Text([say("what")], "kicker"),
        Title(manuscript.title),
        Text([manuscript.say_date(manuscript.made_at)], "date"),
        Facts([(label, [Text([value], "cell")]) for label, value in _facts(manuscript)], width=92),
        Gap(14),
        Text([say("about")]),
        Text([say("basis")]),
        Gap(20),
        Kept([Text([say("contents")], "h2"), Contents()]),
    ]


def make_head(manuscript: Manuscript, edition: str) -> list[Block]:
    """Make the head of an edition without a front page: the same facts on a few lines, and for whom it is."""
    say = manuscript.say
    date = manuscript.say_date(manuscript.made_at)
    version = manuscript.summary.content.version
    return [
        Text([say(f"edition.{edition}")], "kicker"),
        Title(manuscript.title),
        Text([say("head-line", date=date, version=version)], "note"),
        Gap(8),
        Text([say(f"about.{edition}")], "lead"),
    ]


def _facts(manuscript: Manuscript) -> list[tuple[str, str]]:
    say, total = manuscript.say, manuscript.summary.coverage.total
    version = manuscript.summary.content.version
    begun_on = manuscript.assessment.content_version
    return [
        (say("front.answered"), say("front.answered-of", answered=total.answered, visible=total.visible)),
        (say("front.unknown"), str(total.unknown)),
        (say("front.unanswered"), str(total.unanswered)),
        (say("front.changed"), manuscript.say_date(manuscript.assessment.updated_at)),
        (
            say("front.version"),
            version if begun_on == version else say("front.version-other", version=version, begun_on=begun_on),
        ),
    ]
