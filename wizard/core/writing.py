"""What people write, made fit to keep."""

import re

#: More than one return in a row is left where a text has gone through two systems that both added theirs.
_LINE_END = re.compile("\r+\n")


def tidy(text: str) -> str:
    """Give a text with plain line ends, no space around, and nothing that a file or a database cannot hold.

    Half a surrogate pair can stand in JSON, but not in UTF-8, and PostgreSQL takes no zero.
    """
    return _LINE_END.sub("\n", text.replace("\x00", "").encode(errors="ignore").decode()).strip()
