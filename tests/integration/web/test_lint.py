"""That the lint finds what it is there to find."""

import pytest
from flask import Flask, Response

from tests.integration.web.lint import lint
from tests.integration.web.page import Page
from wizard.security import HEADERS

RIGHT = """<!DOCTYPE html><html lang="da"><head><title>Side – KI-klar</title></head>
<body><main><h1 id="top">Side</h1>{}</main></body></html>"""
TOKEN = '<input type="hidden" name="csrf_token" value="x">'


def page_of(html: str, **headers: str) -> Page:
    app = Flask("lint-tests")
    response = Response(html, headers={**HEADERS, "Cache-Control": "no-store", **headers}, mimetype="text/html")
    app.add_url_rule("/", "page", lambda: response)
    return Page("/", app.test_client().get("/"))


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<a href="#top">Op</a>',
        '<label for="navn">Navn</label><input id="navn" name="navn">',
        f'<form method="post">{TOKEN}<button>Send</button></form>',
    ],
)
def test_a_page_that_is_right_passes(html: str) -> None:
    lint(page_of(RIGHT.format(html)))


@pytest.mark.parametrize(
    "html",
    [
        "<p><div></p>",
        '<p id="top">To</p>',
        "<h1>To</h1>",
        "<main></main>",
        '<a href="#findes-ikke">Link</a>',
        '<a href="#">Link</a>',
        '<a href="/om"></a>',
        '<label for="findes-ikke">Navn</label>',
        '<p aria-describedby="findes-ikke">Tekst</p>',
        '<button aria-controls="findes-ikke">Knap</button>',
        '<input name="navn">',
        '<img src="/billede.png">',
        '<p style="color: red">Rød</p>',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<button onclick="alert(1)">Knap</button>',
        '<a href="javascript:alert(1)">Link</a>',
        '<img src="https://example.org/billede.png" alt="">',
        '<script src="//example.org/kode.js"></script>',
        '<form method="post"><button>Send</button></form>',
        f"<form>{TOKEN}<button>Send</button></form>",
        f'<form method="get">{TOKEN}<button>Find</button></form>',
        f'<form method="post" action="https://example.org/">{TOKEN}<button>Send</button></form>',
        '<div class="alert alert-error">Fejl</div>',
    ],
)
def test_a_page_with_a_fault_fails(html: str) -> None:
    with pytest.raises(AssertionError):
        lint(page_of(RIGHT.format(html)))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('lang="da"', 'lang="en"'),
        ("<title>Side – KI-klar</title>", "<title>Side</title>"),
        ("<title>Side – KI-klar</title>", "<title> – KI-klar</title>"),
        ("<title>Side – KI-klar</title>", ""),
        ("<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">'),
        ('<h1 id="top">Side</h1>', ""),
    ],
)
def test_a_frame_with_a_fault_fails(right: str, wrong: str) -> None:
    html = RIGHT.format("")
    assert right in html
    with pytest.raises(AssertionError):
        lint(page_of(html.replace(right, wrong)))


@pytest.mark.parametrize("name", [*HEADERS, "Cache-Control"])
def test_a_page_without_its_headers_fails(name: str) -> None:
    with pytest.raises(AssertionError):
        lint(page_of(RIGHT.format(""), **{name: "noget andet"}))


def test_a_cookie_that_scripts_can_read_fails() -> None:
    with pytest.raises(AssertionError):
        lint(page_of(RIGHT.format(""), **{"Set-Cookie": "ki-klar=x; SameSite=Lax"}))
