"""What is open, and everything that was answered."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.platypus import Flowable

from wizard.core.coverage import Count, SectionCoverage
from wizard.core.questions import Kind, Question
from wizard.report.manuscript import Manuscript
from wizard.report.typeset.grid import Row
from wizard.report.typeset.typesetter import DENSE, Span


def make_open(manuscript: Manuscript) -> list[Flowable]:
    """Make the part about what is not known: how much of each section is answered, and the open questions."""
    setter, say, coverage = manuscript.setter, manuscript.say, manuscript.summary.coverage
    heads = [say(f"head.{name}") for name in ("section", "answered", "unknown", "unanswered")]
    rows = [
        _count_row(manuscript, found.section.title, found.count) for found in coverage.sections if found.count.visible
    ]
    rows.append(_count_row(manuscript, say("open.total"), coverage.total, is_total=True))
    made: list[Flowable] = [
        setter.new_page(unless=320),
        setter.kept(
            setter.heading(say("open.title"), 1),
            setter.text(say("open.intro"), style="lead"),
            setter.table((0, 90, 70, 90), heads, rows, look=DENSE),
        ),
    ]
    for name, questions in (("unknown", coverage.unknown), ("unanswered", coverage.unanswered)):
        if questions:
            table = setter.table(
                (0, 120),
                [say("head.question"), say("head.section")],
                [_open_row(manuscript, question) for question in questions],
                look=DENSE,
            )
            made.append(
                setter.kept(setter.heading(say(f"open.{name}"), 2), setter.text(say(f"open.{name}-intro")), table)
            )
    return made


def _count_row(manuscript: Manuscript, title: str, count: Count, *, is_total: bool = False) -> Row:
    setter = manuscript.setter
    answered = manuscript.say("open.of", answered=count.answered, visible=count.visible)
    texts = (title, answered, str(count.unknown), str(count.unanswered))
    return Row([[setter.text(setter.strong(text) if is_total else text, style="cell")] for text in texts])


def _open_row(manuscript: Manuscript, question: Question) -> Row:
    setter = manuscript.setter
    section = manuscript.summary.path.questionnaire.section_by_id[question.section].title
    return Row([[setter.text(question.text, style="cell")], [setter.text(section, style="cell")]])


def make_answers(manuscript: Manuscript) -> list[Flowable]:
    """Make the part with every visible question, its answer and its note."""
    setter, say, summary = manuscript.setter, manuscript.say, manuscript.summary
    heading = setter.heading(say("answers.title"), 1)
    if not summary.path.answers:
        return [setter.new_page(unless=200), setter.kept(heading, setter.text(say("answers.none")))]
    made: list[Flowable] = [
        setter.new_page(unless=240),
        heading,
        setter.text(say("answers.intro", mark=setter.typeface.letters.mark), style="lead"),
    ]
    heads = [say("head.question"), say("head.answer")]
    for found in summary.coverage.sections:
        rows = [_answer_row(manuscript, question) for question in _visible(manuscript, found)]
        if rows:
            made.append(
                setter.kept(setter.heading(found.section.title, 2), setter.table((190, 0), heads, rows, look=DENSE))
            )
    return made


def _visible(manuscript: Manuscript, found: SectionCoverage) -> Iterator[Question]:
    return (question for question in found.section.questions if question.id in manuscript.summary.path.visible)


def _answer_row(manuscript: Manuscript, question: Question) -> Row:
    setter = manuscript.setter
    said = _say_answer(manuscript, question)
    answer: list[Flowable] = [setter.text(part, style="cell") for part in said]
    answer += setter.note(manuscript.say("note"), manuscript.assessment.notes.get(question.id, ""))
    return Row([[setter.text(question.text, style="cell")], answer])


def _say_answer(manuscript: Manuscript, question: Question) -> Sequence[str | Span]:
    answer = manuscript.summary.path.answers.get(question.id)
    if not answer:
        return [manuscript.setter.muted(manuscript.say("unanswered"))]
    if answer.options:
        return [question.option_by_id[option].label for option in answer.options]
    if question.kind is Kind.DATE:
        return [manuscript.say_date(date.fromisoformat(answer.text))]
    return [answer.text.replace(".", ",") if question.kind is Kind.NUMBER else answer.text]
