"""What is found by words that are like those that were typed."""

import pytest

from tests.unit.core.searching import document, found, index, titles

# ---- words that are alike


@pytest.mark.parametrize("query", ["datakvalitet", "datakvaliteten", "data kvalitet", "data-kvalitet", "DATAKVALITET"])
def test_compound_is_found_however_it_is_put_together(query: str) -> None:
    assert found(titles("Om datakvalitet", "Får"), query) == ["Om datakvalitet"]


def test_compound_finds_its_words_apart_after_itself() -> None:
    searched = titles("Kvaliteten af data", "Datakvalitet i praksis", "Mails fra borgere")
    assert found(searched, "datakvalitet") == ["Datakvalitet i praksis", "Kvaliteten af data"]


def test_compound_finds_one_of_its_words_only_where_nothing_has_both() -> None:
    assert found(titles("Data om får", "Kvalitet", "Heste"), "datakvalitet") == ["Kvalitet", "Data om får"]
    assert found(titles("Data om får", "Kvalitet", "Kvalitet i data"), "datakvalitet") == ["Kvalitet i data"]


def test_compounds_with_a_word_in_common_are_near() -> None:
    searched = titles("En konsekvensanalyse", "Konsekvens", "En vurdering", "Analyse")
    assert found(searched, "konsekvensvurdering") == ["Konsekvens", "En vurdering", "En konsekvensanalyse"]


def test_word_of_which_nothing_is_known_finds_what_begins_like_it() -> None:
    assert found(titles("Mindre stråledosis", "Data"), "strålebehandling") == ["Mindre stråledosis"]


def test_part_finds_the_compound_after_itself() -> None:
    searched = titles("Datakvalitet", "God kvalitet", "Data om får")
    assert found(searched, "kvalitet") == ["God kvalitet", "Datakvalitet"]


def test_last_word_may_be_unfinished_and_the_others_not() -> None:
    searched = titles("Databehandleraftaler med leverandører", "Får")
    assert found(searched, "leverandører databeh") == ["Databehandleraftaler med leverandører"]
    assert searched.search("databeh leverandører").hits[0].score < searched.search("leverandører databeh").hits[0].score


@pytest.mark.parametrize("query", ["Århus", "Aarhus", "aarhus", "ÅRHUS", "arhus", "Arhus kommune"])
def test_danish_letters_are_found_however_they_are_typed(query: str) -> None:
    assert found(titles("Aarhus", "Ikast"), query) == ["Aarhus"]
    assert found(titles("Århus", "Ikast"), query) == ["Århus"]


@pytest.mark.parametrize("query", ["it-sikkerhed", "it sikkerhed", "itsikkerhed", "IT Sikkerhed"])
def test_hyphens_make_no_difference(query: str) -> None:
    assert found(titles("It-sikkerhed", "Får"), query) == ["It-sikkerhed"]


# ---- references


@pytest.mark.parametrize("query", ["art 35", "art. 35", "artikel 35", "Artikel 35(7)", "art35", "gdpr art 35"])
def test_article_is_found_and_not_the_number_alone(query: str) -> None:
    searched = index(
        document("art", "Analyse", names="GDPR art. 35 GDPR art. 35(7)"),
        document("side", "GDPR", rest="Artikel 6, se s. 35. De 35 kommuner og artikler."),
    )
    assert found(searched, query)[0] == "art"


@pytest.mark.parametrize("query", ["§ 10", "§10", "paragraf 10", "28/2024", "28 2024", "råd 2", "raad 2"])
def test_other_references_are_found(query: str) -> None:
    searched = index(
        document("a", "En", rest="Lovens § 10 og udtalelse 28/2024", names="Råd 2"), document("b", "To", rest="10 28 2")
    )
    assert found(searched, query)[0] == "a"


def test_number_that_stands_with_another_word_is_still_looked_for() -> None:
    assert found(titles("Regel 11", "Får"), "bilag 11") == ["Regel 11"]


# ---- synonyms

SYNONYMS = (("ki", "ai", "kunstig intelligens"), ("dpia", "konsekvensanalyse"), ("lov om heste", "hestelov"))


@pytest.mark.parametrize("query", ["ki", "AI", "kunstig intelligens"])
def test_synonyms_find_each_other_and_the_word_that_was_typed_first(query: str) -> None:
    texts = {"ki": "Vi bruger ki", "ai": "Vi bruger ai", "kunstig intelligens": "Vi bruger kunstig intelligens"}
    listed = found(titles(*texts.values(), "Får", synonyms=SYNONYMS), query)
    assert listed[0] == texts[query.lower()]
    assert set(listed) == set(texts.values())


def test_phrase_is_met_by_all_of_its_words_and_only_by_some_where_nothing_has_them() -> None:
    assert found(titles("Kunstig intelligens", "Kunstig hofte", synonyms=SYNONYMS), "ai") == ["Kunstig intelligens"]
    assert found(titles("Kunstig hofte", "Får", synonyms=SYNONYMS), "ai") == []
    assert found(titles("Kunstig hofte", "Får", synonyms=SYNONYMS), "kunstig intelligens") == ["Kunstig hofte"]


def test_words_of_grammar_in_a_synonym_are_not_asked_for() -> None:
    assert found(titles("Hestelov", "Får", synonyms=SYNONYMS), "lov om heste") == ["Hestelov"]


def test_phrase_that_its_words_of_grammar_make_is_known_as_it_is_written_and_never_asked_for() -> None:
    synonyms = (("datamængde", "for lidt data", "mængde"),)
    searched = titles("Datamængde", "Mængde", "Data", "For lidt sukker", synonyms=synonyms)
    assert found(searched, "for lidt data") == ["Datamængde", "Mængde"]
    assert found(searched, "vi har for lidt data her") == ["Datamængde", "Mængde"]
    assert found(searched, "data for lidt")[0] == "Data"
    assert "Data" not in found(searched, "mængde")
    # With another word that tells something, each is asked for.
    assert set(found(searched, "for lidt data sukker")) == {"Datamængde", "Mængde", "For lidt sukker"}


def test_letters_and_digits_written_as_one_are_a_name_though_the_letters_are_grammar() -> None:
    searched = titles("Fællesskabet OS2", "NIS 2", "Den 2. august", "Os")
    assert found(searched, "os2") == ["Fællesskabet OS2"]
    assert "NIS 2" in found(searched, "os 2")


def test_synonym_may_be_unfinished_or_mistyped() -> None:
    searched = titles("En dpia", "Får", synonyms=SYNONYMS)
    assert found(searched, "konsekvensanlyse") == ["En dpia"]
    assert found(searched, "konsekvensan") == ["En dpia"]
