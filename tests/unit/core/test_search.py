import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.searching import document, found, index, marked, titles
from wizard.core.query import MOST_LETTERS, MOST_WORDS
from wizard.core.search import KINDS, NEAREST, Document

# ---- what counts


def test_title_counts_more_than_names_and_these_more_than_summary_and_rest() -> None:
    searched = index(
        document("rest", "Et", "To", names="Tre", rest="Kvalitet"),
        document("summary", "Et", "Kvalitet", names="Tre", rest="Fire"),
        document("names", "Et", "To", names="Kvalitet", rest="Fire"),
        document("title", "Kvalitet", "To", names="Tre", rest="Fire"),
    )
    assert found(searched, "kvalitet") == ["title", "names", "summary", "rest"]


def test_word_that_a_title_begins_with_counts_more() -> None:
    searched = index(document("a", "Borgernes samtykke"), document("b", "Samtykke fra borgerne"))
    assert found(searched, "samtykke") == ["b", "a"]


def test_more_of_the_words_comes_before_better_ones() -> None:
    searched = index(
        document("begge", "Helt andet", rest="Her står samtykke og journaler langt nede mellem mange andre ord"),
        document("en", "Samtykke", "Samtykke", names="Samtykke", rest="Samtykke samtykke"),
    )
    assert found(searched, "samtykke journaler") == ["begge", "en"]


def test_rare_word_counts_more_than_a_common_one() -> None:
    searched = titles("Samtykke om køer", "Samtykke om heste", "Samtykke om får", "Journaler om svin")
    assert found(searched, "samtykke journaler")[0] == "Journaler om svin"


def test_title_in_full_comes_first() -> None:
    searched = index(
        document("kort", "Sig det", "Kunstig intelligens"),
        document("alle", "Kunstig intelligens: sig det til alle", "Kunstig intelligens, sig det"),
        document("kun", "Sig, at det er kunstig intelligens"),
    )
    assert found(searched, "Sig, at det er kunstig intelligens")[0] == "kun"


def test_what_nothing_else_tells_apart_stands_by_kind_title_and_id() -> None:
    documents = [
        document("b", "Data", kind="cases"),
        document("a", "Data", kind="cases"),
        document("c", "Data", kind="spoergsmaal"),
        document("d", "Data", kind="udfordringer"),
    ]
    for order in (documents, documents[::-1]):
        assert found(index(*order), "data") == ["d", "a", "b", "c"]


def test_score_tells_how_many_words_and_how_well() -> None:
    searched = titles("Samtykke til journaler", "Samtykke", "Får")
    both, one = searched.search("samtykke journaler").hits
    assert 1 < one.score < 2 < both.score < 3


def test_limit_and_kinds_narrow_what_is_found() -> None:
    searched = index(*(document(f"{kind}-{number}", "Data", kind=kind) for kind in KINDS for number in range(3)))
    assert len(searched.search("data", limit=4).hits) == 4
    assert [hit.id for hit in searched.search("data", kinds=("lov",)).hits] == ["lov-0", "lov-1", "lov-2"]
    assert {hit.kind for hit in searched.search("data", kinds=("lov", "raad")).hits} == {"lov", "raad"}
    assert searched.search("data", kinds=("andet",)).hits == ()


def test_nearest_are_of_the_kinds_too() -> None:
    searched = index(document("a", "Datakvalitet"), document("b", "Mails", kind="lov"))
    findings = searched.search("datakvalitet", kinds=("lov",))
    assert findings.is_nearest
    assert [hit.id for hit in findings.hits] == ["b"]


# ---- what finds nothing


def test_nothing_found_gives_the_nearest_and_says_so() -> None:
    searched = titles("Patienter", "Kommuner", "Data")
    findings = searched.search("qatiemtwr")
    assert findings.is_nearest
    assert findings.hits[0].title == "Patienter"
    assert 0 < findings.hits[-1].score < findings.hits[0].score < 1
    assert marked(findings, "Patienter") == "Patienter"


def test_no_more_than_a_few_nearest_are_given() -> None:
    searched = titles(*(f"Titel {letter}" for letter in "abcdefgh"))
    assert len(searched.search("xyzzy").hits) == NEAREST
    assert len(searched.search("xyzzy", limit=2).hits) == 2


def test_what_is_like_nothing_at_all_is_not_among_the_nearest() -> None:
    assert [hit.title for hit in titles("Måske", "Os").search("måskz").hits] == ["Måske"]


@pytest.mark.parametrize("query", ["", "  ", "\n\t", "💥", "%", "\x00", "'\"\\", "x"])
def test_query_with_hardly_a_letter_gives_nothing(query: str) -> None:
    findings = titles("A").search(query)
    assert (findings.hits, findings.is_nearest) == ((), False)


def test_words_of_grammar_alone_have_to_stand_together() -> None:
    searched = titles("Om at være i", "At se", "I og om", "Få")
    assert found(searched, "om at i") == ["Om at være i"]
    assert sorted(found(searched, "at")) == ["At se", "Om at være i"]


# ---- what is not known as it was typed


@pytest.mark.parametrize(
    ("query", "unsure", "is_guess"),
    [
        ("kvalitet", (), False),
        ("Kvaliteter", (), False),
        ("kvali", (), False),
        ("Kvakitet", ("Kvakitet",), True),
        ("kvakitet data", ("kvakitet",), False),
        ("qwertz data, uiopxx", ("qwertz", "uiopxx"), False),
        ("dataforening", ("dataforening",), True),
    ],
)
def test_words_that_nothing_has_are_told(query: str, unsure: tuple[str, ...], is_guess: bool) -> None:  # noqa: FBT001 - a case
    findings = titles("God kvalitet", "Data", "En forening").search(query)
    assert (findings.unsure, findings.is_guess) == (unsure, is_guess)


def test_a_rare_part_of_a_compound_is_found_below_what_has_all_of_it() -> None:
    many = [f"Pligt {number}" for number in range(20)]
    searched = titles("Pligt til begrundelse", "Begrundelse", *many)
    assert found(searched, "begrundelsespligt") == ["Pligt til begrundelse", "Begrundelse"]


def test_index_of_nothing_finds_nothing() -> None:
    assert index().search("data").hits == ()


def test_words_of_grammar_count_only_where_there_are_no_others() -> None:
    searched = index(document("og", "Ris og ros"), document("data", "Data", rest="og og og"))
    assert found(searched, "og") == ["og"]
    assert found(searched, "data og") == ["data"]
    assert marked(searched.search("og"), "Ris og ros") == "Ris [og] ros"


def test_query_is_read_no_further_than_its_bounds() -> None:
    searched = titles("Data", "Mails")
    assert found(searched, "data " * MOST_LETTERS + "mails") == ["Data"]
    assert found(searched, " ".join("æøåbcdfghjklm"[:MOST_WORDS]) + " mails") == []
    assert searched.search("x" * 10_000).is_nearest


def test_word_twice_counts_once() -> None:
    searched = titles("Data om mails", "Mails")
    assert searched.search("mails mails data").hits == searched.search("mails data").hits


# ---- marks


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("kvalitet", "God datakvalitet og kvaliteten", "God [datakvalitet] og [kvaliteten]"),
        ("data", "Data, data!", "[Data], [data]!"),
        ("art 35", "GDPR art. 35 og 35 andre", "GDPR [art. 35] og 35 andre"),
        ("it sikkerhed", "It-sikkerhed først", "[It-sikkerhed] først"),
        ("databeh", "En databehandleraftale", "En [databehandleraftale]"),
        ("sikkerhet", "Sikkerhed", "[Sikkerhed]"),
        ("data", "", ""),
        ("data", "Får", "Får"),
        ("data", "<b>data</b>", "<b>[data]</b>"),
        ("data om sikkerhed", "Om data", "Om [data]"),
    ],
)
def test_whole_words_that_were_found_are_marked(query: str, text: str, expected: str) -> None:
    searched = index(
        document("a", "God datakvalitet", "Kvaliteten af data om it-sikkerhed", rest="GDPR art. 35, 35 andre"),
        document("b", "Databehandleraftale"),
    )
    assert marked(searched.search(query), text) == expected


# ---- whatever is typed

TEXTS = st.text(st.sampled_from("abdeiklnorst æøå-.§135%'\"\\\0💥"), max_size=40) | st.text(max_size=40)
DOCUMENTS = st.lists(
    st.builds(Document, st.sampled_from(KINDS), st.text("abc", min_size=1, max_size=2), TEXTS, TEXTS, TEXTS, TEXTS),
    max_size=6,
    unique_by=lambda made: (made.kind, made.id),
)


@given(DOCUMENTS, TEXTS)
def test_whatever_is_typed_is_answered_and_marked(documents: list[Document], query: str) -> None:
    findings = index(*documents).search(query)
    assert bool(findings.hits) <= bool(documents and query.strip())
    assert [hit.score for hit in findings.hits] == sorted((hit.score for hit in findings.hits), reverse=True)
    for made in documents:
        pieces = findings.mark(made.title)
        assert "".join(piece.text for piece in pieces) == made.title
        assert all(piece.text for piece in pieces)


@given(st.data(), DOCUMENTS, TEXTS)
def test_order_in_which_entries_come_makes_no_difference(
    data: st.DataObject, documents: list[Document], query: str
) -> None:
    shuffled = data.draw(st.permutations(documents))
    assert index(*documents).search(query).hits == index(*shuffled).search(query).hits


@given(DOCUMENTS, TEXTS)
def test_entry_with_nothing_in_common_changes_nothing_of_what_is_found(documents: list[Document], query: str) -> None:
    before = index(*documents).search(query)
    other = document("zzz", "ÞÞÞÞ", "ÞÞÞÞ", rest="ÞÞÞÞ")
    after = index(*documents, other).search(query)
    if before.hits and not before.is_nearest:
        assert {(hit.kind, hit.id) for hit in after.hits} == {(hit.kind, hit.id) for hit in before.hits}


@given(DOCUMENTS, TEXTS)
def test_danish_letters_and_their_other_spelling_find_the_same(documents: list[Document], query: str) -> None:
    spelled = query.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    assert index(*documents).search(query).hits == index(*documents).search(spelled).hits


@given(DOCUMENTS)
def test_title_in_full_finds_the_entry_first_of_its_kind_of_title(documents: list[Document]) -> None:
    searched = index(*documents)
    for made in documents:
        findings = searched.search(made.title)
        if not findings.is_nearest and len(findings.hits) > 1:
            first = findings.hits[0]
            assert first.score >= max(hit.score for hit in findings.hits if hit.title == made.title)
