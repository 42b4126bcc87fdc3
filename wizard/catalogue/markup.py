"""Markdown to clean HTML. Content is written by many hands: what could run or fetch is taken out."""

import html
import re

import markdown
import nh3

_TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "br", "hr"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href"}}
# <https://…> is an address in Markdown, and no tag.
_RAW_TAG = re.compile(r"<(?!https://)[a-zA-Z/!]")


def render(text: str) -> str:
    """Render Markdown to HTML in which nothing runs and nothing is fetched."""
    rendered = markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html")
    return nh3.clean(rendered, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "mailto"}, link_rel=None)


def find_tag(text: str) -> str | None:
    """Find the first tag in a text, as it is written; None if there is none."""
    found = _RAW_TAG.search(text)
    return text[found.start() : found.start() + 40] if found else None


def find_unsafe(text: str) -> str | None:
    """Find the first thing in Markdown that `render` would take out, in the author's own words; None if nothing."""
    tag = find_tag(text)
    if tag:
        return tag
    rendered = markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html")
    image = re.search(r"<img[^>]*>", rendered)
    if image:
        return html.unescape(image[0])[:40]
    link = re.search(r'href="(?!https://|mailto:)([^"]*)"', rendered)
    return html.unescape(link[1])[:40] if link else None
