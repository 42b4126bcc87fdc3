"""Who else has been there and what can help: cases, tools and advice with their reasons, and what was shut out."""

from collections.abc import Sequence

from wizard.core.advice import AdviceStatus
from wizard.core.guidance import Advice, Case, Tool
from wizard.core.matching import Excluded, Match
from wizard.core.summary import Summary
from wizard.report.blocks import Block, Facts, Heading, Items, Kept, NewPage, Part, Row, Span, Table, Text
from wizard.report.manuscript import Manuscript

#: How many cases are printed beside those that stand with the risks; the rest are on the page.
_CASES = 5
#: How many reasons are printed with each, the weightiest first.
_REASONS = 2
_WIDTHS = (136, 0)


def make_experience(manuscript: Manuscript) -> list[Block]:
    """Make the part with everything that matches and has not been shown with a risk."""
    say, matches = manuscript.say, manuscript.summary.matches
    heading = Heading(say("experience.title"), 1)
    cases = further_cases(manuscript.summary)
    made = [
        *_make_table(manuscript, "case", [_case_row(manuscript, match) for match in cases]),
        *_make_table(manuscript, "tool", [_tool_row(manuscript, match) for match in matches.tools]),
        *_make_advice(manuscript),
        *_make_table(manuscript, "excluded", [_excluded_row(manuscript, excluded) for excluded in matches.excluded]),
    ]
    if not made:
        return [NewPage(200), Kept([heading, Text([say("experience.none")])])]
    shown = say("experience.intro", shown=len(cases), all=len(matches.cases))
    return [NewPage(160), heading, Text([shown], "lead"), *made]


def further_cases(summary: Summary) -> list[Match[Case]]:
    """Give the nearest cases that do not stand with a risk."""
    shown = {match.item.id for match in _best_cases(summary)}
    return [match for match in summary.matches.cases if match.item.id not in shown][:_CASES]


def named_things(summary: Summary) -> list[Case | Tool]:
    """Give every case and tool that the report names: with a risk, among the nearest, or shut out."""
    cases = [match.item for match in (*_best_cases(summary), *further_cases(summary))]
    tools = [match.item for match in summary.matches.tools]
    return [*cases, *tools, *(excluded.item for excluded in summary.matches.excluded)]


def _best_cases(summary: Summary) -> list[Match[Case]]:
    """Give the cases that stand with a risk."""
    best = (summary.case_on(found.challenge.id) for found in summary.exposed)
    return [match for match in best if match]


def _make_table(manuscript: Manuscript, name: str, rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return []
    say = manuscript.say
    title = say(f"{name}.title")
    table = Table(title, _WIDTHS, [say(f"head.{name}"), say(f"head.{name}-use")], rows, names_rows=0)
    return [Kept([Heading(title, 2), Text([say(f"{name}.intro")]), table])]


def _make_advice(manuscript: Manuscript) -> list[Block]:
    """Name the advice by how far the answers follow it, the least followed first."""
    say, readings = manuscript.say, manuscript.summary.advice
    if not any(reading.status is not AdviceStatus.UNKNOWN for reading in readings):
        return []
    facts = []
    for status in (AdviceStatus.NOT_FOLLOWED, AdviceStatus.PARTLY, AdviceStatus.UNKNOWN, AdviceStatus.FOLLOWED):
        items = [_name_advice(manuscript, reading.advice) for reading in readings if reading.status is status]
        if items:
            content: list[Block] = [Items(items, "cell-bullet")]
            facts.append((manuscript.word(f"advice-status.{status.value}"), content))
    return [Kept([Heading(say("advice.title"), 2), Text([say("advice.intro")]), Facts(facts, width=110)])]


def _name_advice(manuscript: Manuscript, advice: Advice) -> list[Part]:
    named = manuscript.say("advice.named", number=advice.number, title=advice.title)
    return [named, Span(f" {manuscript.say_pages(advice.pages)}", muted=True)]


def _case_row(manuscript: Manuscript, match: Match[Case]) -> Row:
    return Row([_show_name(manuscript, match.item), _show_use(manuscript, match)])


def _tool_row(manuscript: Manuscript, match: Match[Tool]) -> Row:
    tool = match.item
    use = _show_use(manuscript, match)
    if tool.requires:
        use.append(Text([manuscript.say("tool.requires", needs=". ".join(tool.requires))], "small"))
    use += [Text([Span(link.title, href=link.url, lang=link.language)], "small") for link in tool.links]
    return Row([_show_name(manuscript, tool), use])


def _excluded_row(manuscript: Manuscript, excluded: Excluded) -> Row:
    reason = Text([excluded.reason], "cell")
    return Row([_show_name(manuscript, excluded.item), [reason, *manuscript.caution(excluded.item)]])


def _show_name(manuscript: Manuscript, item: Case | Tool) -> list[Block]:
    owner = item.organisation if isinstance(item, Case) else item.owner
    where = " ".join(part for part in (owner, manuscript.say_pages(item.pages)) if part)
    return [Text([Span(item.title, strong=True)], "cell"), Text([where], "note")]


def _show_use(manuscript: Manuscript, match: Match[Case] | Match[Tool]) -> list[Block]:
    return [
        Text([match.item.summary], "cell"),
        Text([manuscript.say_reasons(match.reasons, most=_REASONS)], "why"),
        *manuscript.caution(match.item),
    ]
