import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.words import build_index, canonical, hyphenated, numbered, stem_of, stems_of, words_in

INDEX = build_index(
    [
        ("blod", "Blodprøver fra akutte patienter. Patienterne venter på svar på blodprøven."),
        ("mail", "Kommunens mails sorteres, så borgerne får hurtigere svar."),
        ("byg", "Byggeansøgninger med fri tekst."),
    ]
)


def test_forms_of_a_word_have_one_stem_and_keep_the_first_form() -> None:
    assert list(stems_of("Patienterne og patienten: patienter").values()) == ["patienterne"]


def test_threads_that_look_for_stems_at_the_same_time_do_not_get_each_others() -> None:
    words = [f"{first}{last}" for first in ("data", "sags", "risiko") for last in ("ledelsen", "vurderingens", "erne")]
    expected = {word: stem_of(word) for word in words}
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            # Behind the cache, which would answer for the stemmer.
            found = list(pool.map(lambda word: (word, stem_of.__wrapped__(word)), words * 200))
    finally:
        sys.setswitchinterval(interval)
    assert all(stem == expected[word] for word, stem in found)


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


# ---- how words are read in a search


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("København", "koebenhavn"),
        ("KOEBENHAVN", "koebenhavn"),
        ("Århus", "aarhus"),
        ("A\N{COMBINING RING ABOVE}rhus", "aarhus"),
        ("ÆRØ", "aeroe"),
        ("idé", "ide"),
        ("Müller", "muller"),
        ("Malmö", "malmoe"),
        ("Linköping", "linkoeping"),
        ("ﬁnde", "finde"),
        ("½", "12"),
        ("İ", "i"),
        ("", ""),
    ],
)
def test_letters_that_are_alike_are_compared_alike(written: str, compared: str) -> None:
    assert canonical(written) == compared


@given(st.text())
def test_what_is_compared_is_letters_and_digits_and_stays_as_it_is(text: str) -> None:
    once = canonical(text)
    assert once == "" or once.isalnum()
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Er I klar?", ["er", "i", "klar"]),
        ("KI-klar", ["ki", "klar"]),
        ("art35, ISO27001", ["art", "35", "iso", "27001"]),
        ("§ 10", ["paragraf", "10"]),
        ("28/2024", ["28", "2024"]),
        ("a_b", ["a", "b"]),
        ("<b>'%\\💥\x00", ["b"]),
        # A letter that is nothing but a sign under another.
        ("ja \N{GREEK YPOGEGRAMMENI} nej", ["ja", "nej"]),
        ("", []),
    ],
)
def test_words_of_a_text_are_runs_of_letters_and_of_digits(text: str, words: list[str]) -> None:
    assert [word.text for word in words_in(text)] == words


@given(st.text())
def test_words_stand_where_they_say_in_the_order_of_the_text(text: str) -> None:
    words = words_in(text)
    assert all(canonical(text[word.start : word.end]) == word.text or text[word.start] == "§" for word in words)
    places = [place for word in words for place in (word.start, word.end)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("art. 35", "artikel 35"),
        ("Artikel 35", "artikel 35"),
        ("artiklen 35", "artikel 35"),
        ("§ 10", "paragraf 10"),
        ("28/2024", "28 2024"),
        ("råd 2", "raad 2"),
        ("to råd", None),
    ],
)
def test_word_and_the_number_after_it_have_a_name_together(text: str, name: str | None) -> None:
    assert numbered(*words_in(text)) == name


def test_words_with_hyphens_between_are_one_word_too() -> None:
    text = "It-sikkerhed, blod- og data-behandler-aftale: en - to"
    assert list(hyphenated(text, words_in(text))) == [("itsikkerhed", 0, 1), ("databehandleraftale", 4, 6)]
