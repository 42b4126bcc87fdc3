from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ask, assess, chosen, make_case, make_content, opt, scale
from wizard.core.beside import Beside, find_beside
from wizard.core.content import Content
from wizard.core.guidance import Case, Requirement
from wizard.core.questions import Question

SECTOR = ask("sektor", "sundhed", "skole", "ved-ikke", kinship=3)
SIZE = ask("størrelse", "lille", "stor", kinship=1)
HEALTH = {"sektor": ["sundhed"]}
# What every case tells a little of: enough to stand beside a question on its challenge, and not on another.
LITTLE = "kaffe sukker mælk"
ASKED = scale("a", "x", help_text=LITTLE)
ASKED_TOO, ASKED_OTHER = replace(ASKED, id="b"), scale("c", "y", help_text=LITTLE)
BOTH = ask("begge", opt("ja", {"x": 3, "y": 1}), "nej", help_text=LITTLE)
WORDS = "blodprøver urinprøver diagnoser skanninger sengeafsnit operationer tandlæger apoteker ambulancer forskere"
FEWER = "blodprøver urinprøver diagnoser"
# Among so many others, a word that is shared says something.
MANY = {f"anden-{number}": "mails og breve" for number in range(90)}
TELLING = scale("t", "x", help_text=WORDS)
TELLING_BOTH = ask("u", opt("ja", {"x": 3, "y": 1}), "nej", help_text=WORDS)


def beside(content: Content, *questions: Question, **raw: Any) -> Mapping[str, Beside]:
    summary = assess(content, raw)
    return find_beside(content, summary.path, summary.risks, questions)


def ids(content: Content, *questions: Question, **raw: Any) -> dict[str, str]:
    return {id_: found.case.id for id_, found in beside(content, *questions, **raw).items()}


def make(*cases: Case, words: Mapping[str, str] | None = None) -> Content:
    asked = (ASKED, ASKED_TOO, ASKED_OTHER, BOTH, TELLING, TELLING_BOTH)
    told = {**MANY, **{case.id: LITTLE for case in cases}, **(words or {})}
    return make_content(*asked, SECTOR, SIZE, cases=cases, words=told)


def test_case_is_about_the_challenge_of_the_question_and_the_most_akin() -> None:
    content = make(make_case("fremmed", "x"), make_case("nær", "x", traits=HEALTH), make_case("andet", "y"))
    assert ids(content, ASKED) == {"a": "fremmed"}
    assert ids(content, ASKED, sektor="sundhed") == {"a": "nær"}


def test_question_without_a_challenge_or_a_case_has_none() -> None:
    assert ids(make(), ASKED, SECTOR) == {}
    assert ids(make(make_case("sag", "y")), ASKED, SECTOR) == {}


def test_case_that_a_hard_condition_shuts_out_is_not_told() -> None:
    needs = [Requirement(when=chosen("sektor", "skole"), otherwise="Kun i skoler.")]
    content = make(make_case("sag", "x", traits=HEALTH, fits_when=needs))
    assert ids(content, ASKED) == {"a": "sag"}
    assert ids(content, ASKED, sektor="sundhed") == {}


def test_graver_challenge_of_a_question_comes_first() -> None:
    content = make(make_case("a-mild", "y"), make_case("b-grov", "x"))
    assert ids(content, BOTH) == {"begge": "a-mild"}
    assert ids(content, BOTH, a="3") == {"begge": "b-grov"}


def test_same_case_never_stands_twice_and_the_next_best_takes_its_place() -> None:
    questions = (ASKED, ASKED_TOO)
    cases = [make_case("en", "x", traits=HEALTH), make_case("to", "x")]
    assert ids(make(*cases), *questions, sektor="sundhed") == {"a": "en", "b": "to"}
    assert ids(make(cases[0]), *questions, sektor="sundhed") == {"a": "en"}


def test_case_that_only_throws_light_is_told_where_it_tells_of_what_is_asked() -> None:
    lys = make_case("lys", related=["x"], traits=HEALTH)
    assert ids(make(lys), ASKED, sektor="sundhed") == {}
    assert ids(make(lys, words={"lys": FEWER}), TELLING) == {}
    assert ids(make(lys, words={"lys": WORDS}), TELLING) == {"t": "lys"}


def test_case_about_the_challenge_that_tells_nothing_of_what_is_asked_is_not_told() -> None:
    sag = make_case("sag", "x", traits=HEALTH)
    assert ids(make(sag), TELLING, sektor="sundhed") == {}
    assert ids(make(sag, words={"sag": f"{LITTLE} {WORDS}"}), TELLING) == {"t": "sag"}


def test_case_that_a_question_names_is_told_whatever_it_is_about() -> None:
    named = replace(ASKED, cases=("navngivet", "a-nær"))
    cases = [make_case("egen", "x", traits=HEALTH), make_case("navngivet"), make_case("a-nær", traits=HEALTH)]
    content = make_content(named, SECTOR, cases=cases)
    assert ids(content, named) == {"a": "a-nær"}
    found = beside(content, named, sektor="sundhed")["a"]
    assert (found.case.id, found.reasons) == (
        "a-nær",
        ("Fortæller om det, der bliver spurgt om", "Samme sektor: Sundhed"),
    )


def test_case_that_a_question_names_counts_as_one_about_its_challenge() -> None:
    named = replace(ASKED, cases=("navngivet",))
    assert ids(make(make_case("egen", "x"), make_case("navngivet")), named) == {"a": "navngivet"}


def test_case_that_tells_of_what_is_asked_stands_before_any_other() -> None:
    lys, fremmed = make_case("lys", related=["x"]), make_case("a-egen", "x", traits=HEALTH)
    content = make(lys, fremmed, make_case("egen", "x"), words={"egen": WORDS, "lys": WORDS})
    assert ids(content, TELLING, sektor="sundhed") == {"t": "egen"}
    assert ids(content, ASKED_TOO, sektor="sundhed") == {"b": "a-egen"}


def test_best_pair_of_the_page_is_given_out_first_whatever_question_comes_first() -> None:
    content = make(make_case("a-anden", "x"), make_case("egen", "x", traits=HEALTH), words={"egen": WORDS})
    assert ids(content, ASKED, TELLING, sektor="sundhed") == {"a": "a-anden", "t": "egen"}


def test_graver_of_two_challenges_that_a_case_is_about_is_the_one_that_is_named() -> None:
    sag, lys = make_case("sag", "x", "y"), make_case("lys", related=["x", "y"])
    content = make(sag, lys, words={"lys": WORDS})
    for case, asked in ((sag, BOTH), (lys, TELLING_BOTH)):
        only = replace(content, cases={case.id: case})
        told = beside(only, asked, a="1", c="3")[asked.id].reasons
        assert ["»Y«" in reason for reason in told if "»" in reason] == [True]


def test_shortest_reason_is_the_weightiest_kinship_and_all_of_them_are_told() -> None:
    sag = make_case("sag", "x", traits={"størrelse": ["lille"], "sektor": ["sundhed"]})
    found = beside(make(sag), ASKED, sektor="sundhed", størrelse="lille")["a"]
    assert found.brief == "Samme sektor"
    told = ("Fortæller om det, der bliver spurgt om", "Handler om »X«, som spørgsmålet også gør")
    assert found.reasons == (*told, "Samme sektor: Sundhed", "Samme størrelse: Lille")
    assert beside(make(sag), ASKED)["a"] == Beside(sag, "", told)


def test_case_that_tells_of_what_is_asked_says_so_and_one_that_throws_light_too() -> None:
    content = make(make_case("lys", related=["x"], traits=HEALTH), words={"lys": WORDS})
    assert beside(content, TELLING, sektor="sundhed")["t"].reasons == (
        "Fortæller om det, der bliver spurgt om",
        "Kaster lys over »X«, som spørgsmålet handler om",
        "Samme sektor: Sundhed",
    )


def test_words_of_the_description_bring_a_case_but_are_not_repeated() -> None:
    cases = [make_case("a-fjern", "x"), make_case("sag", "x")]
    # As long as the others, so that both are as near to the question.
    words = {id_: f"{text} " * 3 for id_, text in MANY.items()}
    words |= {
        "a-fjern": f"{LITTLE} kontorer møder planer penge",
        "sag": f"{LITTLE} tandlæger apoteker ambulancer forskere",
    }
    content = make_content(ASKED, ask("beskrivelse"), cases=cases, words=words)
    assert beside(content, ASKED)["a"].case.id == "a-fjern"
    found = beside(content, ASKED, beskrivelse=WORDS)["a"]
    assert (found.case.id, found.brief) == ("sag", "Nogle af de samme ord som i jeres beskrivelse")
    assert "apoteker" not in " ".join(found.reasons)


@given(
    st.lists(st.tuples(st.sampled_from((("x",), ("y",), ("x", "y"), ())), st.booleans(), st.booleans()), max_size=6),
    st.sampled_from(["sundhed", "skole"]),
    st.sampled_from("0123"),
)
def test_no_case_stands_twice_on_a_page_and_the_order_of_the_content_makes_no_difference(
    drawn: list[tuple[tuple[str, ...], bool, bool]], sector: str, grade: str
) -> None:
    cases = [
        make_case(
            f"sag-{place}",
            *(about if is_about else ()),
            related=() if is_about else about,
            traits=HEALTH if is_akin else None,
        )
        for place, (about, is_about, is_akin) in enumerate(drawn)
    ]
    questions = (ASKED, ASKED_TOO, ASKED_OTHER, BOTH)
    found = ids(make(*cases), *questions, sektor=sector, a=grade)
    assert len(set(found.values())) == len(found)
    assert found == ids(make(*reversed(cases)), *questions, sektor=sector, a=grade)
    own = {case.id for case in cases if case.challenges}
    left = own - set(found.values())
    # Nothing that only throws light is told while something about the question is left over.
    for question in questions:
        about = {case.id for case in cases if set(case.challenges) & set(question.challenges)}
        assert found.get(question.id) in own or not about & left
