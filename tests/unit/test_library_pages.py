"""What the library's pages draw: the line of a text that was looked for, and when a question is asked."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ask, chosen, make_action, make_case, make_challenge, make_content, make_law
from wizard.core.conditions import AllOf, AnyOf, Not
from wizard.core.findings import Piece
from wizard.core.guidance import Entry
from wizard.core.questions import Question
from wizard.web.library.conditions import Clause, read_condition
from wizard.web.library.excerpts import excerpt

WORDS = st.sampled_from(("mails", "samtykke", "journaler", "modellen", "blev", "ikke", "trænet", "på", "gamle"))


def find(item: Entry | Question, query: str) -> Sequence[Piece]:
    """Give what an item's text has of a query, in content that holds that and nothing else."""
    content = make_content(*([item] if isinstance(item, Question) else []), cases=[WITH_ALL])
    return excerpt(item, content.search_index.search(query))


def shown(pieces: Sequence[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in pieces)


def case(body: str, *facts: str) -> Entry:
    return replace(make_case("sag"), body=body, facts=facts)


# So that every word of the tests is known to the search.
WITH_ALL = replace(make_case("alt"), body="mails samtykke journaler kommunen modellen trænet gamle cpr")


def test_the_line_with_most_of_what_was_looked_for_is_shown() -> None:
    item = case("## Mails\n\nDe læste mails.\n\n- Der var samtykke til mails.\n- Kun journaler.")
    assert shown(find(item, "mails samtykke")) == "Der var [samtykke] til [mails]."


def test_the_first_of_several_is_shown() -> None:
    assert shown(find(case("Første mails.\n\nAndre mails.", "Mails i alt: 7"), "mails")) == "[Mails] i alt: 7"


def test_headings_and_signs_of_markdown_are_not_shown() -> None:
    item = case("## Samtykke\n\nSe **hvad** [et samtykke](https://example.dk/samtykke) er.")
    assert shown(find(item, "samtykke")) == "Se hvad et [samtykke] er."


def test_nothing_is_shown_where_the_text_has_nothing() -> None:
    assert find(case("Om journaler."), "samtykke") == ()


def test_what_law_says_an_action_and_an_option_are_lines_too() -> None:
    law = replace(make_law("l"), says=("Et.", "Mails må bruges.", "Tre."))
    challenge = make_challenge("x", make_action("mails"))
    assert shown(find(law, "mails")) == "[Mails] må bruges."
    assert shown(find(challenge, "mails")) == "Gør [mails]"
    assert shown(find(ask("q", "ja", "samtykke"), "samtykke")) == "[Samtykke]"


@given(st.lists(WORDS, min_size=1, max_size=120), WORDS)
def test_a_long_line_is_cut_at_whole_words_with_the_hit_in_sight(words: list[str], query: str) -> None:
    line = " ".join(words)
    pieces = find(case(line), query)
    if not any(piece.is_hit for piece in pieces):
        return
    text = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert text in line
    assert f" {text} " in f" {line} "
    assert len(text) <= 220
    assert len(text) == len(line) or len(text) > 120
    assert all(piece.text for piece in pieces)


def test_a_condition_is_parted_and_what_stands_alone_needs_no_list() -> None:
    first, second = ask("a", "ja", "nej", "ved-ikke"), ask("b", "ja")
    content = make_content(first, second)
    condition = AllOf((AnyOf((chosen("a", "ved-ikke", "ja"),)), Not(chosen("b", "ja"))))
    assert read_condition(content, condition) == Clause(
        "all",
        parts=(
            Clause("answer", first, ("Ja", "Ved-ikke")),
            Clause("not", parts=(Clause("answer", second, ("Ja",)),)),
        ),
    )
    assert read_condition(content, AnyOf((chosen("a", "ja"), chosen("b", "ja")))).kind == "any"
