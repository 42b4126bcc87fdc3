"""The action plan as a file of values with semicolons between them, as a Danish Excel opens it."""

import csv
import re
from datetime import UTC, date, datetime
from io import StringIO

from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.manuscript import Manuscript
from wizard.report.sheets.plan import Column, Value, make_rows
from wizard.report.sheets.texts import cell_text

#: What some programs strip from the beginning of a value: space of every kind, quotes, and letters that nobody sees.
_STRIPPED = "[\\s\"'“”»«\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*"
#: What a spreadsheet would reckon with: a sign (= + - @, also the wide ones of East Asia), or a tab or line end that
#: may hide one. See OWASP on CSV injection.
_FORMULA = re.compile(_STRIPPED + r"[=+\-@\uff1d\uff0b\uff0d\uff20]|[ \"']*[\t\r\n]")


def write_csv(assessment: Assessment, summary: Summary) -> bytes:
    """Write the action plan: UTF-8 with a mark at the beginning, semicolons, every value in quotes, CRLF.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, which is how one writes a text
    that begins with a sign in Excel. Dates are dd-mm-yyyy. The file cannot be read back: it has lost which is which.
    """
    # The moment stands nowhere in it.
    manuscript = Manuscript(assessment, summary, datetime.min.replace(tzinfo=UTC))
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(manuscript.say(f"sheet.head.{column}") for column in Column)
    writer.writerows([_write(row[column]) for column in Column] for row in make_rows(manuscript))
    return file.getvalue().encode("utf-8-sig")


def _write(value: Value) -> str:
    if isinstance(value, date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    text = cell_text(str(value))
    return f"'{text}" if _FORMULA.match(text) else text
