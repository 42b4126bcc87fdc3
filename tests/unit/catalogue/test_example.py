from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.unit.catalogue.trees import copy_whole
from wizard.catalogue.example import load_example
from wizard.catalogue.faults import ContentError
from wizard.catalogue.loader import load_content
from wizard.core.answers import Answer
from wizard.core.assessment import PointState, PointStatus
from wizard.core.risk import Consequence, Dimension

EXAMPLE = """
title: Et eksempel
made: 2026-11-23
answers: {beskrivelse: Breve, sektor: sundhed, udtraek: nej}
notes: {udtraek: Vi venter på et.}
consequences: {hullede-data: {tid: oedelaeggende}}
points:
  hul-et: {owner: Ida, deadline: 2026-12-01, status: i-gang, note: Aftalt.}
  hul-to: {}
"""


NO_DIMENSION = "konsekvensen kendes ikke; brug tid, penge, medarbejderressourcer eller kvalitet"


def write(root: Path, text: str) -> Path:
    copy_whole(root)
    (root / "guidance/example.yaml").write_text(text, encoding="utf-8")
    return root


def tell(root: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_example(root, load_content(root))
    return [str(fault).removeprefix("guidance/example.yaml: ") for fault in caught.value.faults]


def test_example_is_an_assessment_like_any_other(tmp_path: Path) -> None:
    content = load_content(write(tmp_path, EXAMPLE))
    example = load_example(tmp_path, content)
    assert (example.title, example.content_version) == ("Et eksempel", content.version)
    assert example.updated_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert example.answers["udtraek"] == Answer(options=("nej",))
    assert example.notes == {"udtraek": "Vi venter på et."}
    assert example.ratings == {"hullede-data": {Dimension.TIME: Consequence.DESTRUCTIVE}}
    assert example.point("hul-et") == PointState("Ida", date(2026, 12, 1), PointStatus.STARTED, "Aftalt.")
    assert example.point("hul-to") == PointState()


def test_every_fault_in_the_example_is_told(tmp_path: Path) -> None:
    text = """
title: Et eksempel
made: 2026-11-23
answers: {sektor: skole, personer: nej, udtraek: nej, maengde: ja, fag: ja, hjemmel: [lov]}
notes: {maengde: Skjult, fag: Findes ikke}
consequences: {hullede-data: {humør: ubetydelig}}
points: {hul-et: {}, hjemmel-et: {}}
"""
    assert tell(write(tmp_path, text)) == [
        "answers.fag: spørgsmålet findes ikke",
        "answers.hjemmel: spørgsmålet stilles ikke i eksemplet",
        "answers.maengde: spørgsmålet stilles ikke i eksemplet",
        f"consequences.hullede-data.humør: {NO_DIMENSION}",
        "notes.fag: spørgsmålet stilles ikke i eksemplet",
        "notes.maengde: spørgsmålet stilles ikke i eksemplet",
        "points.hjemmel-et: står ikke på eksemplets tjekliste",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: [", "kan ikke læses som YAML (linje 2): did not find expected node content"),
        ("title: Et\nmade: 2026-11-23\nanswers: {}", "answers: kan ikke være {} (der skal være mindst 1)"),
        (f"{EXAMPLE}farve: blå", "farve: feltet kendes ikke"),
        (
            EXAMPLE.replace("i-gang", "snart"),
            "points.hul-et.status: kan ikke være 'snart' (skal være en af: 'aaben', 'i-gang'",
        ),
        (
            EXAMPLE.replace("2026-12-01", "i morgen"),
            "points.hul-et.deadline: kan ikke være 'i morgen' (skal være en dato (åååå-mm-dd))",
        ),
    ],
)
def test_example_of_the_wrong_shape_is_told(text: str, told: str, tmp_path: Path) -> None:
    (only,) = tell(write(tmp_path, text))
    assert only.startswith(told)


def test_missing_example_is_told(tmp_path: Path) -> None:
    (copy_whole(tmp_path) / "guidance/example.yaml").unlink()
    assert tell(tmp_path) == ["siden mangler"]
