"""The case beside a question, for every project that answers the real questions."""

from itertools import groupby
from operator import attrgetter

from hypothesis import given

from tests.content.real import CONTENT, Raw, assess
from tests.content.test_properties import ANSWERS
from tests.content.wanted import read_scenarios
from wizard.core.beside import Beside, find_beside
from wizard.core.questions import Question
from wizard.core.summary import Summary


def pages(summary: Summary) -> list[tuple[list[Question], dict[str, Beside]]]:
    found = []
    for _, questions in groupby(summary.path.questions, key=attrgetter("section", "page")):
        asked = list(questions)
        found.append((asked, find_beside(CONTENT, summary.path, summary.risks, asked)))
    return found


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
                assert {*found.case.challenges, *found.case.related} & {*question.challenges}
                # What likens it to the project is what the matching says too.
                said = {reason.text for reason in scores[found.case.id].reasons} if found.brief else set()
                assert all(reason in said for reason in found.reasons[1:] if ":" in reason)


def test_nearly_every_question_about_a_challenge_has_a_case_beside_it() -> None:
    asked = told = 0
    for scenario in read_scenarios():
        for questions, beside in pages(assess(scenario.answers)):
            asked += sum(bool(question.challenges) for question in questions)
            told += len(beside)
    assert told > 0.9 * asked
