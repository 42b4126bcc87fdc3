"""The real content, and ways of answering its questions."""

import pathlib
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import chain, combinations, product
from typing import Any

from wizard.catalogue.loader import load_content
from wizard.core.answers import read_answer
from wizard.core.conditions import Condition, Is, certainty, leaves
from wizard.core.path import Path, find_path
from wizard.core.questions import Kind, Option, Question
from wizard.core.summary import Summary, summarise

ROOT = pathlib.Path(__file__).parents[2]
CONTENT = load_content(ROOT)
QUESTIONS = CONTENT.questionnaire.question_by_id

#: Raw answers by question id, as in a file for `assess`.
Raw = Mapping[str, Any]


def assess(raw: Raw) -> Summary:
    """Summarise raw answers, with nothing rated."""
    return summarise(CONTENT, {id_: read_answer(QUESTIONS[id_], value) for id_, value in raw.items()}, {})


def walk(raw: Raw) -> Path:
    """Give the visible path of raw answers."""
    return find_path(CONTENT.questionnaire, {id_: read_answer(QUESTIONS[id_], value) for id_, value in raw.items()})


def choose(question: Question, *options: str) -> Any:
    """Write an answer as its kind has it."""
    return list(options) if question.kind is Kind.CHOICES else options[0]


def choices_of(question: Question) -> list[tuple[str, ...]]:
    """List every answer that the question takes: one option, or a set of those that go together."""
    alone: list[tuple[str, ...]] = [(option.id,) for option in question.options]
    if question.kind is Kind.CHOICE:
        return alone
    free = [option.id for option in question.options if not option.stands_alone]
    return [*alone, *chain.from_iterable(combinations(free, size) for size in range(2, len(free) + 1))]


def distinct_choices(question: Question, watched: list[Is]) -> list[tuple[str, ...]]:
    """List one answer (or none) for each way in which the conditions that watch the question can tell answers apart."""
    found: dict[tuple[bool, ...], tuple[str, ...]] = {(False,) * len(watched): ()}
    for choice in choices_of(question):
        found.setdefault(tuple(not leaf.options.isdisjoint(choice) for leaf in watched), choice)
    return list(found.values())


def every_profile() -> Iterator[Raw]:
    """Yield answers to the questions that others look at, one for every combination that matters."""
    watched: dict[str, list[Is]] = {}
    for question in CONTENT.questionnaire:
        for leaf in leaves(question.show_when) if question.show_when else ():
            watched.setdefault(leaf.question, []).append(leaf)
    choices = [distinct_choices(QUESTIONS[id_], looked_at) for id_, looked_at in watched.items()]
    for combination in product(*choices):
        yield {id_: choose(QUESTIONS[id_], *choice) for id_, choice in zip(watched, combination, strict=True) if choice}


def answers_that_meet(condition: Condition, *, value: bool = True) -> Raw:
    """Find answers that make a condition certainly true or false, and the questions in it visible."""
    asked = sorted({leaf.question for leaf in leaves(condition)})
    for combination in product(*(choices_of(QUESTIONS[id_]) for id_ in asked)):
        raw: dict[str, Any] = {}
        for id_, choice in zip(asked, combination, strict=True):
            raw |= {**answers_that_show(QUESTIONS[id_]), id_: choose(QUESTIONS[id_], *choice)}
        if set(asked) <= walk(raw).visible and certainty(condition, partial(_is_chosen, raw)) is value:
            return raw
    raise AssertionError(f"nothing makes it {value}: {condition}")


def answers_that_show(question: Question) -> Raw:
    """Find answers that make a question visible."""
    return _answers_that_show(question.id)


@cache
def _answers_that_show(id_: str) -> Raw:
    condition = QUESTIONS[id_].show_when
    return answers_that_meet(condition) if condition else {}


def _is_chosen(raw: Raw, leaf: Is) -> bool | None:
    question = QUESTIONS[leaf.question]
    chosen = {raw[question.id]} if question.kind is Kind.CHOICE else set(raw[question.id])
    if any(question.option_by_id[option].unknown for option in chosen):
        return None
    return not leaf.options.isdisjoint(chosen)


def count_questions(raw: Raw) -> int:
    """Count the questions that a project with these answers sees."""
    return len(walk(raw).questions)


def exposing_alone(challenge: str) -> list[tuple[Question, Option]]:
    """List the options that expose one challenge and nothing else."""
    return [
        (question, option)
        for question in CONTENT.questionnaire
        for option in question.options
        if set(option.exposes) == {challenge}
    ]
