"""A person with a browser. Every page that comes back is linted, and no secret may stand on it by accident."""

import io
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import BadSignature
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.integration.web.lint import lint
from tests.integration.web.page import Page, Values
from tests.integration.web.site import content_of
from wizard.services.access import Role

FOUND = 302
#: The page of links, also where it comes back with a message.
_LINKS_PAGE = re.compile(r"/(del|del/\d+/luk|navn)$")
HTMX = {"HX-Request": "true"}


class Visitor:
    """A browser with its own cookies. What it has opened last is `assessment`."""

    #: Expect any status.
    ANY = 0

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.assessment = 0

    @cached_property
    def client(self) -> FlaskClient:
        return self.app.test_client()

    # ---- pages

    def get(self, address: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Page:
        """Fetch an address as it is given; a redirect is not followed."""
        return self._look(address, self.client.get(address, headers=headers, buffered=True), status)

    def post(
        self, address: str, values: Values, *, status: int = FOUND, headers: Mapping[str, str] | None = None
    ) -> Page:
        """Send values as they are given, without the token that a form of ours holds."""
        data: MultiDict[str, str] = MultiDict(
            (name, single)
            for name, value in values.items()
            for single in ([value] if isinstance(value, str) else value)
        )
        return self._look(address, self.client.post(address, data=data, headers=headers, buffered=True), status)

    def submit(
        self,
        page: Page,
        changes: Values | None = None,
        *,
        action: str = "",
        status: int = FOUND,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """Change some of what stands in a form on a page, and send it as a browser does.

        What is not changed is sent as it stands; an empty list takes a field away.
        """
        form = page.form(action)
        return self.post(form.action, {**form.values, **(changes or {})}, status=status, headers=headers)

    def upload(self, page: Page, name: str, file: tuple[bytes, str], *, action: str = "", status: int = FOUND) -> Page:
        """Choose a file (its bytes and its name) in a field of a form on a page, and send it as a browser does."""
        form = page.form(action)
        assert form.element.get("enctype") == "multipart/form-data"
        raw, called = file
        data = {**form.values, name: (io.BytesIO(raw), called)}
        response = self.client.post(form.action, data=data, buffered=True)
        # Where it is large, Werkzeug's client has put it in a file, which it leaves open.
        response.request.environ["wsgi.input"].close()
        return self._look(form.action, response, status)

    def follow(self, page: Page) -> Page:
        """Go where a redirect sends one, and on, until there is a page."""
        while page.status in (FOUND, 303, 307, 308):
            page = self.get(page.to.partition("#")[0], status=self.ANY)
        assert page.status == 200, page.address
        return page

    def _look(self, address: str, response: TestResponse, status: int) -> Page:
        page = Page(address, response)
        assert status in (page.status, self.ANY), f"{page.status} at {address}: {page.alerts or page.heading}"
        lint(page)
        self._look_for_secrets(page)
        return page

    def _look_for_secrets(self, page: Page) -> None:
        for secret in self.secrets.values():
            is_shown = secret in page.html or secret in unquote(page.response.headers.get("Location", ""))
            assert not is_shown or _LINKS_PAGE.search(urlsplit(page.address).path), f"a secret is on {page.address}"

    # ---- the cookie

    @property
    def secrets(self) -> dict[str, str]:
        """The links in the cookie: assessment id (as text) -> secret."""
        cookie = self.client.get_cookie("ki-klar")
        if cookie is None:
            return {}
        serializer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        try:
            return dict(serializer.loads(cookie.value).get("links", []))
        except BadSignature:
            return {}

    @property
    def secret(self) -> str:
        """The secret of the link to what was opened last."""
        return self.secrets[str(self.assessment)]

    def token(self) -> str:
        """The token against forged forms, as a form of ours holds it."""
        value = self.get("/selvevaluering/ny").form().values["csrf_token"]
        assert isinstance(value, str)
        return value

    # ---- what a person does

    @property
    def home(self) -> str:
        return f"/selvevaluering/{self.assessment}"

    def at(self, path: str) -> str:
        """Give an address below the assessment."""
        return f"{self.home}/{path}"

    def start(self, title: str = "Kø på jobcentret") -> "Visitor":
        """Make an assessment."""
        made = self.submit(self.get("/selvevaluering/ny"), {"title": title})
        self.assessment = int(made.to.split("/")[2])
        return self

    def restore(self, raw: bytes, called: str = "rapport.json") -> "Visitor":
        """Make an assessment from a report."""
        made = self.upload(self.get("/fortsaet/rapport"), "report", (raw, called))
        self.assessment = int(made.to.split("/")[2])
        return self

    def share(self, role: Role, label: str = "") -> str:
        """Make a link for somebody else and give its secret."""
        page = self.submit(self.get(self.at("del")), {"role": role.value, "label": label}, status=200)
        return page.by_id("nyt-link").get("value", "").rpartition("/")[2]

    def open(self, secret: str) -> "Visitor":
        """Open a link."""
        opened = self.get(f"/adgang/{secret}", status=FOUND)
        self.assessment = int(opened.to.rpartition("/")[2])
        return self

    def invite(self, role: Role) -> "Visitor":
        """Give another person with a browser of their own, who has opened a new link to the same assessment."""
        return Visitor(self.app).open(self.share(role))

    def page_of(self, question: str) -> str:
        """Give the address of the page where a question is asked."""
        found = content_of(self.app).questionnaire.question_by_id[question]
        return self.at(f"{found.section}/{found.page}")

    def answer(self, question: str, value: str | Sequence[str] | None = None, **changes: str) -> Page:
        """Answer a question, with `note=` or another prefix if given, and leave the rest of its page as it stands."""
        given = {} if value is None else {f"svar-{question}": value}
        given |= {f"{prefix}-{question}": text for prefix, text in changes.items()}
        return self.submit(self.get(self.page_of(question)), given)

    def answer_to(self, question: str) -> tuple[str | Sequence[str] | None, str | Sequence[str]]:
        """Give the answer and the note as they stand on the question's page."""
        values = self.get(self.page_of(question)).form().values
        return values.get(f"svar-{question}"), values[f"note-{question}"]
