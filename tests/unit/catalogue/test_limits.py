import re
from pathlib import Path

from wizard.catalogue.checks import LIMITS
from wizard.catalogue.questionnaire import LIMITS as QUESTION_LIMITS

DOCS = Path(__file__).parents[3] / "docs/content.md"
#: How the page names each text, beside what the code calls it.
NAMES = {
    "question `text`": QUESTION_LIMITS["text"],
    "question `help`": QUESTION_LIMITS["help"],
    "option `label`": QUESTION_LIMITS["label"],
    "`title`": LIMITS["title"],
    "`summary`, `definition`": LIMITS["summary"],
    "action `text`": LIMITS["action"],
    "`otherwise`, note `text`": LIMITS["note"],
    "sentence in `says`": LIMITS["says"],
}


def test_limits_in_the_docs_are_those_of_the_code() -> None:
    rows = re.findall(r"^\| (.+?) \| (\d+) words \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name: int(limit) for name, limit in rows} == NAMES
    assert LIMITS["summary"] == LIMITS["definition"]
    assert len(NAMES) + 1 == len(LIMITS) + len(QUESTION_LIMITS)
