"""What to do, why, and where each point comes from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wizard.core.advice import AdviceReading, AdviceStatus
from wizard.core.content import Content
from wizard.core.guidance import Action
from wizard.core.questions import Question
from wizard.core.risk import Because, ChallengeRisk, Risk

#: How many points stand apart as *begynd her*.
FIRST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One point. `kind` is action, find-out or advice; `id` stays the same when answers change.

    `because` are the answers that bring it, `articles` the law that they rest on; `advice`, `cases` and `tools` are
    ids; `sources` says in words where to read it. `risk` is None where the point is not about an exposed challenge.
    """

    id: str
    kind: str
    text: str
    why: str
    challenge: str | None = None
    risk: Risk | None = None
    phase: str | None = None
    role: str | None = None
    because: tuple[Because, ...] = ()
    articles: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """The points in order; the first ones stand apart."""

    items: tuple[ChecklistItem, ...]

    @property
    def first(self) -> tuple[ChecklistItem, ...]:
        """What to begin with."""
        return self.items[:FIRST]

    @property
    def rest(self) -> tuple[ChecklistItem, ...]:
        """Everything else."""
        return self.items[FIRST:]


def make_checklist(
    content: Content, risks: Sequence[ChallengeRisk], unknown: Sequence[Question], readings: Sequence[AdviceReading]
) -> Checklist:
    """Make the checklist: actions by risk, then what to find out, then the advice that is not followed.

    Among challenges of equal risk the first action of each comes before the second of any, so that the first points
    do not all belong to one challenge.
    """
    ranked: list[tuple[int, int, ChecklistItem]] = []
    for found in risks:
        if found.risk:
            shown = [action for action in found.challenge.actions if action.from_exposure <= found.exposure]
            ranked += [(-found.risk, place, _from_action(content, found, action)) for place, action in enumerate(shown)]
    ranked.sort(key=lambda row: row[:2])
    actions = [item for _, _, item in ranked]
    find_out = [_from_unknown(content, question) for question in unknown]
    advice = [_from_advice(content, reading) for reading in readings if reading.status is AdviceStatus.NOT_FOLLOWED]
    return Checklist((*actions, *find_out, *advice))


def _from_action(content: Content, found: ChallengeRisk, action: Action) -> ChecklistItem:
    challenge = found.challenge
    answer = found.because[0]
    carried = [item for item in content.advice if item in action.sources or challenge.id in content.advice[item].challenges]
    articles = _articles(because.question for because in found.because)
    cases = _among(content.cases, action.sources)
    tools = _among(content.tools, action.sources)
    return ChecklistItem(
        id=action.id,
        kind="action",
        text=action.text,
        why=content.phrases("why.action", question=answer.question.text, answer=answer.option.label),
        challenge=challenge.id,
        risk=found.risk,
        phase=action.phase,
        role=action.role,
        because=found.because,
        articles=articles,
        advice=tuple(carried),
        cases=cases,
        tools=tools,
        sources=(
            *_cite(content, challenge.title, challenge.pages),
            *(line for id_ in cases for line in _cite(content, content.cases[id_].title, content.cases[id_].pages)),
            *(line for id_ in tools for line in _cite(content, content.tools[id_].title, content.tools[id_].pages)),
            *articles,
        ),
    )


def _from_unknown(content: Content, question: Question) -> ChecklistItem:
    challenge = content.challenges[question.challenges[0]] if question.challenges else None
    return ChecklistItem(
        id=f"find-ud-af-{question.id}",
        kind="find-out",
        text=content.phrases("checklist.find-out", question=question.text),
        why=content.phrases("why.find-out"),
        challenge=challenge.id if challenge else None,
        articles=question.articles,
        advice=question.advice,
        sources=(*(_cite(content, challenge.title, challenge.pages) if challenge else ()), *question.articles),
    )


def _from_advice(content: Content, reading: AdviceReading) -> ChecklistItem:
    answer = reading.because[0]
    return ChecklistItem(
        id=f"foelg-{reading.advice.id}",
        kind="advice",
        text=content.phrases("checklist.advice", title=reading.advice.title),
        why=content.phrases("why.action", question=answer.question.text, answer=answer.option.label),
        because=reading.because,
        articles=_articles(because.question for because in reading.because),
        advice=(reading.advice.id,),
        sources=_cite(content, reading.advice.title, reading.advice.pages),
    )


def _articles(questions: Iterable[Question]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article for question in questions for article in question.articles))


def _among(known: Mapping[str, object], ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in known)


def _cite(content: Content, title: str, pages: Sequence[int]) -> tuple[str, ...]:
    if not pages:
        return ()
    key = "source.page" if len(pages) == 1 else "source.pages"
    return (content.phrases(key, title=title, pages=", ".join(str(page) for page in pages)),)
