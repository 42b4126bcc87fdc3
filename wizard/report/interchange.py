"""The questionnaire and a summary as JSON data, for batches and for checks from outside."""

from collections.abc import Iterable, Mapping
from typing import Any

from wizard.core.checklist import ChecklistItem
from wizard.core.conditions import AllOf, AnyOf, Condition, Is, Not
from wizard.core.coverage import Count
from wizard.core.guidance import Advice, Case, Tool
from wizard.core.matching import Match
from wizard.core.questions import Question, Questionnaire
from wizard.core.risk import ChallengeRisk
from wizard.core.summary import Summary


def questionnaire_data(questionnaire: Questionnaire) -> dict[str, Any]:
    """Give the whole questionnaire: sections, questions, conditions, options and what they expose."""
    return {
        "sections": [
            {
                "id": section.id,
                "area": section.area,
                "title": section.title,
                "questions": [_question(question) for question in section.questions],
            }
            for section in questionnaire.sections
        ]
    }


def summary_data(summary: Summary) -> dict[str, Any]:
    """Give a summary. Challenges stand gravest first, matches best first; ids are the content's."""
    matches = summary.matches
    return {
        "content_version": summary.content.version,
        "challenges": [_challenge(found) for found in summary.risks],
        "coverage": {
            **_count(summary.coverage.total),
            "sections": {entry.section.id: _count(entry.count) for entry in summary.coverage.sections},
        },
        "cases": _matches(matches.cases),
        "tools": _matches(matches.tools),
        "excluded": [{"id": entry.item.id, "reason": entry.reason} for entry in matches.excluded],
        "advice": _matches(matches.advice),
        "checklist": [_item(item) for item in summary.checklist.items],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.text,
        "help": question.help,
        "kind": question.kind.value,
        "show_when": _condition(question.show_when) if question.show_when else None,
        "challenges": list(question.challenges),
        "advice": list(question.advice),
        "legal": list(question.articles),
        "options": [
            {
                "id": option.id,
                "label": option.label,
                "exposes": dict(option.exposes),
                "unknown": option.unknown,
                "not_applicable": option.not_applicable,
                "exclusive": option.exclusive,
            }
            for option in question.options
        ],
    }


def _condition(condition: Condition) -> dict[str, Any]:
    match condition:
        case Is(question, options):
            return {question: sorted(options)}
        case AllOf(parts):
            return {"all": [_condition(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [_condition(part) for part in parts]}
        case Not(part):
            return {"not": _condition(part)}


def _challenge(found: ChallengeRisk) -> dict[str, Any]:
    return {
        "id": found.challenge.id,
        "exposure": int(found.exposure),
        "consequence": found.consequence.id,
        "consequence_assumed": found.is_assumed,
        "risk": found.risk.id if found.risk else None,
        "because": [{"question": answer.question.id, "option": answer.option.id} for answer in found.because],
    }


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
        }
        for match in matches
    ]


def _item(item: ChecklistItem) -> dict[str, Any]:
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
        "legal": list(item.articles),
        "sources": list(item.sources),
    }
