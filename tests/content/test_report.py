"""The reports of whole projects on the real content, read back and held against what they are made from."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, product

import pytest

from tests.content.projects import FONTS, MADE_AT, PROJECTS, Project, make_example, make_fullest, make_hostile
from tests.unit.report.soundness import find_faults
from tests.unit.report.structure import Node, Tree, plain
from wizard.core.assessment import PointStatus
from wizard.core.checklist import ChecklistItem
from wizard.core.questions import Kind, Question
from wizard.report.editions import Edition
from wizard.report.manuscript import Manuscript
from wizard.report.pictures import describe_areas, describe_matrix, describe_tally
from wizard.report.typeset.typeface import load_typeface

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.skipif(not FONTS.is_dir(), reason="needs the report's own fonts: `python run.py assets`"),
]

EVERY = list(product(PROJECTS, Edition))
#: Longer than the product takes, so that no promise about pages holds.
_BOUNDED = [name for name in PROJECTS if name != "endless"]
_CLOSED = (PointStatus.DONE, PointStatus.NOT_RELEVANT)


@cache
def read(name: str, edition: Edition) -> Tree:
    return Tree(PROJECTS[name]().write(edition))


def clean(text: str) -> str:
    return plain(load_typeface(FONTS).letters.clean(text))


def joined(text: str) -> str:
    """Give a text without white space: where a long word is broken, or a mark follows a letter, there may be some."""
    return "".join(clean(text).split())


def manuscript(project: Project) -> Manuscript:
    return Manuscript(project.assessment, project.summary, MADE_AT)


def tables_of(nodes: list[Node]) -> list[list[Node]]:
    """Give the rows of each table, without its head."""
    return [node.nodes[1:] for node in nodes if node.role == "Table"]


def rows_of(nodes: list[Node]) -> list[Node]:
    return [row for rows in tables_of(nodes) for row in rows]


def say(project: Project, key: str) -> str:
    return project.summary.content.phrases(f"report.{key}")


# ---- every edition of every project


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_every_edition_is_sound(name: str, edition: Edition) -> None:
    assert find_faults(read(name, edition)) == []


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_the_title_is_the_first_heading_and_bookmarks_follow_the_rest(name: str, edition: Edition) -> None:
    tree, project = read(name, edition), PROJECTS[name]()
    first, *others = tree.headings
    assert joined(first.text) == joined(project.assessment.title or say(project, "untitled"))
    told = [("".join(bookmark.title.split()), bookmark.depth + 2) for bookmark in tree.bookmarks]
    assert told == [("".join(node.text.split()), int(node.role[1])) for node in others]


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_headers_and_footers_are_decoration_on_every_page(name: str, edition: Edition) -> None:
    tree = read(name, edition)
    for number, leaf in enumerate(tree.leaves, start=1):
        assert [piece.entries.get("Subtype") for piece in leaf.artifacts[-2:]] == ["/Header", "/Footer"]
        assert leaf.artifacts[-1].text.endswith(f"Side {number} af {len(tree.leaves)}")
    assert f"af {len(tree.leaves)} KI-klar" not in tree.text


@pytest.mark.parametrize("name", _BOUNDED)
def test_the_steering_group_always_has_two_pages(name: str) -> None:
    assert len(read(name, Edition.STEERING).leaves) == 2


def test_the_example_is_as_long_as_a_report_should_be() -> None:
    assert 12 <= len(read("example", Edition.FULL).leaves) <= 19


def test_ten_at_once_are_the_same_as_one() -> None:
    project = make_example()
    with ThreadPoolExecutor(10) as pool:
        made = set(pool.map(lambda _: project.write(), range(10)))
    assert made == {project.write()}


# ---- the full one says everything


@pytest.mark.parametrize("name", PROJECTS)
def test_every_section_is_in_the_contents_with_its_page(name: str) -> None:
    tree = read(name, Edition.FULL)
    assert [item.text for item in tree.find("TOCI")] == [f"{node.text} {node.pages[0]}" for node in tree.find("H2")]


@pytest.mark.parametrize("name", PROJECTS)
def test_pictures_say_in_words_what_they_show(name: str) -> None:
    summary = PROJECTS[name]().summary
    tally = [describe_tally(summary)] if summary.exposed else []
    told = [figure.entry("Alt") for figure in read(name, Edition.FULL).find("Figure")]
    expected = [*tally, describe_areas(summary), describe_matrix(summary)]
    assert [words.split(". ", 1)[1] for words in told] == expected


@pytest.mark.parametrize("name", PROJECTS)
def test_every_question_is_there_with_its_answer_and_its_note(name: str) -> None:
    project = PROJECTS[name]()
    if not project.summary.path.answers:
        assert say(project, "answers.none") in read(name, Edition.FULL).text
        return
    rows = rows_of(read(name, Edition.FULL).section(say(project, "answers.title")))
    asked = project.summary.path.questions
    assert [row.nodes[0].text for row in rows] == [clean(question.text) for question in asked]
    for row, question in zip(rows, asked, strict=True):
        expected = "".join(_say_answer(project, question))
        assert "".join(row.nodes[1].text.split()) == joined(expected)


def _say_answer(project: Project, question: Question) -> Iterator[str]:
    answer = project.summary.path.answers.get(question.id)
    if answer is None:
        yield say(project, "unanswered")
    elif answer.options:
        yield " ".join(question.option_by_id[option].label for option in answer.options)
    elif question.kind is Kind.DATE:
        yield manuscript(project).say_date(date.fromisoformat(answer.text))
    else:
        yield answer.text
    note = clean(project.assessment.notes.get(question.id, ""))
    if note:
        yield f" {say(project, 'note')} {note}"


@pytest.mark.parametrize("name", PROJECTS)
def test_every_point_is_there_once_with_who_when_how_far_and_its_note(name: str) -> None:
    project = PROJECTS[name]()
    tree = read(name, Edition.FULL)
    nodes = [node for key in ("risks", "checklist") for node in tree.section(say(project, f"{key}.title"))]
    bodies = [body.text for node in nodes for body in node.find("LBody")]
    for item in project.summary.checklist.items:
        text = item.text if item.text.endswith("?") else f"{item.text}."
        [told] = [body for body in bodies if body.startswith(f"{text} ")]
        assert "".join(told.split()) == joined(f"{text} {_say_state(project, item)}")


def _say_state(project: Project, item: ChecklistItem) -> str:
    point = project.assessment.point(item.id)
    about = [manuscript(project).say_owner(item)]
    if point.deadline:
        about.append(f"senest {manuscript(project).say_date(point.deadline)}")
    if point.status is not PointStatus.OPEN:
        about.append(project.summary.content.phrases(f"status.{point.status.value}").lower())
    note = clean(point.note)
    return f"{', '.join(about)}.{say(project, 'note') + note if note else ''}"


@pytest.mark.parametrize("name", PROJECTS)
def test_every_risk_is_there_with_why_and_who_has_been_there(name: str) -> None:
    project = PROJECTS[name]()
    summary, made = project.summary, manuscript(project)
    nodes = read(name, Edition.FULL).section(say(project, "risks.title"))
    places = [place for place, node in enumerate(nodes) if node.role == "H3"]
    assert [nodes[place].text for place in places] == [found.challenge.title for found in summary.exposed]
    for found, begin, end in zip(summary.exposed, places, [*places[1:], None], strict=False):
        text = " ".join(node.text for node in nodes[begin:end])
        assert all(plain(made.say_because(answer)) in text for answer in found.because)
        case = summary.case_on(found.challenge.id)
        if case:
            assert case.item.title in text
            assert plain(made.say_pages(case.item.pages)) in text
            assert plain(case.item.caution) in text


# ---- the others say what they should, and nothing else


@pytest.mark.parametrize("name", PROJECTS)
def test_the_lawyer_sees_what_rests_on_law_and_nothing_else(name: str) -> None:
    project = PROJECTS[name]()
    tree, summary = read(name, Edition.LAWYER), project.summary
    resting = [question for question in summary.path.questions if question.articles]
    nodes = tree.section(say(project, "legal.questions"))
    assert [node.text for node in nodes if node.role == "H4"] == [clean(question.text) for question in resting]
    assert [node.text for node in nodes if node.role == "P"] == ([] if resting else [say(project, "legal.none")])
    laws = [node.nodes[0].nodes[1].text for node in nodes if node.role == "L"]
    assert laws == [plain(" · ".join(question.articles)) for question in resting]
    points = [item for item in summary.checklist.items if item.articles]
    if points:
        rows = rows_of(tree.section(say(project, "legal.points")))
        assert len(rows) == len(points)
        for row, item in zip(rows, points, strict=True):
            assert row.nodes[1].text.startswith(plain(f"{item.text} {' · '.join(item.articles)}"))


@pytest.mark.parametrize("name", PROJECTS)
def test_the_plan_has_every_point_once_by_owner_and_deadline(name: str) -> None:
    project = PROJECTS[name]()
    tree, items = read(name, Edition.PLAN), project.summary.checklist.items
    rows = rows_of(tree.root.nodes)
    texts = sorted(item.text for item in items)
    assert sorted(next(text for text in texts if row.nodes[2].text.startswith(text)) for row in rows) == texts
    owners = [node for node in tree.root.nodes if node.role in ("H2", "H3", "Table")]
    for heading, table in pairwise(owners):
        if heading.role != "H3":
            continue
        assert table.role == "Table"
        found = [_find_item(items, row) for row in table.nodes[1:]]
        points = [project.assessment.point(item.id) for item in found]
        assert all(point.status not in _CLOSED for point in points)
        assert len({manuscript(project).named_owner(item).casefold() for item in found}) == 1
        deadlines = [point.deadline or date.max for point in points]
        assert deadlines == sorted(deadlines)


def _find_item(items: tuple[ChecklistItem, ...], row: Node) -> ChecklistItem:
    return max((item for item in items if row.nodes[2].text.startswith(item.text)), key=lambda item: len(item.text))


def test_the_fullest_and_the_hostile_are_what_they_are_called() -> None:
    fullest = make_fullest()
    statuses = {point.status for point in fullest.assessment.points.values()}
    assert statuses == set(PointStatus)
    assert len(fullest.summary.exposed) == len(fullest.summary.risks)
    assert max(point.deadline or date.min for point in fullest.assessment.points.values()) > date(
        2027, 1, 1
    ) + timedelta(90)
    hostile = make_hostile().assessment
    assert len(hostile.title) == 200
    assert max(len(note) for note in hostile.notes.values()) == 10_000
    assert max(len(point.owner) for point in hostile.points.values()) == 200


def test_who_has_answered_everything_is_not_told_what_nobody_knows() -> None:
    text = " ".join(node.text for node in read("fullest", Edition.FULL).section("Det vigtigste"))
    assert f"Alle {PROJECTS['fullest']().summary.coverage.total.visible} spørgsmål er besvaret" in text
    assert "ikke ved" not in text


def test_points_for_which_nobody_is_suggested_come_last_in_the_plan() -> None:
    owners = [node.text for node in read("example", Edition.PLAN).find("H3")]
    assert owners.count("Uden forslag til ansvarlig") == 1
    assert owners[-1] == "Uden forslag til ansvarlig"
