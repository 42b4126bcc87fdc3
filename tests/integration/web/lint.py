"""What has to be right on every page, whatever it is about."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from tests.integration.web.page import Page, text_of
from wizard.security import HEADERS

TITLE_END = " – KI-klar"

#: Attributes whose words are ids on the same page.
_POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-errormessage", "form")
_FETCHED = {"link": "href", "script": "src", "img": "src", "use": "href", "source": "src", "iframe": "src"}
_UNLABELLED = ("hidden", "submit", "button")


def lint(page: Page) -> None:
    """Fail with everything that is wrong with a page."""
    found = list(headers(page))
    # What stands in the answer of a redirect is for browsers of the last century.
    if page.response.mimetype == "text/html" and page.html and "Location" not in page.response.headers:
        found += markup(page)
        found += labels(page)
        found += inline_code(page)
        found += other_hosts(page)
        found += forms(page)
        if not page.is_piece:
            found += frame(page)
    assert not found, f"{page.status} {page.address}:\n" + "\n".join(found)


def headers(page: Page) -> Iterator[str]:
    for name, value in HEADERS.items():
        if page.response.headers.getlist(name) != [value]:
            yield f"header {name} is {page.response.headers.getlist(name)}"
    kept = page.response.headers.get("Cache-Control", "")
    if page.address.startswith("/static/"):
        if page.status == 200 and "max-age" not in kept:
            yield f"a static file is not kept by the browser: {kept!r}"
    elif kept != "no-store":
        yield f"Cache-Control is {kept!r}"
    if "Set-Cookie" in page.response.headers:
        cookie = page.response.headers["Set-Cookie"]
        yield from (f"cookie without {flag}" for flag in ("HttpOnly", "SameSite=Lax") if flag not in cookie)


def markup(page: Page) -> Iterator[str]:
    for place, code, values in page.faults:
        yield f"HTML: {code} {values} at {place}"
    ids = Counter(element.get("id") for element in page.elements if "id" in element.keys())  # noqa: SIM118 - no dict
    yield from (f"id {id_!r} stands {count} times" for id_, count in ids.items() if count > 1 or not id_)
    for element in page.elements:
        for attribute in _POINTING:
            # A form attribute may belong to another element than a field; there is none on these pages.
            for target in element.get(attribute, "").split():
                if target not in ids:
                    yield f"{attribute}={target!r} on {element.tag} points at nothing"
        href = element.get("href", "")
        if element.tag == "a" and href.startswith("#") and href != "#" and href[1:] not in ids:
            yield f"link to {href} points at nothing"
        if element.tag == "a" and href in ("", "#"):
            yield f"a link goes nowhere: {text_of(element)!r}"


def labels(page: Page) -> Iterator[str]:
    labelled = {label.get("for") for label in page.all("label")}
    for element in page.elements:
        if element.tag not in ("input", "select", "textarea") or element.get("type") in _UNLABELLED:
            continue
        if element.get("id") not in labelled and not element.get("aria-label"):
            yield f"field {element.get('name')!r} has no label"
    yield from (f"a {tag} says nothing" for tag in ("a", "button", "label") for e in page.all(tag) if not text_of(e))
    yield from ("a picture has no alt" for image in page.all("img") if image.get("alt") is None)


def inline_code(page: Page) -> Iterator[str]:
    for element in page.elements:
        for name, value in element.items():
            if name == "style" or name.startswith(("on", "hx-on")):
                yield f"{name} on {element.tag}"
            if value.strip().lower().startswith(("javascript:", "data:")):
                yield f"{value[:40]!r} in {name} of {element.tag}"
    yield from ("a style element" for _ in page.all("style"))
    yield from ("a script in the page" for script in page.all("script") if not script.get("src") or text_of(script))


def other_hosts(page: Page) -> Iterator[str]:
    for element in page.elements:
        attribute = _FETCHED.get(str(element.tag))
        if attribute and urlsplit(element.get(attribute, "")).netloc:
            yield f"{element.tag} fetches {element.get(attribute)}"


def forms(page: Page) -> Iterator[str]:
    for form in page.all("form"):
        action = urljoin(page.address, form.get("action", ""))
        if urlsplit(action).netloc:
            yield f"a form goes to {action}"
        if form.get("method") not in ("get", "post"):
            yield f"the form to {action} is sent by {form.get('method')}"
        tokens = [field for field in form.iter("input") if field.get("name") == "csrf_token" and field.get("value")]
        # What is sent by get stands in the address, where no token may come.
        if len(tokens) != (form.get("method") == "post"):
            yield f"the form to {action} has {len(tokens)} tokens"


def frame(page: Page) -> Iterator[str]:
    if page.one("html").get("lang") != "da":
        yield "lang is not da"
    titles = [text_of(title) for title in page.tree.iterfind(".//head/title")]
    if len(titles) != 1 or not titles[0].endswith(TITLE_END) or titles[0] == TITLE_END.strip():
        yield f"titles: {titles}"
    headings = [text_of(heading) for heading in page.all("h1")]
    if len(headings) != 1 or not headings[0]:
        yield f"h1: {headings}"
    if len(page.all("main")) != 1:
        yield "not exactly one main"
    if page.all("div", class_="alert-error") and not titles[0].startswith("Fejl:"):
        yield f"the title does not say that something is wrong: {titles[0]}"
