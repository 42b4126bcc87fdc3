import pytest

from wizard.catalogue.markup import find_unsafe, render


def test_markdown_becomes_html() -> None:
    text = "## Overskrift\n\nEt *vigtigt* og **meget vigtigt** ord.\n\n- en\n- to\n\n1. først\n"
    assert render(text) == (
        "<h2>Overskrift</h2>\n<p>Et <em>vigtigt</em> og <strong>meget vigtigt</strong> ord.</p>\n"
        "<ul>\n<li>en</li>\n<li>to</li>\n</ul>\n<ol>\n<li>først</li>\n</ol>"
    )


def test_tables_are_drawn() -> None:
    html = render("| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "<th>a</th>" in html
    assert "<td>2</td>" in html


@pytest.mark.parametrize(
    "text",
    [
        "Se [siden](https://example.dk/a?b=1&c=2).",
        "Skriv til [os](mailto:a@example.dk).",
        "Se <https://example.dk/>.",
        "Er 3 < 5, og 5 > 3 & mere?",
        "`kode` og «citat»",
    ],
)
def test_plain_markdown_is_safe(text: str) -> None:
    assert find_unsafe(text) is None


def test_safe_link_is_kept() -> None:
    assert render("[a](https://example.dk/)") == '<p><a href="https://example.dk/">a</a></p>'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hej <script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Hej <b onclick=x>du</b>", "<b onclick=x>du</b>"),
        ("Hej </p>", "</p>"),
        ("Hej <!-- skjult -->", "<!-- skjult -->"),
        ("<iframe src='https://example.dk/en-meget-lang-adresse'>", "<iframe src='https://example.dk/en-meget"),
        ("[a](javascript:alert(1))", "javascript:alert(1)"),
        ("[a](JaVaScRiPt:alert)", "JaVaScRiPt:alert"),
        ("[a](data:text/html,x)", "data:text/html,x"),
        ("[a](http://example.dk)", "http://example.dk"),
        ("[a](//example.dk)", "//example.dk"),
        ("[a](/andre-sider)", "/andre-sider"),
        ("[a][b]\n\n[b]: vbscript:x", "vbscript:x"),
        ("![billede](https://example.dk/a.png)", '<img alt="billede" src="https://example.'),
    ],
)
def test_what_could_run_or_fetch_is_found_in_the_authors_own_words(text: str, found: str) -> None:
    assert find_unsafe(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)' onclick='x'>a</a>",
        "[a](javascript:alert(1))",
        "[a](data:text/html;base64,x)",
        "![a](https://example.dk/a.png)",
        "<style>p{color:red}</style><p style='color:red' class='x'>a</p>",
        "<iframe src='https://example.dk'></iframe><form><input></form>",
        "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    ],
)
def test_nothing_that_runs_or_fetches_is_rendered(text: str) -> None:
    html = render(text).lower()
    for word in (
        "script",
        "onerror",
        "onclick",
        "<img",
        "style",
        "<iframe",
        "<form",
        "<input",
        "<svg",
        "data:",
        "class",
    ):
        assert word not in html
