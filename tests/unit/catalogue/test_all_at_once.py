import shutil
from pathlib import Path

from tests.unit.catalogue.trees import copy_whole, replace_in, tell_faults

NO_ID = "skal være små bogstaver a-z og tal, med enkelte bindestreger imellem"


def test_every_fault_is_told_at_once_sorted_by_file(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    replace_in(root / "questions/data.yaml", "[ja, delvist]", "[ja, måske]")
    replace_in(root / "questions/jura.yaml", "label: En lov", f"label: {'ord ' * 15}")
    replace_in(root / "guidance/cases/hullerne.md", "project: proeven", "project: prøven")
    replace_in(root / "guidance/cases/loven.md", "project: proeven", "project: andet")
    replace_in(root / "guidance/challenges/uden-hjemmel.md", "role: jurist", "role: jurastuderende")
    replace_in(root / "guidance/tools/skabelon.md", "year: 2020", "aar: 2020")
    replace_in(root / "guidance/tools/eksempel.md", "Om eksemplet.", "<b>Om eksemplet</b>")
    (root / "guidance/projects/proeven.md").write_bytes("---\nid: prøven".encode("latin-1"))
    (root / "guidance/areas/data.md").write_text("Ingen felter", encoding="utf-8")
    (root / "guidance/advice/se-paa-data.md").unlink()
    assert tell_faults(root) == [
        "guidance/advice/se-paa-data.md: siden mangler",
        "guidance/areas/data.md: filen skal begynde med felter mellem to linjer med ---",
        f"guidance/cases/hullerne.md: project: kan ikke være 'prøven' ({NO_ID})",
        "guidance/cases/loven.md: project: »andet« findes ikke",
        "guidance/challenges/hullede-data.md: actions.hul-tre.sources: »se-paa-data« findes ikke",
        "guidance/challenges/uden-hjemmel.md: actions.hjemmel-to.role: har ikke noget navn (role.jurastuderende)",
        "guidance/challenges/uden-hjemmel.md: actions.hjemmel-tre.sources: »se-paa-data« findes ikke",
        "guidance/projects/proeven.md: filen er ikke UTF-8 (tegn nummer 10)",
        "guidance/tools/eksempel.md: indeholder kode eller en adresse, der ikke er tilladt: <b>Om eksemplet</b>",
        "guidance/tools/skabelon.md: aar: feltet kendes ikke",
        "questions/data.yaml: questions.maengde.advice: »se-paa-data« findes ikke",
        "questions/data.yaml: questions.maengde.show_when: »udtraek: måske« findes ikke",
        "questions/data.yaml: questions.udtraek.advice: »se-paa-data« findes ikke",
        "questions/jura.yaml: questions.hjemmel.options.lov.label: 15 ord; højst 14",
    ]


def test_several_faults_in_one_file_are_all_told(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    replace_in(root / "questions/profile.yaml", "    kind: text", "    kind: tekst\n    vægt: 1")
    replace_in(root / "questions/profile.yaml", "    help: Så gælder GDPR.\n", "")
    assert [line.split(" (")[0] for line in tell_faults(root)] == [
        "questions/profile.yaml: questions.beskrivelse.kind: kan ikke være 'tekst'",
        "questions/profile.yaml: questions.beskrivelse.vægt: feltet kendes ikke",
        "questions/profile.yaml: questions.personer.help: feltet mangler",
    ]


def test_file_that_cannot_be_read_is_not_blamed_on_others(tmp_path: Path) -> None:
    """Neither by those who look at its questions, nor by the challenges and advice that it asks about."""
    for file in ("questions/profile.yaml", "questions/data.yaml", "guidance/cases/loven.md", "guidance/areas/jura.md"):
        root = copy_whole(tmp_path / Path(file).stem)
        replace_in(root / file, "title:", "titel:")
        assert {line.split(": ")[0] for line in tell_faults(root)} == {file}


def test_content_without_questions_or_guidance_tells_what_is_missing(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    shutil.rmtree(root / "questions")
    shutil.rmtree(root / "guidance/cases")
    told = tell_faults(root)
    missing = [line.removesuffix(": siden mangler") for line in told if line.endswith("siden mangler")]
    assert missing == [
        "guidance/cases/erfaringen.md",
        "guidance/cases/hullerne.md",
        "guidance/cases/loven.md",
        "questions/data.yaml",
        "questions/jura.yaml",
        "questions/profile.yaml",
    ]
    shutil.rmtree(root / "guidance")
    assert tell_faults(root) == ["guidance/published.yaml: siden mangler", "questions/profile.yaml: siden mangler"]
