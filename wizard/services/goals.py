"""Setting a better answer as a goal on the checklist, and taking it off again."""

from dataclasses import dataclass

from wizard.services.access import Access
from wizard.services.changes import Clock, changing, utc_now
from wizard.storage import goals


@dataclass(frozen=True, slots=True)
class GoalConflict:
    """Somebody else has set another goal for the question meanwhile, or taken it off: then `theirs` is empty."""

    question_id: str
    theirs: tuple[str, ...]
    version: int


def set_goal(
    access: Access, question_id: str, options: tuple[str, ...], *, seen_version: int, clock: Clock = utc_now
) -> bool | GoalConflict:
    """Put a goal in place of the question's former one; no options take it off. Gives whether anything changed.

    `seen_version` is the one that the page was drawn from, 0 for none. What equals the stored goal changes nothing,
    whatever was seen; what differs, and was written on top of another version, is a conflict and is not saved. Raises
    `AccessError` and `NotFoundError`.
    """
    with changing(access, clock) as transaction:
        row = goals.find_row(transaction.connection, access.assessment_id, question_id)
        old, version = (row.options, row.version) if row else ((), 0)
        if old == options:
            return False
        if version != seen_version:
            return GoalConflict(question_id, old, version)
        goals.write(
            transaction.connection,
            [
                {
                    "assessment_id": access.assessment_id,
                    "question_id": question_id,
                    "options": options,
                    "version": version + 1,
                }
            ],
        )
        transaction.note(f"goal:{question_id}", list(old) or None, list(options) or None)
        transaction.commit()
    return True
