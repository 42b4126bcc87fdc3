"""What holds for every project that answers the real questions."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.content.real import CONTENT, QUESTIONS, Raw, assess, choose, walk
from wizard.core.conditions import holds, leaves
from wizard.core.matching import FIRST
from wizard.core.questions import Question
from wizard.core.summary import Summary
from wizard.report.interchange import summary_data

TEXTS = ("Mails fra borgere skal fordeles.", "En model læser blodprøver fra akutte patienter.", "Noget andet")
WATCHED = {
    leaf.question for question in CONTENT.questionnaire if question.show_when for leaf in leaves(question.show_when)
}


def ways(question: Question) -> list[Any]:
    """List ways to answer; of the sets of options that go together, only the largest."""
    if not question.options:
        return list(TEXTS)
    alone = [choose(question, option.id) for option in question.options]
    free = [option.id for option in question.options if not option.stands_alone]
    return [*alone, free] if question.kind == "choices" else alone


PAIRS = [(question.id, way) for question in CONTENT.questionnaire for way in ways(question)]
PROFILES = [pair for pair in PAIRS if pair[0] in WATCHED]
#: Answers in any order, with the questions that others look at drawn more often.
ANSWERS = st.builds(
    lambda profile, rest: dict([*rest, *profile]),
    st.lists(st.sampled_from(PROFILES), max_size=12),
    st.lists(st.sampled_from(PAIRS), max_size=60),
)


def said(summary: Summary) -> str:
    return json.dumps(summary_data(summary), ensure_ascii=False)


@given(ANSWERS)
def test_path_ends_and_stands_in_order(raw: Raw) -> None:
    path = walk(raw)
    order = list(QUESTIONS)
    places = [order.index(question.id) for question in path.questions]
    assert places == sorted(set(places))
    for question in CONTENT.questionnaire:
        assert (question.id in path.visible) is (not question.show_when or holds(question.show_when, path.chosen))


@given(ANSWERS, st.randoms(use_true_random=False))
def test_order_of_answers_makes_no_difference(raw: Raw, chance: Any) -> None:
    jumbled = {id_: chance.sample(way, len(way)) if isinstance(way, list) else way for id_, way in raw.items()}
    ids = chance.sample(list(jumbled), len(jumbled))
    assert said(assess({id_: jumbled[id_] for id_ in ids})) == said(assess(raw))


@given(ANSWERS, st.sampled_from(PROFILES))
def test_hiding_and_showing_again_gives_the_same_result(raw: Raw, change: tuple[str, Any]) -> None:
    id_, way = change
    before = said(assess(raw))
    changed = {**raw, id_: way}
    assess(changed)
    assert said(assess({**changed, id_: raw.get(id_)})) == before


@given(ANSWERS)
def test_what_is_hidden_changes_nothing(raw: Raw) -> None:
    summary = assess(raw)
    assert said(assess({id_: way for id_, way in raw.items() if id_ in summary.path.visible})) == said(summary)


@given(ANSWERS, st.sampled_from([question for question in QUESTIONS.values() if question.challenges]), st.data())
def test_graver_answer_never_lowers_a_risk(raw: Raw, question: Question, data: st.DataObject) -> None:
    if question.id in WATCHED:
        return
    known = [option for option in question.options if not option.stands_alone]
    mild, grave = data.draw(st.sampled_from(known)), data.draw(st.sampled_from(known))
    if any(exposure > grave.exposes.get(id_, 0) for id_, exposure in mild.exposes.items()):
        return
    one, other = (assess({**raw, question.id: choose(question, option.id)}) for option in (mild, grave))
    risks = {found.challenge.id: found.risk or 0 for found in other.risks}
    assert all((found.risk or 0) <= risks[found.challenge.id] for found in one.risks)


@given(ANSWERS)
def test_unknown_lowers_coverage_and_is_to_be_found_out(raw: Raw) -> None:
    summary = assess(raw)
    unknown = [id_ for id_ in QUESTIONS if id_ in summary.path.visible and raw.get(id_) in ("ved-ikke", ["ved-ikke"])]
    assert [item.id for item in summary.checklist.items if item.kind == "find-out"] == [
        f"find-ud-af-{id_}" for id_ in unknown
    ]
    total = summary.coverage.total
    assert total.answered == sum(id_ in raw for id_ in summary.path.visible) - len(unknown)


@given(ANSWERS)
def test_result_is_whole_and_says_everything_in_words(raw: Raw) -> None:
    summary = assess(raw)
    data = json.loads(said(summary))
    assert len(data["challenges"]) == 30
    items = [item["id"] for item in data["checklist"]]
    assert len(items) == len(set(items))
    assert all(item["text"] and item["why"] for item in data["checklist"])
    for kind in ("cases", "tools", "advice"):
        # The first cases may come from further down, so that they are not all of one area.
        for part in (data[kind][:FIRST], data[kind][FIRST:]) if kind == "cases" else (data[kind],):
            scores = [found["score"] for found in part]
            assert scores == sorted(scores, reverse=True)
        scores = [found["score"] for found in data[kind]]
        assert all(0 < score <= 100 for score in scores)
        assert all(found["reasons"] and all(reason["text"] for reason in found["reasons"]) for found in data[kind])
    out = {entry["id"] for entry in data["excluded"]}
    assert out.isdisjoint(found["id"] for kind in ("cases", "tools") for found in data[kind])
    assert all(entry["reason"] for entry in data["excluded"])


@given(ANSWERS)
def test_own_case_stands_before_those_that_only_throw_light_on_a_challenge_of_no_graver_risk(raw: Raw) -> None:
    summary = assess(raw)
    risks = {found.challenge.id: found.risk or 0 for found in summary.exposed}

    def gravest(challenges: tuple[str, ...]) -> int:
        return max((risks.get(id_, 0) for id_ in challenges), default=0)

    found = summary.matches.cases
    own = [(gravest(match.item.challenges), match.score) for match in found if gravest(match.item.challenges)]
    other = [(gravest(match.item.related), match.score) for match in found if not gravest(match.item.challenges)]
    assert all(score > less for risk, score in own for light, less in other if light <= risk)


def test_no_answers_give_no_risks_no_coverage_and_an_empty_checklist() -> None:
    summary = assess({})
    assert summary.exposed == ()
    assert summary.coverage.total.share == 0
    assert summary.checklist.items == ()
    assert (summary.matches.cases, summary.matches.tools, summary.matches.advice) == ((), (), ())
