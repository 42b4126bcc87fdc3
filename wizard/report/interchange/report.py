"""A report as JSON data: what it shows, what it was made from, and what everything is called."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from wizard.core.answers import UNANSWERED, Answer
from wizard.core.assessment import UNTOUCHED, Assessment, PointState
from wizard.core.checklist import find_point
from wizard.core.content import Content
from wizard.core.questions import Kind, Question
from wizard.core.summary import Summary
from wizard.report.interchange.result import summary_data

FORMAT = "ki-klar-rapport"
FORMAT_VERSION = 1


def report_data(assessment: Assessment, summary: Summary, *, made_at: datetime | None) -> dict[str, Any]:
    """Give a report. What the project has written stands as `assess` reads it, on hidden branches too.

    Without `made_at` there are no times in it, so that it follows from what is written and from nothing else.
    """
    return {
        # First, because that is how a report is known among other data.
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_at": _moment(made_at),
        "assessment": {
            "title": assessment.title,
            "content_version": assessment.content_version,
            "created_at": _moment(made_at and assessment.created_at),
            "updated_at": _moment(made_at and assessment.updated_at),
            **_written(summary.content, assessment),
        },
        "wording": _wording(summary.content, assessment),
        **summary_data(summary),
    }


def _written(content: Content, assessment: Assessment) -> dict[str, Any]:
    questions = content.questionnaire.question_by_id
    # In the order in which they are asked; what is not asked any more comes last.
    place = {id_: number for number, id_ in enumerate(questions)}
    ids = sorted(assessment.answers.keys() | assessment.notes.keys(), key=lambda id_: (place.get(id_, len(place)), id_))
    return {
        "answers": {
            id_: _given(questions.get(id_), assessment.answers[id_]) for id_ in ids if id_ in assessment.answers
        },
        "notes": {id_: assessment.notes[id_] for id_ in ids if id_ in assessment.notes},
        "consequences": {
            id_: {dimension.value: rating[dimension].id for dimension in sorted(rating)}
            for id_, rating in sorted(assessment.ratings.items())
            if rating
        },
        "points": {
            id_: _point(point)
            for id_, point in sorted(assessment.points.items())
            if replace(point, version=0) != UNTOUCHED
        },
        "goals": {
            id_: _given(questions.get(id_), Answer(options)) for id_, options in sorted(assessment.goals.items())
        },
    }


def _wording(content: Content, assessment: Assessment) -> dict[str, Any]:
    """Say what the things are called that the project has written on: other content may not have them."""
    asked = [question for question in content.questionnaire if question.id in assessment.answers]
    noted = [question for question in content.questionnaire if question.id in assessment.notes]
    aimed = [question for question in content.questionnaire if question.id in assessment.goals]
    labels = {question.id: _labels(question, assessment) for question in content.questionnaire}
    points = {id_: find_point(content, id_) for id_ in sorted(assessment.points)}
    rated = [challenge for id_, challenge in content.challenges.items() if assessment.ratings.get(id_)]
    return {
        "questions": {question.id: question.text for question in (*asked, *noted, *aimed)},
        "options": {id_: named for id_, named in labels.items() if named},
        "challenges": {challenge.id: challenge.title for challenge in rated},
        "points": {id_: text for id_, text in points.items() if text},
    }


def _labels(question: Question, assessment: Assessment) -> Mapping[str, str]:
    """Give the labels of the options that are chosen, or that are a goal."""
    chosen = assessment.answers.get(question.id, UNANSWERED).options
    named = {*chosen, *assessment.goals.get(question.id, ())}
    return {id_: option.label for id_, option in question.option_by_id.items() if id_ in named}


def _given(question: Question | None, answer: Answer) -> str | list[str]:
    """Give an answer as a file for `assess` has it. It may be older than its question."""
    if not answer.options:
        return answer.text
    is_one = question is not None and question.kind is Kind.CHOICE and len(answer.options) == 1
    return answer.options[0] if is_one else list(answer.options)


def _point(point: PointState) -> dict[str, Any]:
    return {
        "owner": point.owner,
        "deadline": point.deadline.isoformat() if point.deadline else None,
        "status": point.status.value,
        "note": point.note,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None
