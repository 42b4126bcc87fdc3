import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.writing import tidy


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  a \r\n b \n", "a \n b"),
        ("\x00a\x00", "a"),
        ("\x00 a", "a"),
        ("a\ud800b", "ab"),
        ("a\r\r\nb", "a\nb"),
        ("a\r\x00\nb", "a\nb"),
        ("a\rb", "a\rb"),
        ("", ""),
        ("<script> \u202e 👩‍⚖️", "<script> \u202e 👩‍⚖️"),
    ],
)
def test_only_what_cannot_be_kept_is_taken_away(written: str, kept: str) -> None:
    assert tidy(written) == kept


@given(st.text(st.characters(categories=("L", "Cs", "Cc", "Zs", "So")) | st.sampled_from("\r\n\x00\ud800\udc00")))
def test_what_is_tidy_stays_as_it_is_and_can_be_kept(written: str) -> None:
    kept = tidy(written)
    assert "\x00" not in kept
    assert "\r\n" not in kept
    assert kept.encode().decode() == kept
    assert tidy(kept) == kept
