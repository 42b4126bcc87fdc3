"""The answers of two projects on the real content: the one that is asked the most, and one that is asked the least."""

from collections.abc import Iterator

from wizard.core.answers import Answer
from wizard.core.content import Content
from wizard.core.path import find_path
from wizard.core.questions import Kind, Question

_TEXTS = {
    Kind.TEXT: (
        "Løsningen læser henvendelser fra borgere, finder tidligere sager, der ligner, og foreslår et svar. "
        "Sagsbehandleren retter det og sender det selv. Vi begynder med mails om byggesager og pladsanvisning."
    ),
    Kind.DATE: "2027-01-15",
    Kind.NUMBER: "1200",
}


def answer_everything(content: Content, *, fullest: bool) -> dict[str, Answer]:
    """Answer every visible question, so that as many as possible are asked and exposed, or as few.

    One question after the other gets the answer that moves the count the most, until none does.
    """
    answers = {question.id: next(_candidates(question)) for question in content.questionnaire}
    direction = 1 if fullest else -1
    best = _weigh(content, answers)
    while True:
        before = best
        for question in content.questionnaire:
            for candidate in _candidates(question):
                tried = answers | {question.id: candidate}
                weight = _weigh(content, tried)
                if (direction * weight[0], direction * weight[1]) > (direction * best[0], direction * best[1]):
                    answers, best = tried, weight
        if best == before:
            return dict(find_path(content.questionnaire, answers).answers)


def _candidates(question: Question) -> Iterator[Answer]:
    if not question.kind.has_options:
        yield Answer(text=_TEXTS[question.kind])
        return
    if question.kind is Kind.CHOICES:
        together = tuple(option.id for option in question.options if not option.stands_alone)
        if together:
            yield Answer(together)
    # "Ved ikke" shows more questions than most answers do, but a project that is done has found out.
    yield from (Answer((option.id,)) for option in question.options if not option.unknown)


def _weigh(content: Content, answers: dict[str, Answer]) -> tuple[int, int]:
    """Count what is asked, and how far the answers expose."""
    path = find_path(content.questionnaire, answers)
    exposed = sum(exposure for _, option in path.given for exposure in option.exposes.values())
    return len(path.questions), exposed
