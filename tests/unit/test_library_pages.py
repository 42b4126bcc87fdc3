"""What the library's pages draw: the line of a text that was looked for, when a question is asked, and what is said."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ask, chosen, make_action, make_case, make_challenge, make_content, make_law
from wizard.core.conditions import AllOf, AnyOf, Not
from wizard.core.content import Content
from wizard.core.findings import Piece
from wizard.core.guidance import Entry
from wizard.core.questions import Question
from wizard.web.library.asking import Asked, Found, Shelf
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


def found(content: Content, query: str = "", *, total: int = 0, outside: int = 0) -> Found:
    return Found(
        asked=Asked(query, {}, {}, is_all=False),
        shown=tuple(content.library.holdings.values()) if total else (),
        total=total,
        outside=outside,
        filters=(),
        findings=content.search_index.search(query) if query else None,
    )


def test_law_stands_by_its_groups_and_the_rest_in_one_part() -> None:
    law = [replace(make_law(id_), group=group) for id_, group in (("a", "gdpr"), ("b", "gdpr"), ("c", "etik"))]
    content = make_content(cases=[make_case("sag")], law=law)
    of = {ref.id: holding for ref, holding in content.library.holdings.items()}
    assert found(content, total=5).shelves == [
        Shelf("cases", 1, [("", [of["sag"]])]),
        Shelf("lov", 3, [("gdpr", [of["a"], of["b"]]), ("etik", [of["c"]])]),
        Shelf("omraader", 1, [("", [of["data"]])]),
    ]


@pytest.mark.parametrize(
    ("query", "total", "outside", "is_nothing"),
    [
        ("mails", 2, 0, False),
        ("mails", 0, 2, False),
        # The nearest are no hits: a filter that keeps them away keeps nothing away.
        ("xalt", 0, 2, True),
        ("xalt", 1, 1, False),
        ("?", 0, 0, True),
        ("", 0, 2, False),
    ],
)
def test_nothing_is_found_where_all_that_the_filters_keep_away_is_only_near(
    query: str,
    total: int,
    outside: int,
    is_nothing: bool,  # noqa: FBT001 - a column
) -> None:
    content = make_content(cases=[WITH_ALL])
    assert found(content, query, total=total, outside=outside).is_nothing is is_nothing
