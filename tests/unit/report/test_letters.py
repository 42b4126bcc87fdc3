import pytest

from wizard.report.typeset.letters import Letters

LETTERS = Letters({ord(letter) for letter in "abcdefghijklmnoprstuvxyzæøåÆØÅé ◊?\u00a0<>&/"})


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("æblegrød på åen", "æblegrød på åen"),
        ("<b>fed & <i", "<b>fed & <i"),
        ("a\u030a e\u0301", "å é"),  # as macOS writes them
        ("a\u202ecba\u202c \u200fd\u2066e\u2069", "acba de"),
        ("a\x00\x07\x1b\x7fb", "ab"),
        ("a\u00ad\u200b\ufeffb", "ab"),
        ("a\tb\u2003c", "a b c"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\n\n\n \n\nb", "a\n\nb"),
        ("\n\na\n", "a"),
        ("漢😀", "◊◊"),
        ("❤\ufe0f", "◊"),
        ("\ud800 \uffff", "◊ ◊"),
        ("s\u00a040", "s\u00a0◊◊"),
        ("a" + "\u00a0" * 500 + "b", "a b"),
    ],
)
def test_what_is_typed_becomes_what_can_be_printed(typed: str, printed: str) -> None:
    assert LETTERS.clean(typed) == printed


def test_the_mark_is_one_that_the_font_has() -> None:
    assert Letters({ord("\ufffd"), ord("?")}).mark == "\ufffd"
    assert Letters({ord("?")}).clean("漢") == "?"


def test_a_font_without_a_no_break_space_gets_a_plain_one() -> None:
    assert Letters(set(map(ord, "a ?"))).clean("a\u00a0a") == "a a"


def test_a_line_has_no_breaks_and_single_spaces() -> None:
    assert LETTERS.line("  en\n\n to \t tre ") == "en to tre"


def test_letters_that_are_missing_are_not_remembered() -> None:
    letters = Letters({ord("?")})
    before = len(letters)
    letters.clean("".join(map(chr, range(0x4E00, 0x4F00))))
    assert len(letters) == before
