"""A report that comes back: bytes -> data. Nothing in them is trusted, so nothing here takes more than it was made for.

`find_report` finds the JSON in a file, `parse` makes data of it, and `open_envelope` tells a report from answers that
somebody wrote by hand. What the data means is for `wizard.core.intake`.
"""

from wizard.report.reading.envelope import Envelope, Wording, open_envelope
from wizard.report.reading.errors import UnreadableError
from wizard.report.reading.files import MAX_JSON, MAX_PDF, find_report
from wizard.report.reading.parsing import Parsed, parse

__all__ = [
    "MAX_JSON",
    "MAX_PDF",
    "Envelope",
    "Parsed",
    "UnreadableError",
    "Wording",
    "find_report",
    "open_envelope",
    "parse",
]
