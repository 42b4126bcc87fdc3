"""Changes in words."""

from wizard.core.checklist import FIND_OUT, FOLLOW
from wizard.core.content import Content


def say_change(content: Content, what: str) -> str:
    """Say what was changed, from the `what` of a `wizard.services.changes.Event`.

    What stands in content that has gone since is said by its id.
    """
    kind, _, id_ = what.partition(":")
    match kind:
        case "answer":
            question = content.questionnaire.question_by_id.get(id_)
            return content.phrases("change.answer", name=question.text if question else id_)
        case "rating":
            id_, _, dimension = id_.partition(":")
            challenge = content.challenges.get(id_)
            name = challenge.title if challenge else id_
            return content.phrases(
                "change.rating", name=name, dimension=content.phrases(f"dimension.{dimension}").lower()
            )
        case "checklist":
            return content.phrases("change.checklist", name=_name_point(content, id_))
        case _:
            return content.phrases(f"change.{kind}")


def _name_point(content: Content, id_: str) -> str:
    question = content.questionnaire.question_by_id.get(id_.removeprefix(FIND_OUT))
    if question:
        return content.phrases("checklist.find-out", question=question.text)
    advice = content.advice.get(id_.removeprefix(FOLLOW))
    if advice:
        return content.phrases("checklist.advice", title=advice.title)
    actions = (action for challenge in content.challenges.values() for action in challenge.actions)
    return next((action.text for action in actions if action.id == id_), id_)
