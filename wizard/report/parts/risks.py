"""Every risk that the answers show, gravest first: why, how bad, what to do, and who has been there."""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.platypus import Flowable

from wizard.core.guidance import Case, Challenge, Tool
from wizard.core.matching import Match
from wizard.core.risk import ChallengeRisk
from wizard.report import palette
from wizard.report.manuscript import Manuscript
from wizard.report.pictures import Marker, markers
from wizard.report.typeset.grid import Grid, Look, Row

_HEAD = Look(rule="", above=6, below=6, edge=8, before=18)

#: How many reasons stand with a match here; the rest stand with it among the experiences.
_REASONS = 2


def make_risks(manuscript: Manuscript) -> list[Flowable]:
    """Make the part with a block for each exposed challenge."""
    setter, say = manuscript.setter, manuscript.say
    found = markers(manuscript.summary)
    heading = setter.heading(say("risks.title"), 1)
    if not found:
        return [setter.new_page(unless=200), setter.kept(heading, setter.text(say("risks.none")))]
    made: list[Flowable] = [setter.new_page(unless=240), heading, setter.text(say("risks.intro"), style="lead")]
    return made + [setter.kept(*_make_block(manuscript, marker)) for marker in found]


def _make_block(manuscript: Manuscript, marker: Marker) -> list[Flowable]:
    setter, challenge = manuscript.setter, marker.found.challenge
    tone = palette.RISK[marker.risk]
    badge = manuscript.say("risks.badge", risk=manuscript.say_risk(marker.risk))
    area = manuscript.summary.content.areas[challenge.area].title
    head = Row(
        [
            [setter.numeral(marker.number, tone.strong)],
            [setter.heading(challenge.title, 2, style="block"), setter.text(area, style="note")],
            [setter.badge(badge, tone.strong, at_right=True)],
        ],
        tone.tint,
    )
    return [
        Grid([20, 0, 90], [head], _HEAD),
        setter.gap(5),
        setter.text(challenge.summary, style="cell"),
        setter.facts((label, content) for label, content in _facts(manuscript, marker.found) if content),
    ]


def _facts(manuscript: Manuscript, found: ChallengeRisk) -> Iterator[tuple[str, Sequence[Flowable]]]:
    setter, say, summary = manuscript.setter, manuscript.say, manuscript.summary
    id_ = found.challenge.id
    yield say("risks.judged"), [setter.text(line, style="cell") for line in _say_judgement(manuscript, found)]
    yield say("risks.because"), _list(manuscript, (manuscript.say_because(answer) for answer in found.because))
    yield say("risks.do"), _list(manuscript, (item.text for item in summary.actions_on(id_)))
    yield say("risks.case"), _show_match(manuscript, summary.case_on(id_), found.challenge)
    yield say("risks.tool"), _show_match(manuscript, summary.tool_on(id_), found.challenge)
    yield (
        say("risks.advice"),
        [
            setter.text(
                say("advice.named", number=reading.advice.number, title=reading.advice.title),
                setter.muted(f" ({manuscript.word(f'advice-status.{reading.status.value}').lower()})"),
                style="cell",
            )
            for reading in summary.advice_on(id_)
        ],
    )


def _list(manuscript: Manuscript, lines: Iterable[str]) -> list[Flowable]:
    return manuscript.setter.bullets(([line] for line in lines), style="cell-bullet")


def _say_judgement(manuscript: Manuscript, found: ChallengeRisk) -> Iterator[str]:
    say, word = manuscript.say, manuscript.word
    yield say(
        "risks.assumed" if found.is_assumed else "risks.rated",
        exposure=word(f"exposure.{found.exposure.value}").lower(),
        consequence=word(f"consequence.{found.consequence.id}").lower(),
    )
    if found.rating:
        yield ". ".join(
            say(
                "risks.dimension",
                dimension=word(f"dimension.{dimension.value}"),
                consequence=word(f"consequence.{rated.id}").lower(),
            )
            for dimension, rated in found.rating.items()
        )


def _show_match(
    manuscript: Manuscript, match: Match[Case] | Match[Tool] | None, challenge: Challenge
) -> list[Flowable]:
    if match is None:
        return []
    setter, item = manuscript.setter, match.item
    named = setter.strong(f"{manuscript.say_named(item)}. ")
    pages = setter.muted(f" {manuscript.say_pages(item.pages)}")
    # That it is about this challenge goes without saying, unless there is nothing else to say.
    reasons = [reason for reason in match.reasons if reason.kind not in ("challenge", "related")]
    reasons = reasons or [reason for reason in match.reasons if challenge.title in reason.text]
    return [
        setter.text(named, item.summary, pages, style="cell"),
        setter.text(manuscript.say_reasons(reasons, most=_REASONS), style="note"),
    ]
