"""The case beside a question, for every project that answers the real questions."""

from hypothesis import given

from tests.content.real import CONTENT, Raw, assess
from tests.content.test_properties import ANSWERS
from tests.eval.beside import NONE, OTHER, RIGHT, RIGHTLY_NONE, count_beside, pages_of, read_accepted
from wizard.core.beside import Beside, find_beside
from wizard.core.questions import Question
from wizard.core.summary import Summary


def pages(summary: Summary) -> list[tuple[list[Question], dict[str, Beside]]]:
    return [(asked, find_beside(CONTENT, summary.path, summary.risks, asked)) for asked in pages_of(summary)]


@given(ANSWERS)
def test_case_is_about_its_question_fits_and_stands_once_on_a_page(raw: Raw) -> None:
    summary = assess(raw)
    shut_out = {entry.item.id for entry in summary.matches.excluded}
    scores = {match.item.id: match for match in summary.matches.cases}
    for asked, beside in pages(summary):
        told = [found.case.id for found in beside.values()]
        assert len(set(told)) == len(told)
        assert shut_out.isdisjoint(told)
        for question in asked:
            found = beside.get(question.id)
            if found:
                ties = {*found.case.challenges, *found.case.related} & {*question.challenges}
                assert ties or found.case.id in question.cases
                # What likens it to the project is what the matching says too.
                said = {reason.text for reason in scores[found.case.id].reasons} if found.brief else set()
                assert all(reason in said for reason in found.reasons[1:] if ":" in reason)


def test_what_is_accepted_is_argued_for_every_question_about_a_challenge() -> None:
    accepted = read_accepted()
    assert accepted.keys() == {question.id for question in CONTENT.questionnaire if question.challenges}
    arguments = [because for cases in accepted.values() for because in cases.values()]
    assert all(arguments)
    assert len({*arguments}) == len(arguments)
    assert {case for cases in accepted.values() for case in cases} <= CONTENT.cases.keys()


def test_case_beside_a_question_is_nearly_always_the_right_one() -> None:
    counts = count_beside(named=False)
    ours, first = counts["matching"], counts["first of the challenge"]
    assert ours[RIGHT] > 0.97 * (ours[RIGHT] + ours[OTHER])
    assert ours[OTHER] < first[OTHER] / 10
    assert ours[RIGHT] > first[RIGHT] * 1.1
    # A case that is right may stand beside another question of the same page.
    assert ours[NONE] < 0.05 * ours.total()
    assert ours[RIGHTLY_NONE] > ours[NONE]


def test_case_that_the_content_names_is_a_right_one() -> None:
    ours = count_beside(named=True)["matching"]
    assert set(ours) == {RIGHT}
