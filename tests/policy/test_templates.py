"""What no template may hold, so that a strict content security policy and escaping stay true."""

import re
from pathlib import Path

import pytest

from tests.integration.web.site import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

#: What is put in a page as it is: made of our own content at start, or drawn by our own code.
TRUSTED = {"entry.html|safe", "pictures.areas|safe", "pictures.matrix|safe"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(params=TEMPLATES, ids=name)
def template(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "forbidden",
    [r"\sstyle\s*=", r"<style", r"\son[a-z]+\s*=\s*[\"']", r"hx-on", r"<script(?![^>]*\ssrc=)", r"javascript:"],
)
def test_no_code_or_style_stands_in_a_template(template: str, forbidden: str) -> None:
    assert re.search(forbidden, template, re.IGNORECASE) is None


def test_nothing_is_fetched_from_another_host(template: str) -> None:
    assert re.search(r"(src|action|hx-[a-z]+)\s*=\s*[\"'](https?:)?//", template) is None
    assert re.search(r"<link[^>]+href\s*=\s*[\"'](https?:)?//", template) is None


def test_nothing_but_our_own_is_put_in_unescaped(template: str) -> None:
    assert set(re.findall(r"[\w.()]+\s*\|\s*safe", template)) <= TRUSTED
    assert "autoescape" not in template
    assert "Markup(" not in template


def test_every_form_that_changes_something_holds_the_token_and_no_other_does(template: str) -> None:
    opened = re.findall(r"<form\b.*?</form>", template, re.DOTALL)
    assert len(opened) == template.count("<form")
    for form in opened:
        # What is sent by get stands in the address, where no token may come.
        assert ('method="post"' in form) is ("{{ csrf() }}" in form) is ('method="get"' not in form)


def test_a_link_that_opens_a_new_tab_says_so(template: str) -> None:
    for link in re.findall(r"<a\b[^>]*target=\"_blank\".*?</a>", template, re.DOTALL):
        assert "ny fane" in link
