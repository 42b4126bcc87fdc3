"""Rating how badly a challenge would hurt."""

from wizard.core.risk import Rating
from wizard.services.access import Access
from wizard.services.changes import Clock, changing, utc_now
from wizard.storage import ratings


def rate_challenge(access: Access, challenge_id: str, rating: Rating, *, clock: Clock = utc_now) -> bool:
    """Put a rating in place of the challenge's former one; a dimension that is absent is not rated. The last one wins.

    Gives whether anything changed. Raises `AccessError` and `NotFoundError`.
    """
    new = {dimension.value: consequence.id for dimension, consequence in rating.items()}
    with changing(access, clock) as transaction:
        old = ratings.read_one(transaction.connection, access.assessment_id, challenge_id)
        if new == old:
            return False
        for dimension in sorted(old.keys() | new.keys()):
            if old.get(dimension) != new.get(dimension):
                transaction.note(f"rating:{challenge_id}:{dimension}", old.get(dimension), new.get(dimension))
        ratings.remove(transaction.connection, access.assessment_id, challenge_id, old.keys() - new.keys())
        ratings.write(
            transaction.connection,
            [
                {
                    "assessment_id": access.assessment_id,
                    "challenge_id": challenge_id,
                    "dimension": dimension,
                    "consequence": consequence,
                }
                for dimension, consequence in new.items()
            ],
        )
        transaction.commit()
    return True
