"""Who has been there and what can help: cases, tools and advice with their reasons, and what was shut out."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wizard.core.guidance import Advice, Case, Tool
from wizard.core.matching import Excluded, Match
from wizard.core.summary import Summary
from wizard.report.manuscript import Manuscript
from wizard.report.typeset.grid import Row

#: How many cases are printed; the rest are on the page.
_CASES = 8
#: How many reasons are printed with each, the weightiest first.
_REASONS = 4
_WIDTHS = (136, 0)


def make_experience(manuscript: Manuscript) -> list[Flowable]:
    """Make the part with everything that matches."""
    setter, say, matches = manuscript.setter, manuscript.say, manuscript.summary.matches
    heading = setter.heading(say("experience.title"), 1)
    cases = matches.cases[:_CASES]
    made = [
        *_make_table(manuscript, "case", [_case_row(manuscript, match) for match in cases]),
        *_make_table(manuscript, "tool", [_tool_row(manuscript, match) for match in matches.tools]),
        *_make_table(manuscript, "advice", [_advice_row(manuscript, match) for match in matches.advice]),
        *_make_table(manuscript, "excluded", [_excluded_row(manuscript, excluded) for excluded in matches.excluded]),
    ]
    if not made:
        return [setter.new_page(unless=200), setter.kept(heading, setter.text(say("experience.none")))]
    shown = say("experience.intro", shown=len(cases), all=len(matches.cases))
    return [setter.new_page(unless=240), heading, setter.text(shown, style="lead"), *made]


def shown_cases(summary: Summary) -> list[Case]:
    """Give the cases that the report shows: with the risks, and among the nearest."""
    best = (summary.case_on(found.challenge.id) for found in summary.exposed)
    shown = {match.item.id: match.item for match in (*best, *summary.matches.cases[:_CASES]) if match}
    return list(shown.values())


def _make_table(manuscript: Manuscript, name: str, rows: Sequence[Row]) -> list[Flowable]:
    if not rows:
        return []
    setter, say = manuscript.setter, manuscript.say
    table = setter.table(_WIDTHS, [say(f"head.{name}"), say(f"head.{name}-use")], rows)
    return [setter.kept(setter.heading(say(f"{name}.title"), 2), setter.text(say(f"{name}.intro")), table)]


def _case_row(manuscript: Manuscript, match: Match[Case]) -> Row:
    return Row([_show_name(manuscript, match.item), _show_use(manuscript, match)])


def _tool_row(manuscript: Manuscript, match: Match[Tool]) -> Row:
    setter, tool = manuscript.setter, match.item
    use = _show_use(manuscript, match)
    if tool.requires:
        use.append(setter.text(manuscript.say("tool.requires", needs=". ".join(tool.requires)), style="small"))
    use += [setter.text(setter.link(link.title, link.url), style="small") for link in tool.links]
    return Row([_show_name(manuscript, tool), use])


def _advice_row(manuscript: Manuscript, match: Match[Advice]) -> Row:
    setter, advice = manuscript.setter, match.item
    named = manuscript.say("advice.named", number=advice.number, title=advice.title)
    name: list[Flowable] = [setter.text(setter.strong(named), style="cell")]
    name.append(setter.text(manuscript.say_pages(advice.pages), style="note"))
    status, *others = match.reasons
    return Row(
        [
            name,
            [
                setter.text(f"{status.text}.", style="cell"),
                *([setter.text(manuscript.say_reasons(others, most=_REASONS), style="why")] if others else []),
            ],
        ]
    )


def _excluded_row(manuscript: Manuscript, excluded: Excluded) -> Row:
    return Row([_show_name(manuscript, excluded.item), [manuscript.setter.text(excluded.reason, style="cell")]])


def _show_name(manuscript: Manuscript, item: Case | Tool) -> list[Flowable]:
    setter = manuscript.setter
    owner = item.organisation if isinstance(item, Case) else item.owner
    where = " ".join(part for part in (owner, manuscript.say_pages(item.pages)) if part)
    return [setter.text(setter.strong(item.title), style="cell"), setter.text(where, style="note")]


def _show_use(manuscript: Manuscript, match: Match[Case] | Match[Tool]) -> list[Flowable]:
    setter = manuscript.setter
    made: list[Flowable] = [setter.text(match.item.summary, style="cell")]
    made.append(setter.text(manuscript.say_reasons(match.reasons, most=_REASONS), style="why"))
    return [*made, *setter.note(manuscript.say("caution"), match.item.caution)]
