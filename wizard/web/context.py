"""What every page has at hand: the content, the example, and the assessment that is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, g, request

from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.core.lowering import Step
from wizard.core.summary import Summary
from wizard.core.whatif import WhatIf
from wizard.services.access import Access
from wizard.services.assessments import get_state, get_state_of
from wizard.services.states import find_kept
from wizard.services.summaries import steps_of, summary_of, what_if_of
from wizard.web.addresses import address, addresses_of, mark_files
from wizard.web.signing import Cookies, csrf_token

_KEY = "ki-klar"
_EXAMPLE_PAGES = ("answers", "result", "checklist", "report", "lower", "tryout")


@dataclass(frozen=True, slots=True)
class Provided:
    """What the app was made with."""

    content: Content
    example: Assessment
    version: str


@dataclass(frozen=True, slots=True)
class Viewing:
    """An assessment on a page: its state, the addresses of its pages, and whether it can be changed."""

    assessment: Assessment
    can_write: bool
    addresses: Mapping[str, str]

    @property
    def summary(self) -> Summary:
        """What the answers show."""
        return summary_of(get_provided().content, self.assessment)

    @property
    def what_if(self) -> WhatIf:
        """The assessment to try other answers on."""
        return what_if_of(get_provided().content, self.assessment)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The changes that lower most."""
        return steps_of(get_provided().content, self.assessment)

    @property
    def is_example(self) -> bool:
        """Whether it is the finished example that everybody can see."""
        return self.assessment.id == 0


def provide(app: Flask, content: Content, example: Assessment, version: str) -> None:
    """Give the app its content and the templates their names for it."""
    app.extensions[_KEY] = Provided(content, example, version)
    app.session_interface = Cookies()
    app.jinja_env.globals.update(content=content, phrases=content.phrases, csrf_token=csrf_token, url_for=address)
    mark_files(app)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def get_provided() -> Provided:
    """Give what the app was made with."""
    return cast("Provided", current_app.extensions[_KEY])


def get_access() -> Access:
    """Give the access that `wizard.web.access` found for this request."""
    return cast("Access", g.access)


def find_known() -> Assessment | None:
    """Find the assessment as it stood when this request began, without ratings and checklist, where it is at hand."""
    return find_kept(g.head, with_result=False)


def view_assessment(*, with_result: bool) -> Viewing:
    """Give the assessment that this request has access to; `with_result` also loads ratings and checklist."""
    access = get_access()
    # What changes something shows what stands there afterwards, and so has to ask again.
    assessment = (
        get_state(access.assessment_id, with_result=with_result)
        if request.method == "POST"
        else get_state_of(g.head, with_result=with_result)
    )
    return Viewing(assessment, access.role.can_write, addresses_of(assessment.id))


def view_example() -> Viewing:
    """Give the example."""
    provided = get_provided()
    pages = {name: address(f"example.{name}") for name in _EXAMPLE_PAGES}
    return Viewing(
        provided.example, can_write=False, addresses={**pages, "pdf": address("example.download", ending="pdf")}
    )
