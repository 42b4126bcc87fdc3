"""The questionnaire as JSON data, for checks from outside."""

from typing import Any

from wizard.core.conditions import AllOf, AnyOf, Condition, Is, Not
from wizard.core.questions import Question, Questionnaire


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
