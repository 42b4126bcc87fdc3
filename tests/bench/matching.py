"""A full match of a project, and the cases beside its questions, on the content and on a hundred times as much."""

from collections.abc import Mapping
from functools import partial
from itertools import groupby
from operator import attrgetter

from tests.bench.big import make_big_content
from tests.bench.rounds import measure, timed
from wizard.core.advice import read_advice
from wizard.core.answers import Answer
from wizard.core.beside import find_beside
from wizard.core.content import Content
from wizard.core.matching import match
from wizard.core.path import find_path
from wizard.core.risk import assess_risks

TIMES = 100


def match_times(content: Content, answers: Mapping[str, Answer]) -> tuple[float, float]:
    """Give the CPU seconds of a match of these answers on the content, and on one with a hundred times the cases."""
    return _time(content, answers), _time(make_big_content(content, TIMES), answers)


def beside_times(content: Content, answers: Mapping[str, Answer]) -> tuple[float, float]:
    """Give the CPU seconds of finding the cases beside the questions of every page, divided by the pages."""
    return _time_beside(content, answers), _time_beside(make_big_content(content, TIMES), answers)


def _time_beside(content: Content, answers: Mapping[str, Answer]) -> float:
    path = find_path(content.questionnaire, answers)
    risks = assess_risks(content.challenges, path, {})
    pages = [list(page) for _, page in groupby(path.questions, key=attrgetter("section", "page"))]
    [seconds] = measure(partial(timed, [partial(find_beside, content, path, risks, page) for page in pages])).seconds
    return seconds


def _time(content: Content, answers: Mapping[str, Answer]) -> float:
    path = find_path(content.questionnaire, answers)
    risks = assess_risks(content.challenges, path, {})
    readings = read_advice(content.advice, path)
    [seconds] = measure(partial(timed, [partial(match, content, path, risks, readings)])).seconds
    return seconds
