from tests.builders import (
    ask,
    assess,
    make_action,
    make_advice,
    make_case,
    make_challenge,
    make_content,
    make_tool,
    opt,
    scale,
)
from wizard.core.checklist import ChecklistItem, find_point
from wizard.core.content import Content
from wizard.core.risk import Risk

ACTIONS = tuple(make_action(f"{id_}-{grade}", from_exposure=grade) for id_ in "x" for grade in (1, 2, 3))


def items(content: Content, **raw: object) -> list[ChecklistItem]:
    return list(assess(content, raw).checklist.items)


def test_no_answers_give_an_empty_checklist() -> None:
    assert items(make_content(scale("a", "x"), challenges=[make_challenge("x", *ACTIONS)])) == []


def test_action_is_shown_from_its_exposure_up() -> None:
    content = make_content(scale("a", "x"), challenges=[make_challenge("x", *ACTIONS)])
    shown = {grade: [item.id for item in items(content, a=grade)] for grade in "0123"}
    assert shown == {"0": [], "1": ["x-1"], "2": ["x-1", "x-2"], "3": ["x-1", "x-2", "x-3"]}


def test_actions_come_by_risk_and_no_challenge_takes_all_the_first_places() -> None:
    def two(id_: str) -> tuple[str, str]:
        return f"{id_}1", f"{id_}2"

    content = make_content(
        *(scale(id_, id_.upper()) for id_ in "abc"),
        challenges=[make_challenge(id_, *map(make_action, two(id_))) for id_ in "ABC"],
    )
    found = items(content, a="1", b="3", c="3")
    assert [item.id for item in found] == ["B1", "C1", "B2", "C2", "A1", "A2"]
    assert [item.risk for item in found] == [Risk.HIGH] * 4 + [Risk.LOW] * 2


def test_action_says_why_and_where_it_comes_from() -> None:
    content = make_content(
        ask("a", "fint", opt("skidt", {"x": 2}), articles=["GDPR art. 6", "GDPR art. 9"]),
        ask("b", opt("også", {"x": 2}), articles=["GDPR art. 9"]),
        challenges=[make_challenge("x", make_action("gør", sources=["sag", "værktøj"]), pages=[37, 38])],
        cases=[make_case("sag", "x", pages=[40])],
        tools=[make_tool("værktøj", "x")],
        advice=[make_advice("råd", "x")],
    )
    (item,) = items(content, a="skidt", b="også")
    assert item == ChecklistItem(
        id="gør",
        kind="action",
        text="Gør gør",
        why="I svarede »Skidt« til »A?«",
        challenge="x",
        risk=Risk.MEDIUM,
        phase="ide",
        role="leder",
        because=item.because,
        articles=("GDPR art. 6", "GDPR art. 9"),
        advice=("råd",),
        cases=("sag",),
        tools=("værktøj",),
        sources=("X (rapporten s. 37, 38)", "Sag (rapporten s. 40)", "GDPR art. 6", "GDPR art. 9"),
    )
    assert [answer.question.id for answer in item.because] == ["a", "b"]


def test_unknown_becomes_something_to_find_out() -> None:
    content = make_content(
        scale("a", "x", advice=["råd"], articles=["GDPR art. 35"]),
        challenges=[make_challenge("x", *ACTIONS, pages=[40])],
        advice=[make_advice("råd", "x")],
    )
    (item,) = items(content, a="ved-ikke")
    assert item == ChecklistItem(
        id="find-ud-af-a",
        kind="find-out",
        text="Find ud af: A?",
        why="I svarede »ved ikke«. Giv spørgsmålet en ansvarlig og en dato",
        challenge="x",
        articles=("GDPR art. 35",),
        advice=("råd",),
        sources=("X (rapporten s. 40)", "GDPR art. 35"),
    )


def test_unknown_profile_question_is_found_out_about_no_challenge() -> None:
    (item,) = items(make_content(ask("a", "ja", "ved-ikke")), a="ved-ikke")
    assert (item.id, item.challenge, item.sources) == ("find-ud-af-a", None, ())


def test_only_advice_that_is_not_followed_is_on_the_list() -> None:
    content = make_content(
        scale("a", "x", advice=["nej"], articles=["Lov § 1"]),
        scale("b", "y", advice=["delvist"]),
        scale("c", "z", advice=["ja"]),
        advice=[make_advice(id_, "x", pages=[67]) for id_ in ("nej", "delvist", "ja", "ukendt")],
    )
    (item,) = items(content, a="3", b="2", c="0")
    assert (item.id, item.kind, item.text) == ("foelg-nej", "advice", "Følg rådet: Nej")
    assert item.why == "I svarede »3« til »A?«"
    assert (item.advice, item.articles, item.sources) == (("nej",), ("Lov § 1",), ("Nej (rapporten s. 67)",))


def test_actions_stand_before_what_to_find_out_and_that_before_advice() -> None:
    content = make_content(
        scale("a", "x", advice=["råd"]),
        scale("b", "x", advice=["råd"]),
        challenges=[make_challenge("x", *ACTIONS)],
        advice=[make_advice("råd", "x")],
    )
    found = items(content, a="3", b="ved-ikke")
    assert [item.kind for item in found] == ["action"] * 3 + ["find-out", "advice"]
    assert [item.group for item in found] == ["high"] * 3 + ["find-out", "advice"]


def test_first_five_stand_apart() -> None:
    content = make_content(*(ask(id_, "ja", "ved-ikke") for id_ in "abcdefg"))
    checklist = assess(content, dict.fromkeys("abcdefg", "ved-ikke")).checklist
    assert [item.id[-1] for item in checklist.first] == list("abcde")
    assert [item.id[-1] for item in checklist.rest] == list("fg")
    assert checklist.first + checklist.rest == checklist.items


def test_first_five_hold_no_more_than_two_of_one_challenge() -> None:
    content = make_content(
        scale("a", "x"),
        scale("b", "y"),
        *(ask(id_, "ja", "ved-ikke") for id_ in "cd"),
        challenges=[make_challenge("x", *ACTIONS, essential=True), make_challenge("y", make_action("y1"))],
    )
    checklist = assess(content, {"a": "3", "b": "3", "c": "ved-ikke", "d": "ved-ikke"}).checklist
    assert [item.challenge for item in checklist.first] == ["x", "x", "y", None, None]
    assert [item.challenge for item in checklist.rest] == ["x"]


def test_first_five_are_filled_up_where_there_is_little_else() -> None:
    content = make_content(scale("a", "x"), challenges=[make_challenge("x", *ACTIONS)])
    checklist = assess(content, {"a": "3"}).checklist
    assert checklist.first == checklist.items
    assert len(checklist.items) == 3


def test_item_keeps_its_id_when_answers_change() -> None:
    content = make_content(scale("a", "x"), scale("b", "x"), challenges=[make_challenge("x", *ACTIONS)])
    before, after = items(content, a="1"), items(content, a="0", b="3")
    assert before[0].id == after[0].id
    assert before[0].why != after[0].why


def test_every_point_of_the_list_is_found_by_its_id_and_so_are_those_that_answers_do_not_bring() -> None:
    content = make_content(
        scale("a", "x", advice=["råd"]),
        scale("b", "x"),
        challenges=[make_challenge("x", *ACTIONS)],
        advice=[make_advice("råd")],
    )
    shown = items(content, a="3", b="ved-ikke")
    assert {item.kind for item in shown} == {"action", "find-out", "advice"}
    assert [find_point(content, item.id) for item in shown] == [item.text for item in shown]
    assert find_point(content, "find-ud-af-a")
    assert [find_point(content, id_) for id_ in ("", "a", "x", "råd", "find-ud-af-c", "foelg-x", "x-4")] == [None] * 7
