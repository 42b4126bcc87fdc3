"""axe-core on a page: what it finds against WCAG, and what it would advise."""

from functools import lru_cache
from typing import Any

from tests.browser.tab import Tab
from tests.integration.web.site import ROOT

_FILE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_ADVICE = "best-practice"

_RUN = """async (tags) => {
  const found = await axe.run(document, {resultTypes: ["violations"], runOnly: {type: "tag", values: tags}});
  return found.violations.map(({id, tags, help, nodes}) => ({id, tags, help, html: nodes.map(node => node.html)}));
}"""


@lru_cache
def _script() -> str:
    return _FILE.read_text(encoding="utf-8")


def look(tab: Tab, *widths: int) -> tuple[list[str], list[str]]:
    """Give what is wrong by WCAG 2.0-2.2 at A and AA on the page as it stands, and what axe advises besides."""
    tab.page.evaluate(_script())
    wrong: list[str] = []
    advised: list[str] = []
    for width in widths:
        tab.resize(width)
        found: list[dict[str, Any]] = tab.page.evaluate(_RUN, [*_WCAG, _ADVICE])
        for entry in found:
            (advised if set(entry["tags"]).isdisjoint(_WCAG) else wrong).append(_say(tab, entry))
        tab.check()
    return wrong, advised


def _say(tab: Tab, found: dict[str, Any]) -> str:
    return f"{tab.path} at {tab.width}: {found['id']}: {found['help']} ({len(found['html'])}): {found['html'][0][:300]}"
