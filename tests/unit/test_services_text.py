import pytest

from wizard.errors import TooLongError
from wizard.services.text import clean, clean_line


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("  a \r\n b \n", "a \n b"),
        ("\x00a\x00", "a"),
        ("a\ud800b", "ab"),
        ("\x00 a", "a"),
        ("<script> \u202e 👩‍⚖️", "<script> \u202e 👩‍⚖️"),
    ],
)
def test_a_text_is_cleaned_of_what_cannot_be_stored_and_of_nothing_else(given: str, expected: str) -> None:
    assert clean(given, "note", 100) == expected


def test_a_line_has_no_breaks() -> None:
    assert clean_line(" a\r\n\tb  c ", "title", 10) == "a b c"


def test_the_limit_counts_what_is_left_after_cleaning() -> None:
    assert clean(" æøå\r\n\r\n", "note", 3) == "æøå"
    with pytest.raises(TooLongError) as caught:
        clean("æøåa", "note", 3)
    assert (caught.value.field, caught.value.limit) == ("note", 3)
