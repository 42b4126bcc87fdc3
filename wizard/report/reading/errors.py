"""What makes a file unreadable."""

from wizard.errors import KiKlarError


class UnreadableError(KiKlarError):
    """A file is no report that can be read. `code` names the phrase `unreadable.<code>`, `values` fill its places."""

    def __init__(self, code: str, **values: object) -> None:
        """Keep the code and the values for the message."""
        super().__init__(code)
        self.code = code
        self.values = values
