"""The sheets beside the plan: answers, risks, and what the workbook is."""

from collections.abc import Sequence
from datetime import date

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from wizard.core.questions import Kind, Question
from wizard.report.manuscript import DENMARK, Manuscript
from wizard.report.palette import RISK
from wizard.report.pictures import markers
from wizard.report.sheets.grid import Head, fill, finish, fit_rows, put, put_heads, set_print
from wizard.report.sheets.plan import Value

_ABOUT = ("use", "order", "back", "status", "risk", "limits")


def fill_answers(sheet: Worksheet, manuscript: Manuscript) -> None:
    """Write every question of the path with its answer and note."""
    heads = zip(("section", "question", "answer", "note", "law"), (18, 54, 46, 42, 34), strict=True)
    put_heads(sheet, [Head(manuscript.say(f"sheet.head.{name}"), width) for name, width in heads])
    sections = manuscript.summary.path.questionnaire.section_by_id
    for row, question in enumerate(manuscript.summary.path.questions, start=2):
        note = manuscript.assessment.notes.get(question.id, "")
        law = "; ".join(question.articles)
        _put_row(
            sheet, row, (sections[question.section].title, question.text, _answer(manuscript, question), note, law)
        )
    finish(sheet, title=manuscript.title, page=manuscript.say("sheet.page"), printed=5)


def fill_risks(sheet: Worksheet, manuscript: Manuscript) -> None:
    """Write every challenge that the answers show, by its number in the report."""
    names = ("number", "area", "challenge", "exposure", "consequence", "assumed", "risk", "because")
    heads = zip(names, (6, 18, 38, 13, 17, 17, 10, 76), strict=True)
    put_heads(sheet, [Head(manuscript.say(f"sheet.head.{name}"), width) for name, width in heads])
    areas = manuscript.summary.content.areas
    for row, marker in enumerate(markers(manuscript.summary), start=2):
        found = marker.found
        area = areas.get(found.challenge.area)
        values: Sequence[Value] = (
            marker.number,
            area.title if area else found.challenge.area,
            found.challenge.title,
            manuscript.word(f"exposure.{found.exposure.value}"),
            manuscript.word(f"consequence.{found.consequence.id}"),
            manuscript.say("sheet.assumed") if found.is_assumed else manuscript.say("sheet.rated"),
            manuscript.say_risk(marker.risk),
            "\n".join(manuscript.say_because(because) for because in found.because),
        )
        _put_row(sheet, row, values)
        sheet.cell(row, 1 + names.index("risk")).fill = fill(RISK[marker.risk].tint)
    finish(sheet, title=manuscript.title, page=manuscript.say("sheet.page"), printed=len(names))


def fill_about(sheet: Worksheet, manuscript: Manuscript) -> None:
    """Write what the workbook is, of when, and how the plan is edited and read back."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 90
    put(sheet, 1, 1, manuscript.say("what"), bold=True).alignment = Alignment(vertical="center")
    facts: list[tuple[str, Value]] = [
        (manuscript.say("sheet.about.project"), manuscript.title),
        (manuscript.say("sheet.about.made"), manuscript.made_at.astimezone(DENMARK).date()),
        (manuscript.say("front.version"), manuscript.summary.content.version),
        *((manuscript.say(f"sheet.about.{name}"), manuscript.say(f"sheet.about.{name}-text")) for name in _ABOUT),
        (manuscript.say("sources.title"), manuscript.say("basis")),
    ]
    for row, (label, value) in enumerate(facts, start=2):
        put(sheet, row, 1, label, bold=True)
        put(sheet, row, 2, value)
    fit_rows(sheet)
    set_print(sheet, title=manuscript.title, page=manuscript.say("sheet.page"), printed=2)


def _put_row(sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    for column, value in enumerate(values, start=1):
        put(sheet, row, column, value)


def _answer(manuscript: Manuscript, question: Question) -> Value:
    answer = manuscript.summary.path.answers.get(question.id)
    if not answer:
        return manuscript.say("unanswered")
    if answer.options:
        return "\n".join(question.option_by_id[option].label for option in answer.options)
    if question.kind is Kind.DATE:
        return date.fromisoformat(answer.text)
    return answer.text.replace(".", ",") if question.kind is Kind.NUMBER else answer.text
