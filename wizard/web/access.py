"""Who may do what: one table of every address, and the links that a browser holds.

The cookie is signed and http-only, and holds the secrets of the links that were opened in this browser, the newest
first. The server keeps only their hashes and asks the database on every request, so a revoked link ends at once.
"""

from enum import Enum

from flask import Flask, abort, g, request, session

from wizard.errors import AccessError
from wizard.services.access import Access, Role, find_access
from wizard.services.assessments import find_opening

_LINKS = "links"
_MOST_LINKS = 20


class Need(Enum):
    """What an address asks of its visitor."""

    NOTHING = "nothing"
    READ = "read"
    WRITE = "write"
    SHARE = "share"


#: Every address by endpoint and method: what is needed for it. A test walks the routes and finds each of them here.
TABLE: dict[tuple[str, str], Need] = {
    ("static", "GET"): Need.NOTHING,
    ("start.index", "GET"): Need.NOTHING,
    ("start.new", "GET"): Need.NOTHING,
    ("start.create", "POST"): Need.NOTHING,
    ("start.resume", "GET"): Need.NOTHING,
    ("start.resume_link", "POST"): Need.NOTHING,
    ("start.open_link", "GET"): Need.NOTHING,
    ("restoring.choose", "GET"): Need.NOTHING,
    ("restoring.upload", "POST"): Need.NOTHING,
    ("restoring.show", "GET"): Need.READ,
    ("start.about", "GET"): Need.NOTHING,
    ("start.privacy", "GET"): Need.NOTHING,
    ("start.accessibility", "GET"): Need.NOTHING,
    ("example.index", "GET"): Need.NOTHING,
    ("example.answers", "GET"): Need.NOTHING,
    ("example.result", "GET"): Need.NOTHING,
    ("example.checklist", "GET"): Need.NOTHING,
    ("example.report", "GET"): Need.NOTHING,
    ("example.download", "GET"): Need.NOTHING,
    ("library.index", "GET"): Need.NOTHING,
    ("library.about_report", "GET"): Need.NOTHING,
    ("library.folder", "GET"): Need.NOTHING,
    ("example.lower", "GET"): Need.NOTHING,
    ("example.lower_challenge", "GET"): Need.NOTHING,
    ("example.tryout", "GET"): Need.NOTHING,
    ("library.entry", "GET"): Need.NOTHING,
    ("assess.tasks", "GET"): Need.READ,
    ("assess.page", "GET"): Need.READ,
    ("assess.save", "POST"): Need.WRITE,
    ("assess.answers", "GET"): Need.READ,
    ("result.index", "GET"): Need.READ,
    ("result.consequence", "GET"): Need.READ,
    ("result.rate", "POST"): Need.WRITE,
    ("result.checklist", "GET"): Need.READ,
    ("result.point", "GET"): Need.READ,
    ("result.edit_point", "POST"): Need.WRITE,
    ("whatif.index", "GET"): Need.READ,
    ("whatif.challenge", "GET"): Need.READ,
    ("whatif.tryout", "GET"): Need.READ,
    ("whatif.adopt", "POST"): Need.WRITE,
    ("whatif.drop", "POST"): Need.WRITE,
    ("report.index", "GET"): Need.READ,
    ("report.download", "GET"): Need.READ,
    ("plan.index", "GET"): Need.WRITE,
    ("plan.preview", "POST"): Need.WRITE,
    ("plan.save", "POST"): Need.WRITE,
    ("links.index", "GET"): Need.READ,
    ("links.history", "GET"): Need.READ,
    ("links.create", "POST"): Need.SHARE,
    ("links.revoke", "POST"): Need.SHARE,
    ("links.rename", "POST"): Need.WRITE,
    ("links.confirm_delete", "GET"): Need.SHARE,
    ("links.delete", "POST"): Need.SHARE,
}


def enforce(app: Flask) -> None:
    """Let nobody past without what the table asks for. An address that is not in it is closed."""
    app.before_request(_check)


def _check() -> None:
    if request.endpoint is None:
        return
    method = "GET" if request.method in ("HEAD", "OPTIONS") else request.method
    need = TABLE.get((request.endpoint, method))
    if need is None:
        abort(404)
    if need is Need.NOTHING:
        return
    assessment_id = (request.view_args or {})["assessment_id"]
    token = held_links().get(str(assessment_id))
    opening = find_opening(token, assessment_id) if token else None
    if opening is None:
        raise AccessError("no link in this browser opens it")
    g.access, g.head = opening
    if not _suffices(g.access.role, need):
        raise AccessError("the link does not go so far")


def _suffices(role: Role, need: Need) -> bool:
    match need:
        case Need.WRITE:
            return role.can_write
        case Need.SHARE:
            return role.can_share
        case _:
            return True


def held_links() -> dict[str, str]:
    """Give the links of this browser: assessment id (as text) -> secret, the newest first."""
    return dict(session.get(_LINKS, []))


def hold_link(access: Access, token: str) -> None:
    """Keep a link in this browser's cookie. One that opens more is not given up for one that opens less."""
    held = held_links()
    key = str(access.assessment_id)
    known = find_access(held[key]) if key in held else None
    if known and _reach(known.role) > _reach(access.role):
        token = held[key]
    held.pop(key, None)
    session.permanent = True
    session[_LINKS] = [(key, token), *held.items()][:_MOST_LINKS]


def _reach(role: Role) -> tuple[bool, bool]:
    return role.can_share, role.can_write


def drop_link(assessment_id: int) -> None:
    """Forget the link to an assessment."""
    held = held_links()
    held.pop(str(assessment_id), None)
    session[_LINKS] = list(held.items())
