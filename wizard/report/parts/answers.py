"""What is open, and everything that was answered."""

from collections.abc import Iterator, Sequence
from datetime import date

from wizard.core.coverage import Count, SectionCoverage
from wizard.core.questions import Kind, Question
from wizard.report.blocks import Block, Form, Heading, Items, Kept, NewPage, Part, Row, Span, Table, Text
from wizard.report.manuscript import Manuscript


def make_open(manuscript: Manuscript) -> list[Block]:
    """Make the part about what is not known: how much of each section is answered, and what nobody has answered."""
    say, coverage = manuscript.say, manuscript.summary.coverage
    heads = [say(f"head.{name}") for name in ("section", "answered", "unknown", "unanswered")]
    rows = [
        _count_row(manuscript, found.section.title, found.count) for found in coverage.sections if found.count.visible
    ]
    rows.append(_count_row(manuscript, say("open.total"), coverage.total, is_total=True))
    title = say("open.title")
    table = Table(title, (0, 90, 70, 90), heads, rows, names_rows=0, form=Form.DENSE)
    made: list[Block] = [NewPage(200), Kept([Heading(title, 1), Text([say("open.intro")], "lead"), table])]
    if coverage.unanswered:
        questions = Items([[question.text] for question in coverage.unanswered], "small-bullet")
        intro = Text([say("open.unanswered-intro")])
        made.append(Kept([Heading(say("open.unanswered"), 2), intro, questions]))
    return made


def _count_row(manuscript: Manuscript, title: str, count: Count, *, is_total: bool = False) -> Row:
    answered = manuscript.say("open.of", answered=count.answered, visible=count.visible)
    texts = (title, answered, str(count.unknown), str(count.unanswered))
    return Row([[Text([Span(text, strong=is_total)], "cell")] for text in texts])


def make_answers(manuscript: Manuscript) -> list[Block]:
    """Make the part with every visible question, its answer and its note."""
    say, summary = manuscript.say, manuscript.summary
    heading = Heading(say("answers.title"), 1)
    if not summary.path.answers:
        return [NewPage(200), Kept([heading, Text([say("answers.none")])])]
    made: list[Block] = [NewPage(160), heading, Text([say("answers.intro"), *_say_mark(manuscript)], "lead")]
    heads = [say("head.question"), say("head.answer")]
    for found in summary.coverage.sections:
        rows = [_answer_row(manuscript, question) for question in _visible(manuscript, found)]
        if rows:
            title = found.section.title
            table = Table(title, (222, 0), heads, rows, names_rows=0, form=Form.DENSE)
            made.append(Kept([Heading(title, 2), table]))
    return made


def _say_mark(manuscript: Manuscript) -> Sequence[Part]:
    return [f" {manuscript.say('answers.mark', mark=manuscript.mark)}"] if manuscript.mark else []


def _visible(manuscript: Manuscript, found: SectionCoverage) -> Iterator[Question]:
    return (question for question in found.section.questions if question.id in manuscript.summary.path.visible)


def _answer_row(manuscript: Manuscript, question: Question) -> Row:
    return Row([[Text([question.text], "small")], show_answer(manuscript, question)])


def show_answer(manuscript: Manuscript, question: Question) -> list[Block]:
    """Say what was answered and noted."""
    said: list[Block] = [Text([part], "small") for part in _say_answer(manuscript, question)]
    return [*said, *manuscript.note(manuscript.say("note"), manuscript.assessment.notes.get(question.id, ""))]


def _say_answer(manuscript: Manuscript, question: Question) -> Sequence[Part]:
    answer = manuscript.summary.path.answers.get(question.id)
    if not answer:
        return [Span(manuscript.say("unanswered"), muted=True)]
    if answer.options:
        return [question.option_by_id[option].label for option in answer.options]
    if question.kind is Kind.DATE:
        return [manuscript.say_date(date.fromisoformat(answer.text))]
    return [answer.text.replace(".", ",") if question.kind is Kind.NUMBER else answer.text]
