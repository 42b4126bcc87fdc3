"""Walking the questions with a project's answers."""

from collections.abc import Sequence

from tests.integration.web.page import Page, Values
from tests.integration.web.site import example_of
from tests.integration.web.visitor import Visitor
from wizard.core.assessment import Assessment


def fill(page: Page, project: Assessment) -> Values:
    """Give what a project answers to the questions that stand on a page."""
    filled: dict[str, str | Sequence[str]] = {}
    for name in page.form().values:
        if not name.startswith("version-"):
            continue
        question = name.removeprefix("version-")
        answer = project.answers.get(question)
        if answer:
            filled[f"svar-{question}"] = list(answer.options) or answer.text
        if question in project.notes:
            filled[f"note-{question}"] = project.notes[question]
    return filled


def walk(visitor: Visitor, project: Assessment | None = None) -> list[Page]:
    """Answer every page of questions from the first to the last, and give the pages that were met on the way.

    Without a project the example's answers are given.
    """
    given = project or example_of(visitor.app)
    met = [visitor.get(visitor.at("profil/1"))]
    while met[-1].address != visitor.at("svar"):
        met.append(visitor.follow(visitor.submit(met[-1], fill(met[-1], given))))
    return met
