"""Every risk that the answers show, gravest first: why, how bad, who has been there, and what to do."""

from collections.abc import Iterable, Iterator, Sequence

from wizard.core.guidance import Case, Challenge, Tool
from wizard.core.matching import Match
from wizard.core.risk import ChallengeRisk, Risk
from wizard.report import palette
from wizard.report.blocks import (
    Badge,
    Banner,
    Block,
    Facts,
    Gap,
    Heading,
    Items,
    Kept,
    NewPage,
    Numeral,
    Part,
    Span,
    Text,
)
from wizard.report.manuscript import Manuscript
from wizard.report.parts.checklist import make_tasks
from wizard.report.pictures import Marker, markers

#: How many reasons stand with a match.
_REASONS = 2


def make_risks(manuscript: Manuscript) -> list[Block]:
    """Make the part with a block for each exposed challenge: the grave ones in full."""
    say = manuscript.say
    found = markers(manuscript.summary)
    heading = Heading(say("risks.title"), 1)
    if not found:
        return [NewPage(200), Kept([heading, Text([say("risks.none")])])]
    first, *others = [block for marker in found for block in _make_risk(manuscript, marker)]
    return [NewPage(240), Kept([heading, Text([say("risks.intro")], "lead"), first]), *others]


def _make_risk(manuscript: Manuscript, marker: Marker) -> list[Block]:
    challenge, tone = marker.found.challenge, palette.RISK[marker.risk]
    area = manuscript.summary.content.areas[challenge.area].title
    banner = Banner(
        Numeral(marker.number, tone),
        Heading(challenge.title, 2),
        manuscript.say("risks.about", number=marker.number, area=area, pages=manuscript.say_pages(challenge.pages)),
        Badge(manuscript.say("risks.badge", risk=manuscript.say_risk(marker.risk)), tone),
    )
    is_grave = marker.risk >= Risk.HIGH
    facts = _facts(manuscript, marker.found) if is_grave else _short_facts(manuscript, marker.found)
    made: list[Block] = [banner, Gap(5)]
    if is_grave:
        made.append(Text([challenge.summary], "cell"))
    made.append(Facts([(label, content) for label, content in facts if content]))
    whole: list[Block] = [Kept(made)]
    actions = manuscript.summary.actions_on(challenge.id)
    if actions:
        whole.append(Kept([Text([manuscript.say("risks.actions")], "label"), make_tasks(manuscript, actions)]))
    return whole


def _facts(manuscript: Manuscript, found: ChallengeRisk) -> Iterator[tuple[str, Sequence[Block]]]:
    say, summary = manuscript.say, manuscript.summary
    id_ = found.challenge.id
    yield say("risks.judged"), [Text([line], "cell") for line in _say_judgement(manuscript, found)]
    yield say("risks.because"), _list(manuscript.say_because(answer) for answer in found.because)
    yield say("risks.law"), _show_law(manuscript, found)
    yield say("risks.case"), _show_case(manuscript, summary.case_on(id_), found.challenge)
    tool = summary.tool_on(id_)
    yield say("risks.tool"), [_name_tool(manuscript, tool.item)] if tool else []


def _name_tool(manuscript: Manuscript, tool: Tool) -> Text:
    """Name a tool, with its caution on the same lines: what it is stands further back."""
    caution = manuscript.say_caution(tool)
    told: list[Part] = [Span(f" {manuscript.say('caution')}", strong=True), f" {caution}"] if caution else []
    return Text([manuscript.say("risks.see-tool", tool=manuscript.say_named(tool)), *told], "cell")


def _short_facts(manuscript: Manuscript, found: ChallengeRisk) -> Iterator[tuple[str, Sequence[Block]]]:
    """Say of a milder risk why it is shown, and name who has been there; the rest stands on the page."""
    say = manuscript.say
    yield say("risks.because"), _list(manuscript.say_because(answer) for answer in found.because)
    yield say("risks.law"), _show_law(manuscript, found)
    match = manuscript.summary.case_on(found.challenge.id)
    if match:
        case = match.item
        pages = Span(f" {manuscript.say_pages(case.pages)}", muted=True)
        yield say("risks.case"), [Text([manuscript.say_named(case), pages], "cell"), *manuscript.caution(case)]


def _show_law(manuscript: Manuscript, found: ChallengeRisk) -> list[Block]:
    actions = manuscript.summary.actions_on(found.challenge.id)
    articles = dict.fromkeys(article for item in actions for article in item.articles)
    return [Text([" · ".join(articles)], "cell")] if articles else []


def _list(lines: Iterable[str]) -> list[Block]:
    items = [[line] for line in lines]
    match items:
        case [[only]]:
            return [Text([only], "cell")]
        case _:
            return [Items(items, "cell-bullet")]


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


def _show_case(manuscript: Manuscript, match: Match[Case] | None, challenge: Challenge) -> list[Block]:
    if match is None:
        return []
    item = match.item
    named = Span(f"{manuscript.say_named(item)}. ", strong=True)
    pages = Span(f" {manuscript.say_pages(item.pages)}", muted=True)
    # That it is about this challenge goes without saying, unless there is nothing else to say.
    reasons = [reason for reason in match.reasons if reason.kind not in ("challenge", "related")]
    reasons = reasons or [reason for reason in match.reasons if challenge.title in reason.text]
    return [
        Text([named, item.summary, pages], "cell"),
        Text([manuscript.say_reasons(reasons, most=_REASONS)], "note"),
        *manuscript.caution(item),
    ]
