"""Whatever a project writes in a free field, its report is made, is sound, and says it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.unit.report.conftest import MADE_AT
from tests.unit.report.soundness import find_faults
from tests.unit.report.structure import Tree
from wizard.core.answers import Answer
from wizard.core.assessment import MAX_OWNER, MAX_TITLE, Assessment, PointState, PointStatus
from wizard.core.summary import Summary, summarise
from wizard.report.editions import Edition
from wizard.report.pdf import write_pdf
from wizard.report.typeset.typeface import load_typeface

pytestmark = pytest.mark.pdf

#: Letters that any script may use, and those that mean something to PDF, XML or the direction of writing.
_letters = st.characters(codec=None) | st.sampled_from(
    " \n\t\u00a0\u200b\u202e\u2066\x00\x1b😀ŋĐ漢عא<>&()\\%/[]{}\ud800"
)
_texts = st.text(_letters, max_size=600)

#: Every free field, and the editions that show it.
_FIELDS = {
    "title": tuple(Edition),
    "owner": (Edition.FULL, Edition.LAWYER, Edition.PLAN),
    "note on a point with law": (Edition.FULL, Edition.LAWYER, Edition.PLAN),
    "note on a point without": (Edition.FULL, Edition.PLAN),
    "note on a question with law": (Edition.FULL, Edition.LAWYER),
    "note on a question without": (Edition.FULL,),
    "answer": (Edition.FULL,),
}
_HARD = (
    "x" * 10_000,
    "\u202e" * 50,
    " \n\u00a0 ",
    "ord " * 2_000,
    "\n" * 500,
    ">>]]>endstream endobj (\\",
    "e\u0323\u0301" * 500,
)


# Without the phase that makes a failure smaller: each try is a whole report.
@settings(suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.reuse, Phase.generate])
@example(written=dict(zip(_FIELDS, _HARD, strict=True)), edition=Edition.FULL)
@example(written=dict(zip(_FIELDS, reversed(_HARD), strict=True)), edition=Edition.FULL)
@example(written=dict(zip(_FIELDS, _HARD, strict=True)), edition=Edition.LAWYER)
@example(written=dict(zip(_FIELDS, _HARD, strict=True)), edition=Edition.PLAN)
@example(written=dict(zip(_FIELDS, _HARD, strict=True)), edition=Edition.STEERING)
@given(written=st.fixed_dictionaries(dict.fromkeys(_FIELDS, _texts)), edition=st.sampled_from(Edition))
def test_whatever_is_written_the_report_is_made_and_says_it(
    written: dict[str, str], edition: Edition, summary: Summary, assessment: Assessment, fonts: Path
) -> None:
    written |= {"title": written["title"][:MAX_TITLE], "owner": written["owner"][:MAX_OWNER]}
    made = _write(assessment, written)
    pdf = write_pdf(made, summarise(summary.content, made.answers, {}), edition=edition, made_at=MADE_AT, fonts=fonts)
    tree = Tree(pdf)
    assert find_faults(tree) == []
    clean = load_typeface(fonts).letters.clean
    said = joined(tree.root.raw_text)
    for field, editions in _FIELDS.items():
        if edition in editions:
            assert joined(clean(written[field])) in said
    if edition is Edition.STEERING:
        assert len(tree.leaves) == 2


def _write(assessment: Assessment, written: dict[str, str]) -> Assessment:
    points = {
        "find-hjemlen": PointState(
            written["owner"], date(2027, 1, 4), PointStatus.STARTED, written["note on a point with law"]
        ),
        "fyld-huller": PointState(note=written["note on a point without"]),
    }
    notes = {"jura": written["note on a question with law"], "pris": written["note on a question without"]}
    answers = {**assessment.answers, "maal": Answer(text=written["answer"])}
    return replace(assessment, title=written["title"], answers=answers, notes=notes, points=points)


def joined(text: str) -> str:
    """Give a text without white space, which is where lines end."""
    return "".join(text.split())
