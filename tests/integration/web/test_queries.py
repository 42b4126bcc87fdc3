"""How often a page asks the database: always as often, however much there is to say."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import text

from tests.integration.web.site import engine_of, watching
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk
from wizard.services.access import Role


@pytest.fixture
def full(owner_on_each: Visitor) -> Visitor:
    """A project that has answered everything, rated something, edited a point and shared with several."""
    walk(owner_on_each)
    address = owner_on_each.at("konsekvens/gdpr-dataformaal")
    owner_on_each.submit(owner_on_each.get(address), {"tid": "ubetydelig", "penge": "oedelaeggende"})
    address = owner_on_each.at("tjekliste/find-ud-af-skaevt-mellem-grupper")
    owner_on_each.submit(owner_on_each.get(address), {"owner": "Ida"})
    for _ in range(3):
        owner_on_each.share(Role.READER)
    return owner_on_each


@pytest.fixture
def empty(full: Visitor) -> Visitor:
    """A project that has answered nothing."""
    return Visitor(full.app).start()


def queries(visitor: Visitor, act: Callable[[], object]) -> tuple[int, int]:
    """Give the number of statements and of commits that something takes."""
    with watching(visitor.app) as traffic:
        act()
    return len(traffic.statements), traffic.commits


def another_process_changes(visitor: Visitor) -> None:
    """Have the assessment changed by somebody whom this process knows nothing of."""
    with engine_of(visitor.app).begin() as connection:
        statement = text("UPDATE assessment SET revision = revision + 1 WHERE id = :id")
        connection.execute(statement, {"id": visitor.assessment})


@pytest.mark.parametrize(
    ("path", "first", "again"),
    [
        ("", 3, 1),
        ("/profil/1", 3, 1),
        ("/svar", 3, 1),
        ("/resultat", 6, 1),
        ("/konsekvens/gdpr-dataformaal", 6, 1),
        ("/saenk-risikoen", 6, 1),
        ("/saenk-risikoen/gdpr-dataformaal", 6, 1),
        ("/proev?om=gdpr-dataformaal", 6, 1),
        ("/tjekliste", 6, 1),
        ("/rapport", 3, 1),
        ("/rapport.pdf", 6, 1),
        ("/rapport.docx", 6, 1),
        ("/del", 4, 2),
        ("/historik", 4, 2),
        ("/slet", 3, 1),
    ],
)
def test_a_page_takes_as_many_queries_however_much_is_answered(
    full: Visitor, empty: Visitor, path: str, first: int, again: int
) -> None:
    for visitor in (empty, full):
        look = partial(visitor.get, visitor.home + path)
        another_process_changes(visitor)
        assert queries(visitor, look) == (first, 0)
        # What this process has read is not read again until it has changed; whether it has is always asked.
        assert queries(visitor, look) == (again, 0)


def test_a_save_takes_as_many_queries_however_much_is_answered(full: Visitor, empty: Visitor) -> None:
    for visitor, answer in ((empty, "kommune"), (full, "region")):
        page = visitor.get(visitor.page_of("organisation"))
        typed = {"svar-organisation": answer, "note-organisation-stoerrelse": "En note"}
        # What stood there before is known from the page, and what stands there now from the save itself.
        assert queries(visitor, partial(visitor.submit, page, typed)) == (4, 1)


def test_a_save_after_somebody_else_s_reads_first_what_stands_there(full: Visitor, empty: Visitor) -> None:
    for visitor, answer in ((empty, "kommune"), (full, "region")):
        page = visitor.get(visitor.page_of("organisation"))
        another_process_changes(visitor)
        assert queries(visitor, partial(visitor.submit, page, {"svar-organisation": answer})) == (7, 1)


def test_a_save_of_nothing_new_commits_nothing(full: Visitor) -> None:
    page = full.get(full.page_of("organisation"))
    assert queries(full, lambda: full.submit(page))[1] == 0


def test_a_list_of_assessments_takes_one_query(full: Visitor, empty: Visitor) -> None:
    full.open(empty.secret)
    assert queries(full, lambda: full.get("/fortsaet")) == (1, 0)


@pytest.mark.parametrize(
    "address", ["/", "/eksempel/resultat", "/eksempel/tjekliste", "/om", "/bibliotek/omraader/data"]
)
def test_what_everybody_sees_asks_the_database_nothing(full: Visitor, address: str) -> None:
    assert queries(full, lambda: full.get(address)) == (0, 0)
