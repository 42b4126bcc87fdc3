"""What holds for every questionnaire and all answers to it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ask, assess, make_area, make_case, make_content, read, scale
from tests.unit.core.strategies import answer_to, answers_to, assessed, contents
from wizard.core.answers import AnswerError, read_answer
from wizard.core.conditions import holds, leaves
from wizard.core.content import Content
from wizard.core.matching import FIRST, FIRST_OF_ONE_AREA
from wizard.core.path import find_path
from wizard.core.questions import Kind, Question
from wizard.core.risk import Consequence, Dimension
from wizard.core.summary import Summary, summarise
from wizard.core.words import build_index
from wizard.report.interchange import summary_data

Assessed = tuple[Content, Mapping[str, Any]]
RATINGS = st.dictionaries(
    st.sampled_from(("c1", "c2", "c3")),
    st.dictionaries(st.sampled_from(Dimension), st.sampled_from(Consequence)),
)


def said(summary: Summary) -> str:
    return json.dumps(summary_data(summary), ensure_ascii=False)


def risk_of(summary: Summary) -> dict[str, int]:
    return {found.challenge.id: found.risk or 0 for found in summary.risks}


@given(assessed())
def test_path_ends_and_stands_in_the_order_of_the_questionnaire(assessed: Assessed) -> None:
    content, raw = assessed
    path = find_path(content.questionnaire, read(content.questionnaire, raw))
    places = [list(content.questionnaire).index(question) for question in path.questions]
    assert places == sorted(set(places))
    for question in content.questionnaire:
        is_shown = question.show_when is None or holds(question.show_when, path.chosen)
        assert (question.id in path.visible) is is_shown
    assert set(path.answers) == set(raw) & path.visible


@given(assessed(), RATINGS, st.randoms(use_true_random=False))
def test_order_of_answers_and_of_options_makes_no_difference(assessed: Assessed, ratings: Any, chance: Any) -> None:
    content, raw = assessed
    jumbled = {
        id_: chance.sample(value, len(value)) if isinstance(value, list) else value for id_, value in raw.items()
    }
    ids = chance.sample(list(jumbled), len(jumbled))
    one = summarise(content, read(content.questionnaire, raw), ratings)
    answers = read(content.questionnaire, {id_: jumbled[id_] for id_ in ids})
    other = summarise(content, answers, dict(reversed(ratings.items())))
    assert said(one) == said(other)


@given(assessed(), st.data())
def test_hiding_and_showing_again_gives_the_same_result(assessed: Assessed, data: st.DataObject) -> None:
    content, raw = assessed
    before = assess(content, raw)
    question = data.draw(st.sampled_from(list(content.questionnaire)))
    meanwhile = {**raw, question.id: data.draw(answer_to(question))}
    assess(content, meanwhile)
    back = {**meanwhile, question.id: raw.get(question.id)}
    assert said(assess(content, back)) == said(before)


@given(assessed())
def test_answer_on_a_hidden_question_changes_nothing(assessed: Assessed) -> None:
    content, raw = assessed
    summary = assess(content, raw)
    seen = {id_: value for id_, value in raw.items() if id_ in summary.path.visible}
    assert said(assess(content, seen)) == said(summary)


@given(assessed(), st.data())
def test_graver_answer_never_lowers_a_risk(assessed: Assessed, data: st.DataObject) -> None:
    """Among options of one question that show and hide nothing differently."""
    content, raw = assessed
    watched = {leaf for question in content.questionnaire for leaf in looked_at(question)}
    free = [question for question in content.questionnaire if question.options and question.id not in watched]
    if not free:
        return
    question = data.draw(st.sampled_from(free))
    options = [option for option in question.options if not option.stands_alone]
    mild, grave = data.draw(st.sampled_from(options)), data.draw(st.sampled_from(options))
    if any(mild.exposes[id_] > grave.exposes.get(id_, 0) for id_ in mild.exposes):
        return
    one, other = (
        assess(content, {**raw, question.id: [option.id] if question.kind == "choices" else option.id})
        for option in (mild, grave)
    )
    risks = risk_of(other)
    assert all(risk <= risks[id_] for id_, risk in risk_of(one).items())


@given(assessed(), RATINGS, st.sampled_from(Dimension), st.sampled_from(Consequence))
def test_graver_rating_never_lowers_a_risk(
    assessed: Assessed, ratings: Any, dimension: Dimension, worst: Consequence
) -> None:
    content, raw = assessed
    answers = read(content.questionnaire, raw)
    rated = {"c1": {dimension: Consequence.NEGLIGIBLE, **ratings.get("c1", {})}}
    graver = {"c1": {**rated["c1"], dimension: max(worst, rated["c1"][dimension])}}
    one, other = (risk_of(summarise(content, answers, given)) for given in (rated, graver))
    assert one["c1"] <= other["c1"]
    assert {**one, "c1": 0} == {**other, "c1": 0}


@given(contents())
def test_no_answers_give_no_risks_no_coverage_and_an_empty_checklist(content: Content) -> None:
    summary = assess(content, {})
    assert summary.exposed == ()
    assert summary.coverage.total.share == 0
    assert summary.checklist.items == ()
    assert (summary.matches.cases, summary.matches.tools, summary.matches.advice) == ((), (), ())


@given(assessed())
def test_unknown_exposes_nothing_and_becomes_something_to_find_out(assessed: Assessed) -> None:
    content, raw = assessed
    summary = assess(content, raw)
    unknown = {id_ for id_, value in raw.items() if "ved-ikke" in value and id_ in summary.path.visible}
    listed = [item.id for item in summary.checklist.items if item.kind == "find-out"]
    assert set(listed) == {f"find-ud-af-{id_}" for id_ in unknown}
    assert len(listed) == len(unknown) == summary.coverage.total.unknown
    assert not {answer.question.id for found in summary.risks for answer in found.because} & unknown


@given(contents())
def test_only_unknowns_are_no_coverage_and_no_risk(content: Content) -> None:
    raw = {q.id: ["ved-ikke"] if q.kind == "choices" else "ved-ikke" for q in content.questionnaire if q.options}
    summary = assess(content, raw)
    assert summary.exposed == ()
    assert summary.coverage.total.answered == 0
    assert summary.matches.excluded == ()


@given(assessed())
def test_everything_is_counted_once(assessed: Assessed) -> None:
    content, raw = assessed
    coverage = assess(content, raw).coverage
    total = coverage.total
    assert total.answered + total.unknown + total.unanswered == total.visible
    assert sum(entry.count.visible for entry in coverage.sections) == total.visible
    assert 0 <= total.share <= 1


@given(assessed())
def test_checklist_ids_are_unique_and_its_risks_never_rise(assessed: Assessed) -> None:
    content, raw = assessed
    items = assess(content, raw).checklist.items
    assert len({item.id for item in items}) == len(items)
    risks = [item.risk or 0 for item in items]
    assert risks == sorted(risks, reverse=True)


@given(assessed())
def test_thing_whose_condition_holds_is_not_shut_out(assessed: Assessed) -> None:
    content, raw = assessed
    summary = assess(content, raw)
    shut_out = [(entry.item.id, entry.reason) for entry in summary.matches.excluded]
    needs = content.cases["betinget"].fits_when
    assert shut_out in ([], [("betinget", "Passer ikke.")])
    if all(holds(need.when, summary.path.chosen) for need in needs):
        assert shut_out == []
    assert not {id_ for id_, _ in shut_out} & {found.item.id for found in summary.matches.cases}


@given(assessed(), st.data())
def test_shut_out_thing_stays_out_whatever_open_questions_turn_out_to_be(
    assessed: Assessed, data: st.DataObject
) -> None:
    content, raw = assessed
    summary = assess(content, raw)
    if not summary.matches.excluded:
        return
    later = data.draw(answers_to(content.questionnaire))
    settled = {id_ for id_ in raw if id_ in summary.path.visible and "ved-ikke" not in raw[id_]}
    more = {**raw, **{id_: value for id_, value in later.items() if id_ not in settled}}
    assert [entry.item.id for entry in assess(content, more).matches.excluded] == ["betinget"]


@given(assessed())
def test_matches_stand_best_first_with_reasons_and_scores_of_a_hundred(assessed: Assessed) -> None:
    content, raw = assessed
    matches = assess(content, raw).matches
    for found in (matches.cases[:FIRST], matches.cases[FIRST:], matches.tools, matches.advice):
        scores = [entry.score for entry in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 100 for score in scores)
        assert all(entry.reasons and all(reason.text for reason in entry.reasons) for entry in found)


#: Cases, each with the area and the challenge that it is about, and whether it is akin.
PLACED = st.lists(
    st.tuples(st.sampled_from(("data", "jura", "etik", None)), st.sampled_from((None, "x", "y", "z")), st.booleans()),
    max_size=14,
)


@given(PLACED, st.sampled_from("0123"), st.sampled_from("0123"))
def test_first_cases_are_not_all_of_one_area_where_others_have_a_case_about_a_risk(
    placed: list[tuple[str | None, str | None, bool]], one: str, other: str
) -> None:
    cases = [
        make_case(f"c{place:02}", *([about] if about else []), area=area, traits={"art": ["ja"]} if akin else None)
        for place, (area, about, akin) in enumerate(placed)
    ]
    areas = [make_area("jura"), make_area("etik")]
    questions = (scale("a", "x"), scale("b", "y"), scale("c", "z"), ask("art", "ja", kinship=1))
    summary = assess(make_content(*questions, cases=cases, areas=areas), {"a": one, "b": other, "c": "0", "art": "ja"})
    found = summary.matches.cases
    risky = {entry.challenge.id for entry in summary.exposed}
    first, rest = found[:FIRST], found[FIRST:]
    for area in ("data", "jura", "etik"):
        crowd = [entry for entry in first if entry.item.area == area]
        others = [
            entry for entry in rest if entry.item.area not in (None, area) and risky.intersection(entry.item.challenges)
        ]
        assert len(crowd) <= FIRST_OF_ONE_AREA or not others
    plain = sorted(found, key=lambda entry: (-entry.score, -bool(risky.intersection(entry.item.challenges))))
    moved = [entry for entry in first if entry.reasons[-1].kind == "spread"]
    assert all(entry.score <= plain[FIRST - 1].score and risky.intersection(entry.item.challenges) for entry in moved)
    assert all(entry.reasons[-1].kind != "spread" for entry in rest)
    assert len({entry.item.id for entry in found}) == len(found)


@given(assessed(), st.data())
def test_sharing_one_more_trait_never_lowers_a_score(assessed: Assessed, data: st.DataObject) -> None:
    content, raw = assessed
    before = assess(content, raw)
    akin = [question.id for question, _ in content.questionnaire.kinship if question.id in before.path.chosen]
    if not akin:
        return
    question = data.draw(st.sampled_from(akin))
    case = content.cases["egen-2"]
    traits = {question: before.path.chosen[question]}
    nearer = replace(content, cases={**content.cases, case.id: replace(case, traits={**case.traits, **traits})})
    after = assess(nearer, raw)
    assert score_of(after, case.id) >= score_of(before, case.id)
    assert score_of(after, "egen-1") == score_of(before, "egen-1")


@given(st.lists(st.sampled_from(["ja", "nej", "ingen", "ikke-relevant", "ved-ikke"])))
def test_what_shuts_out_the_rest_is_only_taken_alone(given_options: list[str]) -> None:
    question = ask("a", "ja", "nej", "ingen", "ikke-relevant", "ved-ikke", kind=Kind.CHOICES)
    alone = set(given_options) - {"ja", "nej"}
    if alone and len(set(given_options)) > 1:
        with pytest.raises(AnswerError, match="stands-alone"):
            read_answer(question, given_options)
    else:
        assert set(read_answer(question, given_options).options) == set(given_options)


WORDS = ["akutte", "blodprøver", "borgere", "mails", "patienter", "svar", "urinprøver", "diagnoser", "sengeafsnit"]
INDEX = build_index([("en", " ".join(WORDS[:6])), ("to", " ".join(WORDS[3:])), ("tre", " ".join(WORDS * 2))])


@given(st.lists(st.sampled_from(WORDS)).flatmap(lambda words: st.tuples(st.just(words), st.permutations(words))))
def test_nearness_does_not_depend_on_the_order_of_words(orders: tuple[list[str], list[str]]) -> None:
    one, other = (INDEX.nearest(" ".join(words)) for words in orders)
    assert one == other


@given(st.lists(st.sampled_from(WORDS), unique=True), st.sampled_from(WORDS))
def test_one_more_word_never_makes_a_text_less_near(words: list[str], more: str) -> None:
    before, after = INDEX.nearest(" ".join(words)), INDEX.nearest(" ".join([*words, more]))
    assert all(after[id_].score >= near.score for id_, near in before.items())


def score_of(summary: Summary, case: str) -> float:
    return next((found.score for found in summary.matches.cases if found.item.id == case), 0)


def looked_at(question: Question) -> set[str]:
    return {leaf.question for leaf in leaves(question.show_when)} if question.show_when else set()
