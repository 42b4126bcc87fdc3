"""A summary as JSON data."""

from collections.abc import Iterable, Mapping
from typing import Any

from wizard.core.checklist import ChecklistItem
from wizard.core.content import Content
from wizard.core.coverage import Count
from wizard.core.guidance import Advice, Case, Law, Matchable, Tool
from wizard.core.matching import Match
from wizard.core.risk import ChallengeRisk
from wizard.core.summary import Summary

#: What `summary_data` gives: computed from what a project has written, and never read back.
RESULT_FIELDS = (
    "content_version",
    "challenges",
    "coverage",
    "cases",
    "tools",
    "excluded",
    "advice",
    "checklist",
    "law",
)


def summary_data(summary: Summary) -> dict[str, Any]:
    """Give a summary. Challenges stand gravest first, matches best first; ids are the content's."""
    matches = summary.matches
    return {
        "content_version": summary.content.version,
        "challenges": [_challenge(summary, found) for found in summary.risks],
        "coverage": {
            **_count(summary.coverage.total),
            "sections": {entry.section.id: _count(entry.count) for entry in summary.coverage.sections},
        },
        "cases": _matches(matches.cases),
        "tools": _matches(matches.tools),
        "excluded": [
            {"id": entry.item.id, "reason": entry.reason, **_caution(entry.item)} for entry in matches.excluded
        ],
        "advice": _matches(matches.advice),
        "checklist": [_item(summary.content, item) for item in summary.checklist.items],
        "law": {id_: _law(law) for id_, law in sorted(summary.content.law.items())},
    }


def _challenge(summary: Summary, found: ChallengeRisk) -> dict[str, Any]:
    return {
        "id": found.challenge.id,
        "exposure": int(found.exposure),
        "consequence": found.consequence.id,
        "consequence_assumed": found.is_assumed,
        "risk": found.risk.id if found.risk else None,
        "because": [{"question": answer.question.id, "option": answer.option.id} for answer in found.because],
        "law": [law.id for law in summary.law_on(found)],
    }


def _law(law: Law) -> dict[str, Any]:
    return {
        "title": law.title,
        "source": law.source.title,
        "url": law.source.url,
        "checked": law.checked.isoformat(),
        "basis": law.basis.value,
    }


def _caution(item: Matchable | Advice) -> dict[str, Any]:
    """Give what one must know of a case or a tool; nothing where there is nothing."""
    if not isinstance(item, Matchable) or not item.caution:
        return {}
    return {"caution": {"text": item.caution, "overtaken_by": list(item.overtaken_by)}}


def _count(count: Count) -> dict[str, Any]:
    return {
        "visible": count.visible,
        "answered": count.answered,
        "unknown": count.unknown,
        "unanswered": count.unanswered,
        "share": round(count.share, 4),
    }


def _matches(matches: Iterable[Match[Case] | Match[Tool] | Match[Advice]]) -> list[Mapping[str, Any]]:
    return [
        {
            "id": match.item.id,
            "score": match.score,
            "reasons": [{"kind": reason.kind, "text": reason.text} for reason in match.reasons],
            **_caution(match.item),
        }
        for match in matches
    ]


def _item(content: Content, item: ChecklistItem) -> dict[str, Any]:
    named = [content.cases[id_] for id_ in item.cases] + [content.tools[id_] for id_ in item.tools]
    return {
        "id": item.id,
        "kind": item.kind,
        "text": item.text,
        "why": item.why,
        "challenge": item.challenge,
        "risk": item.risk.id if item.risk else None,
        "phase": item.phase,
        "role": item.role,
        "because": [{"question": answer.question.id, "option": answer.option.id} for answer in item.because],
        "advice": list(item.advice),
        "cases": list(item.cases),
        "tools": list(item.tools),
        "cautions": {entry.id: made["caution"] for entry in named if (made := _caution(entry))},
        "legal": list(item.articles),
        "sources": list(item.sources),
    }
