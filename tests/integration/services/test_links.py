from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import Any

import pytest
from flask import Flask

from tests.integration.services.conftest import Made, make
from wizard.errors import AccessError, LastOwnerLinkError, NotFoundError, TooLongError
from wizard.services.access import Access, Role, find_access, find_accesses
from wizard.services.assessments import find_opening, get_state
from wizard.services.changes import history
from wizard.services.links import create_link, list_links, revoke_link


def test_a_link_carries_its_role(made: Made) -> None:
    for role in Role:
        access = find_access(create_link(made.access, role))
        assert access
        assert (access.assessment_id, access.role) == (made.id, role)


def test_a_revoked_link_opens_nothing(made: Made) -> None:
    token = create_link(made.access, Role.READER, " Styregruppen\n")
    access = find_access(token)
    assert access
    revoke_link(made.access, access.link_id)
    assert find_access(token) is None
    assert find_accesses([token]) == {}
    assert find_opening(token, made.id) is None
    owner, reader = list_links(made.access)
    assert (owner.id, owner.role, owner.revoked_at) == (made.access.link_id, Role.OWNER, None)
    assert (reader.id, reader.role, reader.label) == (access.link_id, Role.READER, "Styregruppen")
    assert reader.revoked_at
    assert reader.revoked_at >= reader.created_at


def test_making_and_revoking_are_events_and_leave_the_revision(made: Made) -> None:
    before = get_state(made.id, with_result=False)
    access = find_access(create_link(made.access, Role.READER, "Styregruppen"))
    assert access
    revoke_link(made.access, access.link_id)
    revoke_link(made.access, access.link_id)
    link = {"id": access.link_id, "role": "reader", "label": "Styregruppen"}
    events = [(event.what, event.before, event.after) for event in history(made.id)]
    assert events[:-1] == [("link", link, None), ("link", None, link)]
    assert get_state(made.id, with_result=False) == before


def test_the_last_owner_s_link_stays(made: Made) -> None:
    with pytest.raises(LastOwnerLinkError):
        revoke_link(made.access, made.access.link_id)
    create_link(made.access, Role.OWNER)
    revoke_link(made.access, made.access.link_id)
    assert find_access(made.token) is None


def test_two_owners_who_revoke_each_other_at_once_do_not_both_succeed(database_app: Flask, made: Made) -> None:
    second = find_access(create_link(made.access, Role.OWNER))
    assert second
    barrier = Barrier(2)

    def revoke(access: Access, link_id: int) -> bool:
        with database_app.app_context():
            barrier.wait()
            try:
                revoke_link(access, link_id)
            except LastOwnerLinkError:
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        results = [
            pool.submit(revoke, made.access, second.link_id),
            pool.submit(revoke, second, made.access.link_id),
        ]
        assert sorted(result.result() for result in results) == [False, True]


def test_a_link_of_another_assessment_is_not_there(made: Made) -> None:
    other = make(key="en anden")
    with pytest.raises(NotFoundError):
        revoke_link(made.access, other.access.link_id)
    assert find_access(other.token)


def test_a_label_too_long_is_refused(made: Made) -> None:
    with pytest.raises(TooLongError):
        create_link(made.access, Role.READER, "x" * 201)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER])
@pytest.mark.parametrize(
    "function",
    [lambda access: create_link(access, Role.READER), list_links, lambda access: revoke_link(access, 1)],
    ids=["create", "list", "revoke"],
)
def test_only_an_owner_shares(made: Made, role: Role, function: Callable[[Access], Any]) -> None:
    with pytest.raises(AccessError):
        function(replace(made.access, role=role))


def test_there_are_no_links_to_what_is_gone(made: Made) -> None:
    with pytest.raises(NotFoundError):
        create_link(replace(made.access, assessment_id=99), Role.READER)
