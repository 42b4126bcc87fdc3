"""The lawyer's edition: every question and every point that rests on law, with room for a verdict."""

from collections.abc import Sequence

from wizard.core.guidance import Law
from wizard.core.questions import Question
from wizard.core.risk import ChallengeRisk
from wizard.report.blocks import Block, Facts, Gap, Heading, Items, Kept, NewPage, Span, Text, Tick
from wizard.report.manuscript import Manuscript
from wizard.report.parts.answers import show_answer
from wizard.report.parts.checklist import make_table

_VERDICTS = ("fine", "change", "unclear")


def make_legal(manuscript: Manuscript) -> list[Block]:
    """Make the questions with a legal basis by section, then the points of the checklist that rest on law."""
    say, summary = manuscript.say, manuscript.summary
    questions = [question for question in summary.path.questions if question.articles]
    items = [item for item in summary.checklist.items if item.articles]
    made: list[Block] = [Heading(say("legal.questions"), 1)]
    if not questions:
        made.append(Text([say("legal.none")]))
    for section in summary.path.questionnaire.sections:
        of_section = [question for question in questions if question.section == section.id]
        if of_section:
            made += _make_section(manuscript, section.title, of_section)
    title = say("legal.points")
    if items:
        table = make_table(manuscript, title, items)
        made.append(Kept([Heading(title, 1), Text([say("legal.points-intro")]), table]))
    return made


def _make_section(manuscript: Manuscript, title: str, questions: Sequence[Question]) -> list[Block]:
    first, *others = questions
    return [
        Kept([Heading(title, 2), *_make_question(manuscript, first)], is_whole=True),
        *(Kept(_make_question(manuscript, question), is_whole=True) for question in others),
    ]


def _make_question(manuscript: Manuscript, question: Question) -> list[Block]:
    say = manuscript.say
    facts: list[tuple[str, Sequence[Block]]] = [
        (say("legal.law"), [Text([" · ".join(question.articles)], "cell")]),
        (say("legal.answer"), show_answer(manuscript, question)),
    ]
    today = manuscript.summary.content.law_of(question.articles)
    if today:
        named = [Text([law.title, Span(f" {manuscript.say_checked(law)}", muted=True)], "cell") for law in today]
        facts.append((say("law.title"), [Text([say("law.not-in-report")], "why"), *named]))
    risks = [Text([_say_risk(manuscript, found)], "cell") for found in _risks_of(manuscript, question)]
    if risks:
        facts.append((say("legal.risk"), risks))
    facts.append((say("legal.verdict"), [Tick(say(f"legal.verdict.{verdict}")) for verdict in _VERDICTS]))
    facts.append((say("legal.comment"), [Text([Span(say("legal.room"), muted=True)], "cell"), Gap(26)]))
    return [Heading(question.text, 3), Facts(facts)]


def make_law_today(manuscript: Manuscript) -> list[Block]:
    """Tell the law that the questions rest on as it is today: what it says, where to read it, and how sure that is."""
    say, summary = manuscript.say, manuscript.summary
    articles = [article for question in summary.path.questions for article in question.articles]
    entries = summary.content.law_of(articles)
    if not entries:
        return []
    first, *others = [_make_law(manuscript, law) for law in entries]
    heading = Heading(say("law.title"), 1)
    return [
        NewPage(160),
        Kept([heading, Text([say("law.intro")], "lead"), *first]),
        *(Kept(made, is_whole=True) for made in others),
    ]


def _make_law(manuscript: Manuscript, law: Law) -> list[Block]:
    word = manuscript.word
    group, basis = word(f"law-group.{law.group}"), word(f"law-basis.{law.basis.value}")
    source = (Span(law.source.title, lang=law.source.language), ": ", Span(law.source.url, href=law.source.url))
    return [
        Heading(law.title, 2),
        Text([f"{group} {manuscript.say_checked(law)}. {basis}."], "note"),
        Items([[sentence] for sentence in law.says], "small-bullet"),
        Text(source, "small"),
        *manuscript.note(manuscript.say("law.doubt"), law.doubt),
    ]


def _risks_of(manuscript: Manuscript, question: Question) -> list[ChallengeRisk]:
    exposed = manuscript.summary.exposed
    return [found for found in exposed if any(answer.question is question for answer in found.because)]


def _say_risk(manuscript: Manuscript, found: ChallengeRisk) -> str:
    risk = manuscript.say_risk(found.risk).lower() if found.risk else ""
    return manuscript.say("legal.exposes", title=found.challenge.title, risk=risk)
