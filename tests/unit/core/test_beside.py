from collections.abc import Mapping
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
ASKED = scale("a", "x")
BOTH = ask("begge", opt("ja", {"x": 3, "y": 1}), "nej")


def beside(content: Content, *questions: Question, **raw: Any) -> Mapping[str, Beside]:
    summary = assess(content, raw)
    return find_beside(content, summary.path, summary.risks, questions)


def ids(content: Content, *questions: Question, **raw: Any) -> dict[str, str]:
    return {id_: found.case.id for id_, found in beside(content, *questions, **raw).items()}


def make(*cases: Case, **rest: Any) -> Content:
    return make_content(ASKED, scale("b", "x"), scale("c", "y"), BOTH, SECTOR, SIZE, cases=cases, **rest)


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
    questions = (ASKED, scale("b", "x"))
    cases = [make_case("en", "x", traits=HEALTH), make_case("to", "x")]
    assert ids(make(*cases), *questions, sektor="sundhed") == {"a": "en", "b": "to"}
    assert ids(make(cases[0]), *questions, sektor="sundhed") == {"a": "en"}


def test_case_that_only_throws_light_is_told_where_no_other_is_left_and_it_is_akin() -> None:
    questions = (ASKED, scale("b", "x"))
    content = make(make_case("egen", "x"), make_case("lys", related=["x"], traits=HEALTH))
    assert ids(content, *questions, sektor="sundhed") == {"a": "egen", "b": "lys"}
    assert ids(content, *questions, sektor="skole") == {"a": "egen"}


def test_case_about_a_later_question_is_not_taken_by_one_that_it_only_throws_light_on() -> None:
    questions = (ASKED, scale("b", "x"), scale("c", "y"))
    content = make(make_case("egen", "x"), make_case("anden", "y", related=["x"], traits=HEALTH))
    assert ids(content, *questions, sektor="sundhed") == {"a": "egen", "c": "anden"}


def test_shortest_reason_is_the_weightiest_kinship_and_all_of_them_are_told() -> None:
    sag = make_case("sag", "x", traits={"størrelse": ["lille"], "sektor": ["sundhed"]})
    found = beside(make(sag), ASKED, sektor="sundhed", størrelse="lille")["a"]
    assert found.brief == "Samme sektor"
    assert found.reasons == (
        "Handler om »X«, som spørgsmålet også gør",
        "Samme sektor: Sundhed",
        "Samme størrelse: Lille",
    )
    assert beside(make(sag), ASKED)["a"] == Beside(sag, "", ("Handler om »X«, som spørgsmålet også gør",))


def test_case_that_throws_light_says_so() -> None:
    content = make(make_case("lys", related=["x"], traits=HEALTH))
    assert beside(content, ASKED, sektor="sundhed")["a"].reasons[0] == "Kaster lys over »X«, som spørgsmålet handler om"


def test_words_of_the_description_bring_a_case_but_are_not_repeated() -> None:
    words = "blodprøver urinprøver diagnoser skanninger sengeafsnit operationer"
    texts = {"sag": words} | {f"anden-{number}": "mails og breve" for number in range(20)}
    cases = [make_case("a-fjern", "x"), make_case("sag", "x")]
    content = make_content(ASKED, ask("beskrivelse"), cases=cases, words=texts)
    found = beside(content, ASKED, beskrivelse=words)["a"]
    assert (found.case.id, found.brief) == ("sag", "Nogle af de samme ord som i jeres beskrivelse")
    assert "blodprøver" not in " ".join(found.reasons)


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
    questions = (ASKED, scale("b", "x"), scale("c", "y"), BOTH)
    found = ids(make(*cases), *questions, sektor=sector, a=grade)
    assert len(set(found.values())) == len(found)
    assert found == ids(make(*reversed(cases)), *questions, sektor=sector, a=grade)
    own = {case.id for case in cases if case.challenges}
    left = own - set(found.values())
    # Nothing that only throws light is told while something about the question is left over.
    for question in questions:
        about = {case.id for case in cases if set(case.challenges) & set(question.challenges)}
        assert found.get(question.id) in own or not about & left
