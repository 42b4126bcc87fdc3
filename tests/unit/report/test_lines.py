import itertools

from hypothesis import given
from hypothesis import strategies as st

from wizard.report.typeset.lines import Run, break_lines, measure

FACE, BOLD = "Helvetica", "Helvetica-Bold"


def run(text: str, face: str = FACE) -> Run:
    return Run(text, face, "#000000")


def lines(*runs: Run, width: float = 100) -> list[str]:
    return ["".join(part.text for part in line) for line in break_lines(runs, 10, width)]


def words(text: str) -> list[str]:
    return [word for word in text.replace("\n", " ").split(" ") if word]


def test_lines_are_filled_and_never_too_wide() -> None:
    text = "Har I skrevet ned hvilket retsgrundlag I bruger til udvikling og til drift"
    found = lines(run(text))
    # The space where a line ends is for whoever hears it: without one, two words are read as one.
    assert "".join(found) == text
    assert all(measure(line.rstrip(), FACE, 10) <= 100 for line in found)
    assert all(measure(f"{a}{b.split()[0]}", FACE, 10) > 100 for a, b in itertools.pairwise(found))


def test_a_word_without_end_is_broken_where_it_must() -> None:
    found = lines(run("for " + "x" * 10_000 + " efter"))
    assert "".join(found) == "for " + "x" * 10_000 + " efter"
    assert all(measure(line.rstrip(), FACE, 10) <= 100 for line in found)


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    assert lines(run("WW W"), width=3) == ["W", "W ", "W"]


def test_breaks_stay_and_make_empty_lines() -> None:
    assert lines(run("en\n\nto")) == ["en ", "", "to"]


def test_a_no_break_space_holds_words_together() -> None:
    assert lines(run("aaaa bbbb rapporten s.\u00a040"), width=90) == ["aaaa bbbb ", "rapporten s.\u00a040"]


def test_runs_share_words_and_keep_their_faces() -> None:
    [line] = break_lines([run("Note:", BOLD), run(" se (")], 10, 200)
    assert [(part.text, part.face) for part in line] == [("Note: ", BOLD), ("se (", FACE)]
    [line] = break_lines([run("(", FACE), run("fed", BOLD), run(") og", FACE)], 10, 200)
    assert [part.text for part in line] == ["(", "fed", ") og"]


def test_a_long_word_of_several_runs_is_broken_across_them() -> None:
    found = list(break_lines([run("a" * 30), run("b" * 30, BOLD)], 10, 100))
    assert "".join(part.text for line in found for part in line) == "a" * 30 + "b" * 30
    assert {part.face for line in found for part in line if "b" in part.text} == {BOLD}


def test_nothing_to_write_is_no_line() -> None:
    assert lines(run("")) == []
    assert lines(run("   ")) == []


@given(
    st.lists(st.text("ab \n\u00a0WÆ", max_size=40), max_size=4),
    st.floats(min_value=1, max_value=120),
)
def test_lines_lose_nothing_and_part_no_word_without_need(texts: list[str], width: float) -> None:
    runs = [run(text, face) for text, face in zip(texts, itertools.cycle((FACE, BOLD)), strict=False)]
    found = list(break_lines(runs, 10, width))
    said = "".join(part.text for line in found for part in line)
    assert words(said) == words("".join(texts))
    for line in found:
        letters = "".join(part.text for part in line).rstrip(" ")
        wide = sum(measure(part.text, part.face, 10) for part in line)
        assert len(letters) <= 1 or wide - measure(" ", BOLD, 10) <= width + 1e-6
