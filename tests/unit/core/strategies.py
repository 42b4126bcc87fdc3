"""Generated questionnaires and answers for the properties of the rules."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.builders import ask, make_action, make_advice, make_case, make_challenge, make_content, make_tool, opt
from wizard.core.conditions import AllOf, AnyOf, Condition, Is, Not
from wizard.core.content import Content
from wizard.core.guidance import Requirement
from wizard.core.questions import Kind, Question, Questionnaire

CHALLENGES = ("c1", "c2", "c3")
ADVICE = ("r1", "r2")
# Among so many documents, the words of one say something.
WORDS = {
    "egen-1": "blodprøver skanninger diagnoser patienter",
    "værktøj": "mails breve borgere postkasse",
    **{f"anden-{number}": "vejhuller" for number in range(20)},
}
EXPOSES = st.dictionaries(st.sampled_from(CHALLENGES), st.integers(1, 3), max_size=2)


@st.composite
def conditions(draw: DrawFn, earlier: list[Question], depth: int = 2) -> Condition:
    """Draw a condition over questions with options, nested as it may be in files."""
    kind = draw(st.sampled_from((Is, Is, AllOf, AnyOf, Not) if depth else (Is,)))
    if kind is Is:
        question = draw(st.sampled_from(earlier))
        options = [option.id for option in question.options]
        return Is(question.id, frozenset(draw(st.lists(st.sampled_from(options), min_size=1, max_size=3))))
    if kind is Not:
        return Not(draw(conditions(earlier, depth - 1)))
    parts = tuple(draw(conditions(earlier, depth - 1)) for _ in range(draw(st.integers(1, 2))))
    return AllOf(parts) if kind is AllOf else AnyOf(parts)


@st.composite
def questions(draw: DrawFn) -> list[Question]:
    """Draw one to eight questions, each of which may look at those before it."""
    made: list[Question] = []
    for number in range(draw(st.integers(1, 8))):
        earlier = [question for question in made if question.options]
        show_when = draw(st.none() | conditions(earlier)) if earlier else None
        kind = draw(st.sampled_from((Kind.CHOICE, Kind.CHOICES, Kind.CHOICE, Kind.TEXT)))
        if not kind.has_options:
            made.append(ask(f"q{number}", kind=kind, show_when=show_when))
            continue
        options = [opt(f"o{place}", draw(EXPOSES)) for place in range(draw(st.integers(1, 3)))]
        special = draw(st.lists(st.sampled_from(("ingen", "ikke-relevant")), unique=True))
        advice = draw(st.lists(st.sampled_from(ADVICE), unique=True))
        kinship = draw(st.integers(0, 3))
        made.append(
            ask(
                f"q{number}",
                *options,
                *special,
                "ved-ikke",
                kind=kind,
                show_when=show_when,
                advice=advice,
                kinship=kinship,
            )
        )
    return made


@st.composite
def contents(draw: DrawFn) -> Content:
    """Draw content: questions, and one of everything else that is matched and listed."""
    asked = draw(questions())
    choices = [question for question in asked if question.options]
    needs = draw(st.lists(conditions(choices), max_size=1)) if choices else []
    return make_content(
        *asked,
        challenges=[
            make_challenge(
                id_, make_action(f"{id_}-1"), make_action(f"{id_}-2", from_exposure=2), essential=id_ == "c1"
            )
            for id_ in CHALLENGES
        ],
        cases=[
            make_case("egen-1", "c1", related=["c2"]),
            make_case("egen-2", "c2"),
            make_case("betinget", "c3", fits_when=[Requirement(when=need, otherwise="Passer ikke.") for need in needs]),
        ],
        tools=[make_tool("værktøj", "c1", "c3")],
        advice=[make_advice(id_, "c1", number=number) for number, id_ in enumerate(ADVICE, start=1)],
        words=WORDS,
    )


def answer_to(question: Question) -> st.SearchStrategy[Any]:
    """Draw a raw answer that the question takes."""
    if not question.kind.has_options:
        return st.sampled_from((*WORDS.values(), "Ingen af delene"))
    alone = [option.id for option in question.options if option.stands_alone]
    free = [option.id for option in question.options if not option.stands_alone]
    if question.kind is Kind.CHOICE:
        return st.sampled_from(alone + free)
    together = st.lists(st.sampled_from(free), min_size=1, unique=True)
    return together | st.sampled_from(alone).map(lambda option: [option])


def answers_to(questionnaire: Questionnaire) -> st.SearchStrategy[Mapping[str, Any]]:
    """Draw raw answers to some of the questions, also to hidden ones, in any order."""
    return st.permutations(list(questionnaire)).flatmap(
        lambda asked: st.fixed_dictionaries({}, optional={question.id: answer_to(question) for question in asked})
    )


@st.composite
def assessed(draw: DrawFn) -> tuple[Content, Mapping[str, Any]]:
    """Draw content together with raw answers to it."""
    content = draw(contents())
    return content, draw(answers_to(content.questionnaire))
