"""Data for others: a report, its summary and the questionnaire as JSON.

`docs/schema/ki-klar-rapport-1.json` describes a report. What is added to it or taken away has to be added there too;
what could make an old reader wrong takes another `FORMAT_VERSION`.
"""

import json
from collections.abc import Mapping
from typing import Any

from wizard.report.interchange.questionnaire import questionnaire_data
from wizard.report.interchange.report import FORMAT, FORMAT_VERSION, report_data
from wizard.report.interchange.result import RESULT_FIELDS, summary_data

__all__ = [
    "FORMAT",
    "FORMAT_VERSION",
    "RESULT_FIELDS",
    "questionnaire_data",
    "report_data",
    "summary_data",
    "write_json",
]


def write_json(data: Mapping[str, Any]) -> bytes:
    """Write data as JSON that people can read too. The same data gives the same bytes, whatever letters are in it."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")
