"""A page as a browser would read it: its headings, links and forms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.test import TestResponse

#: What a form sends: several values of one name stand in a list.
Values = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Page:
    """What came back for one address; `tree` is made from it as a browser would make it."""

    address: str
    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def html(self) -> str:
        body: bytes = self.response.data
        return body.decode(errors="replace")

    @property
    def to(self) -> str:
        """Where a redirect goes: a path on this site."""
        location = self.response.headers["Location"]
        assert not urlsplit(location).netloc, f"{self.address} sends the visitor to another host: {location}"
        return location

    @cached_property
    def _parsed(self) -> tuple[Element, list[tuple[object, str, object]]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parseFragment(self.html) if self.is_piece else parser.parse(self.html)
        # What stands in a template is on no page until a script puts it there.
        for template in tree.iter("template"):
            template.clear()
        return tree, parser.errors

    @property
    def tree(self) -> Element:
        return self._parsed[0]

    @property
    def faults(self) -> list[tuple[object, str, object]]:
        """Where a strict parser stumbles: place, code and values."""
        return self._parsed[1]

    @property
    def is_piece(self) -> bool:
        """Whether it is a piece to be put in a page, as htmx asks for, and no page."""
        return not self.html.lstrip().lower().startswith("<!doctype")

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        # The tag of a comment is no text, whatever the types say.
        return tuple(element for element in self.tree.iter() if not callable(element.tag))

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Give the elements with a tag and these attributes; `class_` is one of the classes."""
        class_ = attributes.pop("class_", None)
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(element.get(name.replace("_", "-")) == value for name, value in attributes.items())
            and (class_ is None or class_ in element.get("class", "").split())
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{self.address}: {len(found)} of {tag} {attributes}"
        return found[0]

    def by_id(self, id_: str) -> Element:
        found = [element for element in self.elements if element.get("id") == id_]
        assert len(found) == 1, f"{self.address}: {len(found)} with id {id_}"
        return found[0]

    @property
    def title(self) -> str:
        # Pictures have titles too.
        [title] = self.tree.iterfind(".//head/title")
        return text_of(title)

    @property
    def heading(self) -> str:
        return text_of(self.one("h1"))

    @property
    def text(self) -> str:
        """What a visitor reads, on one line."""
        return text_of(self.one("body"))

    @property
    def alerts(self) -> str:
        """The messages that stand out on the page."""
        return " ".join(text_of(element) for element in self.elements if "alert" in element.get("class", "").split())

    @property
    def links(self) -> list[str]:
        """Every address on this site that the page links to, with its fragment."""
        found = [urljoin(self.address, element.get("href", "")) for element in self.all("a") if element.get("href")]
        return [link for link in found if not urlsplit(link).scheme]

    def form(self, action: str = "") -> "Form":
        """Give the form that posts to an address, the page's own where none is given."""
        wanted = action or self.address.partition("?")[0]
        found = [
            form
            for form in self.all("form", method="post")
            if urljoin(self.address, form.get("action") or self.address).partition("?")[0] == wanted
        ]
        assert len(found) == 1, f"{self.address}: {len(found)} forms to {wanted}"
        return Form(found[0], wanted)


@dataclass(frozen=True)
class Form:
    """A form on a page."""

    element: Element
    action: str

    @property
    def values(self) -> dict[str, str | Sequence[str]]:
        """What a browser sends when nothing is touched, and the form is not sent by a button with a name."""
        sent: dict[str, list[str]] = {}
        for field in _fields(self.element, is_disabled=False):
            name = field.get("name")
            value = _value(field)
            if name and value is not None:
                sent.setdefault(name, []).append(value)
        return {name: values[0] if len(values) == 1 else values for name, values in sent.items()}

    def options(self, name: str) -> list[str]:
        """Give the values that radio buttons, ticks or a list offer under a name."""
        fields = [field for field in self.element.iter() if field.get("name") == name]
        options = [option for field in fields for option in field.iter("option")]
        return [option.get("value", "") for option in options or fields]


def text_of(element: Element) -> str:
    """Give the text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def _fields(element: Element, *, is_disabled: bool) -> Iterator[Element]:
    off = is_disabled or element.get("disabled") is not None
    if element.tag in ("input", "select", "textarea") and not off:
        yield element
    for child in element:
        yield from _fields(child, is_disabled=off)


def _value(field: Element) -> str | None:
    match field.tag:
        case "textarea":
            # Browsers send the line ends of the network.
            return "".join(field.itertext()).replace("\n", "\r\n")
        case "select":
            options = list(field.iter("option"))
            chosen = [option for option in options if option.get("selected") is not None] or options[:1]
            return chosen[0].get("value", "") if chosen else None
        case _:
            if field.get("type") in ("radio", "checkbox") and field.get("checked") is None:
                return None
            return field.get("value", "")
