"""Changes in words."""

from wizard.core.checklist import find_point
from wizard.core.content import Content


def say_change(content: Content, what: str) -> str:
    """Say what was changed, from the `what` of a `wizard.services.changes.Event`.

    What stands in content that has gone since is said by its id.
    """
    kind, _, id_ = what.partition(":")
    match kind:
        case "answer" | "goal":
            question = content.questionnaire.question_by_id.get(id_)
            return content.phrases(f"change.{kind}", name=question.text if question else id_)
        case "rating":
            id_, _, dimension = id_.partition(":")
            challenge = content.challenges.get(id_)
            name = challenge.title if challenge else id_
            return content.phrases(
                "change.rating", name=name, dimension=content.phrases(f"dimension.{dimension}").lower()
            )
        case "checklist":
            return content.phrases("change.checklist", name=find_point(content, id_) or id_)
        case _:
            return content.phrases(f"change.{kind}")
