import pytest

from wizard.core.words import build_index, stems_of

INDEX = build_index(
    [
        ("blod", "Blodprøver fra akutte patienter. Patienterne venter på svar på blodprøven."),
        ("mail", "Kommunens mails sorteres, så borgerne får hurtigere svar."),
        ("byg", "Byggeansøgninger med fri tekst."),
    ]
)


def test_forms_of_a_word_have_one_stem_and_keep_the_first_form() -> None:
    assert list(stems_of("Patienterne og patienten: patienter").values()) == ["patienterne"]


def test_words_of_grammar_short_words_and_numbers_are_left_out() -> None:
    assert stems_of("Vi vil have en it-løsning til 100 og 1 af dem") == {}


def test_danish_letters_are_letters() -> None:
    assert list(stems_of("ældre på ØRESUND, også åløb").values()) == ["ældre", "øresund", "åløb"]


def test_document_without_a_shared_word_is_absent() -> None:
    assert set(INDEX.nearest("Sortering af mail")) == {"mail"}
    assert INDEX.nearest("") == {}


def test_shared_words_are_told_the_rarest_first() -> None:
    near = INDEX.nearest("svar til patienterne")
    assert near["blod"].words == ("patienterne", "svar")
    assert near["mail"].words == ("svar",)
    assert near["blod"].score > near["mail"].score > 0


def test_score_does_not_depend_on_the_order_of_the_words() -> None:
    words = ["akutte", "blodprøver", "svar", "patienter", "borgere", "mails"]
    forward, backward = INDEX.nearest(" ".join(words)), INDEX.nearest(" ".join(reversed(words)))
    assert {id_: near.score for id_, near in forward.items()} == {id_: near.score for id_, near in backward.items()}


def test_repeating_a_word_in_the_text_changes_nothing() -> None:
    assert INDEX.nearest("mail mail mails") == INDEX.nearest("mail")


def test_word_that_stands_more_often_counts_more_but_less_each_time() -> None:
    index = build_index([("en", "hund kat ko"), ("to", "hund hund ko"), ("tre", "hund hund hund")])
    near = index.nearest("hund")
    gains = [near[id_].score for id_ in ("en", "to", "tre")]
    assert gains[0] < gains[1] < gains[2]
    assert gains[1] - gains[0] > gains[2] - gains[1]


def test_long_document_counts_less_for_the_same_word() -> None:
    near = build_index([("kort", "hund kat"), ("lang", "hund " + "kat " * 20), ("andet", "ko")]).nearest("hund")
    assert near["kort"].score > near["lang"].score


@pytest.mark.parametrize("documents", [[], [("tom", "")], [("tom", "og i at")]])
def test_index_of_nothing_finds_nothing(documents: list[tuple[str, str]]) -> None:
    assert build_index(documents).nearest("hund") == {}


@pytest.mark.parametrize(("text", "frequency"), [("hund", 1), ("hund hund", 2 * 2.2 / (2 + 1.2))])
def test_score_is_bm25(text: str, frequency: float) -> None:
    """One document at the average length: rarity is ln(1 + 0.5/1.5), and k1 is 1.2."""
    near = build_index([("en", text)]).nearest("hunden")
    assert near["en"].score == pytest.approx(0.28768207 * frequency)
    assert near["en"].words == ("hunden",)
