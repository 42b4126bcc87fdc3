"""The front page: what this is, of what, when, and what is in it."""

from reportlab.platypus import Flowable

from wizard.report.manuscript import Manuscript

#: A longer title is set smaller.
_LONG_TITLE = 120


def make_front(manuscript: Manuscript) -> list[Flowable]:
    """Make the front page. It lists the headings that are made before it, so it is made last."""
    setter, say = manuscript.setter, manuscript.say
    title = setter.typeface.letters.line(manuscript.assessment.title) or say("untitled")
    return [
        setter.gap(46),
        setter.text(say("brand"), style="brand"),
        setter.text(say("what"), style="kicker"),
        setter.text(title, style="title-long" if len(title) > _LONG_TITLE else "title"),
        setter.text(manuscript.say_date(manuscript.made_at), style="date"),
        setter.facts(((label, [setter.text(value, style="cell")]) for label, value in _facts(manuscript)), width=92),
        setter.gap(14),
        setter.text(say("about")),
        setter.text(say("basis")),
        setter.gap(20),
        setter.kept(setter.text(say("contents"), style="h2"), setter.contents()),
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
