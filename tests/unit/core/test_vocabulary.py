import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from wizard.core.vocabulary import BEGUN_ALIKE, HEAD, KIN, MODIFIER, PREFIX, UNFINISHED, WRONG, Vocabulary
from wizard.core.words import canonical


def know(*words: str) -> Vocabulary:
    return Vocabulary(frozenset(map(canonical, words)))


def meant(vocabulary: Vocabulary, word: str, *, is_unfinished: bool = False) -> dict[str, float]:
    return vocabulary.expand(canonical(word), is_unfinished=is_unfinished)


# ---- terms


@pytest.mark.parametrize(
    "forms",
    [
        ["kvalitet", "kvaliteten", "kvaliteter"],
        ["leverandør", "leverandører", "leverandørens"],
        ["patient", "patienterne", "patienternes"],
    ],
)
def test_forms_of_a_word_have_one_term(forms: list[str]) -> None:
    vocabulary = know(*forms)
    assert len({vocabulary.term_of(canonical(form)) for form in forms}) == 1


def test_ending_that_makes_another_word_of_a_short_one_stays() -> None:
    vocabulary = know("ledige", "ledere", "faglig", "fag")
    assert vocabulary.term_of("ledige") != vocabulary.term_of("ledere")
    assert vocabulary.term_of("faglig") != vocabulary.term_of("fag")
    assert vocabulary.term_of("faglig") == vocabulary.term_of("faglige")


# ---- compounds


@pytest.mark.parametrize(
    ("words", "compound", "parts"),
    [
        (("data", "kvalitet"), "datakvalitet", ["data", "kvalitet"]),
        (("data", "kvalitet"), "datakvaliteten", ["data", "kvalitet"]),
        (("sag", "behandling"), "sagsbehandling", ["sag", "behandling"]),
        (("byg", "ansøgning"), "byggeansøgning", []),
        (("bygge", "ansøgning"), "byggeansøgninger", ["bygge", "ansøgning"]),
        (("data", "etik"), "dataetik", ["data", "etik"]),
        (("data", "behandler", "aftale"), "databehandleraftale", ["data", "behandler", "aftale"]),
        (("databehandler", "data", "aftale"), "databehandleraftale", ["databehandler", "aftale"]),
        (("kvalitet",), "datakvalitet", []),
        (("data",), "datakvalitet", []),
        (("over", "blik"), "overblik", []),
        (("fag", "lige"), "faglige", []),
        (("ansvar", "lighed"), "ansvarlighed", []),
        (("år", "kort"), "årkort", []),
        (("alfa", "beta", "gamma", "delta"), "alfabetagammadelta", []),
    ],
)
def test_compound_is_split_in_words_that_stand_by_themselves(
    words: tuple[str, ...], compound: str, parts: list[str]
) -> None:
    vocabulary = know(*words)
    assert list(vocabulary.split(canonical(compound))) == [vocabulary.term_of(canonical(part)) for part in parts]


def test_part_of_a_compound_finds_it_and_the_last_part_counts_more() -> None:
    vocabulary = know("data", "kvalitet", "datakvalitet", "kvalitetsprøve", "prøve")
    found = meant(vocabulary, "kvalitet")
    assert found == {"kvalit": 1.0, "datakvalit": HEAD, "kvalitetsproev": MODIFIER}


def test_noun_and_verb_are_kin() -> None:
    vocabulary = know("vurdering", "vurderer", "behandling", "behandler", "deling", "delen")
    assert meant(vocabulary, "vurdere") == {"vurd": 1.0, "vurdering": KIN}
    assert meant(vocabulary, "behandling") == {"behandling": 1.0, "behandl": KIN}
    assert meant(vocabulary, "deling") == {"deling": 1.0}


# ---- beginnings


def test_beginning_counts_for_as_much_of_the_word_as_it_is() -> None:
    vocabulary = know("databehandleraftale", "kommune")
    assert meant(vocabulary, "databeh", is_unfinished=True) == {"databehandleraftal": PREFIX * 7 / 19}
    assert meant(vocabulary, "databeh") == {}


def test_one_letter_or_a_number_is_no_beginning() -> None:
    vocabulary = know("kommune", "2024")
    assert meant(vocabulary, "k", is_unfinished=True) == {}
    assert meant(vocabulary, "20", is_unfinished=True) == {}


def test_short_word_that_is_known_is_whole() -> None:
    vocabulary = know("ce", "central", "dagen", "da")
    assert meant(vocabulary, "ce", is_unfinished=True) == {"ce": 1.0}
    assert set(meant(vocabulary, "da", is_unfinished=True)) == {"da", "dag"}


# ---- wrong letters


def guessed(vocabulary: Vocabulary, word: str, *, is_unfinished: bool = False) -> dict[str, float]:
    word = canonical(word)
    known = vocabulary.expand(word, is_unfinished=is_unfinished)
    return known or vocabulary.correct(word, is_unfinished=is_unfinished)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("gpdr", 1),
        ("gdp", 0),
        ("kvaliet", 1),
        ("kvaalitet", 1),
        ("kvakitet", 1),
        ("kavlitet", 1),
        ("vkalitet", 1),
        ("lvalitet", 0),
        ("hert", 0),
        ("kvaliteg", 1),
        ("datakvlaiett", 2),
        ("dtakvailtet", 2),
        ("kvalgtoh", 0),
    ],
)
def test_small_errors_are_seen_through(typed: str, wrong: int) -> None:
    vocabulary = know("gdpr", "kvalitet", "datakvalitet", "hest")
    found = guessed(vocabulary, typed)
    assert max(found.values(), default=0) == WRONG.get(wrong, 0)


def test_known_word_is_not_corrected() -> None:
    vocabulary = know("hest", "fest")
    assert meant(vocabulary, "fest") == {"fest": 1.0}


def test_numbers_are_never_corrected() -> None:
    assert guessed(know("2024", "20245"), "2025") == {}


def test_what_a_corrected_word_is_part_of_is_found_too() -> None:
    vocabulary = know("kvalitet", "data", "datakvalitet")
    assert guessed(vocabulary, "kvslitet") == {"kvalit": WRONG[1], "datakvalit": WRONG[1] * HEAD}


def test_beginning_may_have_a_wrong_letter() -> None:
    vocabulary = know("ledelsesopbakning")
    assert guessed(vocabulary, "ledelsesobp", is_unfinished=True) == {"ledelsesopbakning": UNFINISHED}
    assert guessed(vocabulary, "ledw", is_unfinished=True) == {}


def test_word_that_is_not_known_has_others_that_begin_like_it() -> None:
    vocabulary = know("stråledosis", "stråledoser", "strategi", "strandkant")
    assert meant(vocabulary, "strålebehandling") == {}
    assert vocabulary.begun_alike(canonical("strålebehandling")) == {
        vocabulary.term_of(canonical(word)): BEGUN_ALIKE for word in ("stråledosis", "stråledoser")
    }
    assert vocabulary.begun_alike("stride") == {}
    assert know("transparens").begun_alike("transskription") == {}
    assert know().begun_alike("straaledosis") == {}


WORDS = st.text("abcde", min_size=5, max_size=9)


@given(st.sets(WORDS, max_size=20), WORDS)
def test_every_word_with_one_wrong_letter_is_found(words: set[str], typed: str) -> None:
    vocabulary = Vocabulary(frozenset(words))
    if not vocabulary.expand_term(vocabulary.term_of(typed)):
        near = {word for word in words if DamerauLevenshtein.distance(word, typed) == 1 and word[0] == typed[0]}
        assert {vocabulary.term_of(word) for word in near} <= vocabulary.correct(typed).keys()


@given(st.sets(st.text("adegiklnrst", max_size=12), max_size=20), st.text("adegiklnrst", max_size=30), st.booleans())
def test_factors_are_parts_of_an_occurrence(words: set[str], typed: str, is_unfinished: bool) -> None:  # noqa: FBT001 - drawn
    vocabulary = Vocabulary(frozenset(words))
    found = guessed(vocabulary, typed, is_unfinished=is_unfinished)
    assert all(0 < factor <= 1 for factor in found.values())
    assert found.keys() <= vocabulary.terms
    assert len(vocabulary.split(typed)) in (0, 2, 3)
