"""What can go wrong in a way that a page or a command can say something useful about."""


class KiKlarError(Exception):
    """The root of everything that KI-klar raises on purpose. Its text is for the log and holds no secret."""


class AccessError(KiKlarError):
    """The link does not open this, or its role may not do it."""


class NotFoundError(KiKlarError):
    """What was asked for does not exist, or does no longer."""


class LastOwnerLinkError(KiKlarError):
    """The only link that still gives the owner's rights cannot be revoked: nobody could share or delete any more."""


class TooLongError(KiKlarError):
    """A text is longer than what is stored. `field` names it, `limit` is the most that it may hold, in characters."""

    def __init__(self, field: str, limit: int) -> None:
        """Keep the field and its limit for the message."""
        super().__init__(f"{field}: more than {limit} characters")
        self.field = field
        self.limit = limit
