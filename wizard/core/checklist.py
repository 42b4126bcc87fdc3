"""What to do, why, and where each point comes from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wizard.core.advice import AdviceReading, AdviceStatus
from wizard.core.answers import Answer
from wizard.core.content import Content
from wizard.core.goals import Gain, Goal
from wizard.core.questions import Question
from wizard.core.risk import Because, ChallengeRisk, Risk

#: How many points stand apart as *begynd her*.
FIRST = 5
#: What the ids of points begin with that come from a question answered *ved ikke*, from an advice, or from a goal.
FIND_OUT = "find-ud-af-"
FOLLOW = "foelg-"
REACH = "maal-"
FIRST_OF_ONE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One point. `kind` is action, goal, find-out or advice; `id` stays the same when answers change.

    `because` are the answers that bring it, `articles` the law that they rest on; `advice`, `cases` and `tools` are
    ids; `sources` says in words where to read it. `risk` is None where the point is not about an exposed challenge,
    and of a goal where nobody knows whether it is reached.
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

    @property
    def group(self) -> str:
        """What it stands under on the list: the id of its risk, or else `find-out` or `advice`."""
        if self.risk:
            return self.risk.id
        return "advice" if self.kind == "advice" else "find-out"


@dataclass(frozen=True)
class Checklist:
    """The points in order; the first ones stand apart."""

    items: tuple[ChecklistItem, ...]

    @cached_property
    def item_by_id(self) -> Mapping[str, ChecklistItem]:
        """Every point by its id, in order."""
        return {item.id: item for item in self.items}

    @cached_property
    def first(self) -> tuple[ChecklistItem, ...]:
        """What to begin with: the first points in order, but no more of one challenge than `FIRST_OF_ONE`.

        A project with one gravest risk and several grave ones would otherwise begin with nothing but the one. Where
        there is too little else, the challenge's further points fill up.
        """
        taken: list[ChecklistItem] = []
        spare: list[ChecklistItem] = []
        for item in self.items:
            of_one = sum(item.challenge is not None and item.challenge == other.challenge for other in taken)
            (spare if of_one >= FIRST_OF_ONE else taken).append(item)
            if len(taken) == FIRST:
                break
        chosen = {item.id for item in (*taken, *spare[: FIRST - len(taken)])}
        return tuple(item for item in self.items if item.id in chosen)

    @cached_property
    def rest(self) -> tuple[ChecklistItem, ...]:
        """Everything else, in order."""
        first = {item.id for item in self.first}
        return tuple(item for item in self.items if item.id not in first)


def make_checklist(
    content: Content,
    risks: Sequence[ChallengeRisk],
    unknown: Sequence[Question],
    readings: Sequence[AdviceReading],
    goals: Iterable[Goal] = (),
) -> Checklist:
    """Make the checklist: actions by risk, then what to find out, then the advice that is not followed.

    Among challenges of equal risk the first action of each comes before the second of any, so that the first points
    do not all belong to one challenge. What the project has set itself as a goal comes before them; where nobody knows
    whether it is reached, it is the first to find out.
    """
    aims = [_from_goal(content, goal) for goal in goals]
    ranked = [(-aim.risk, -1, aim) for aim in aims if aim.risk]
    for found in risks:
        if found.risk:
            ranked += [
                (-found.risk, place, item) for place, item in enumerate(_from_challenge(content, found, found.risk))
            ]
    ranked.sort(key=lambda row: row[:2])
    actions = [item for _, _, item in ranked]
    find_out = [aim for aim in aims if not aim.risk] + [_from_unknown(content, question) for question in unknown]
    advice = [_from_advice(content, reading) for reading in readings if reading.status is AdviceStatus.NOT_FOLLOWED]
    return Checklist((*actions, *find_out, *advice))


def find_point(content: Content, id_: str) -> str | None:
    """Find the text of a point by its id, whether or not the answers bring it; None where the content has none."""
    if id_ in content.actions:
        return content.actions[id_].text
    if id_.startswith(FIND_OUT):
        question = content.questionnaire.question_by_id.get(id_.removeprefix(FIND_OUT))
        return content.phrases("checklist.find-out", question=question.text) if question else None
    if id_.startswith(REACH):
        question = content.questionnaire.question_by_id.get(id_.removeprefix(REACH))
        # Which answer is the goal is written somewhere else.
        return content.phrases("whatif.goal-of", question=question.text) if question and question.challenges else None
    if id_.startswith(FOLLOW):
        advice = content.advice.get(id_.removeprefix(FOLLOW))
        return content.phrases("checklist.advice", title=advice.title) if advice else None
    return None


def _from_challenge(content: Content, found: ChallengeRisk, risk: Risk) -> Iterator[ChecklistItem]:
    why = _say_why(content, found.because[0])
    articles = _articles(found.because)
    for action in found.challenge.actions:
        if action.from_exposure > found.exposure:
            continue
        trace = content.traces[action.id]
        yield ChecklistItem(
            id=action.id,
            kind="action",
            text=action.text,
            why=why,
            challenge=found.challenge.id,
            risk=risk,
            phase=action.phase,
            role=action.role,
            because=found.because,
            articles=articles,
            advice=trace.advice,
            cases=trace.cases,
            tools=trace.tools,
            sources=trace.sources + articles,
        )


def _from_goal(content: Content, goal: Goal) -> ChecklistItem:
    question, gain = goal.question, goal.gain
    said = {"question": question.text, "answer": say_answer(question, goal.target)}
    if gain is None:
        text, why = content.phrases("whatif.goal-unknown", **said), content.phrases("whatif.gain-unknown")
        return _find_out(content, question, id_=f"{REACH}{question.id}", kind="goal", text=text, why=why)
    challenge = gain.found.challenge
    return ChecklistItem(
        id=f"{REACH}{question.id}",
        kind="goal",
        text=content.phrases("whatif.goal", **said),
        why=_say_gain(content, gain),
        challenge=challenge.id,
        risk=gain.found.risk,
        because=gain.because,
        articles=question.articles,
        advice=question.advice,
        sources=(*content.cite(challenge), *question.articles),
    )


def _say_gain(content: Content, gain: Gain) -> str:
    def say(key: str, **values: str) -> str:
        return content.phrases(f"whatif.{key}", challenge=gain.found.challenge.title, **values)

    words = [content.phrases(f"risk.{risk.id}").lower() if risk else "" for risk in (gain.found.risk, gain.after)]
    before, after = words
    if (gain.after or 0) >= (gain.found.risk or 0):
        lowered = say("gain-with-others", before=before)
    else:
        lowered = say("gain", before=before, after=after) if after else say("gain-all", before=before)
    raised = [content.phrases("whatif.raised", challenge=move.challenge.title) for move in gain.raised]
    return ". ".join((lowered, *raised))


def say_answer(question: Question, answer: Answer) -> str:
    """Say the options of an answer; those that the question has not are left out."""
    return ", ".join(option.label for id_, option in question.option_by_id.items() if id_ in answer.options)


def _from_unknown(content: Content, question: Question) -> ChecklistItem:
    text, why = content.phrases("checklist.find-out", question=question.text), content.phrases("why.find-out")
    return _find_out(content, question, id_=f"{FIND_OUT}{question.id}", kind="find-out", text=text, why=why)


def _find_out(content: Content, question: Question, *, id_: str, kind: str, text: str, why: str) -> ChecklistItem:
    challenge = content.challenges[question.challenges[0]] if question.challenges else None
    return ChecklistItem(
        id=id_,
        kind=kind,
        text=text,
        why=why,
        challenge=challenge.id if challenge else None,
        articles=question.articles,
        advice=question.advice,
        sources=(*(content.cite(challenge) if challenge else ()), *question.articles),
    )


def _from_advice(content: Content, reading: AdviceReading) -> ChecklistItem:
    return ChecklistItem(
        id=f"{FOLLOW}{reading.advice.id}",
        kind="advice",
        text=content.phrases("checklist.advice", title=reading.advice.title),
        why=_say_why(content, reading.because[0]),
        because=reading.because,
        articles=_articles(reading.because),
        advice=(reading.advice.id,),
        sources=content.cite(reading.advice),
    )


def _say_why(content: Content, because: Because) -> str:
    return content.phrases("why.action", question=because.question.text, answer=because.option.label)


def _articles(because: Sequence[Because]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article for answer in because for article in answer.question.articles))
