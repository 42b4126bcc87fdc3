import pytest

from wizard.core.phrases import Phrases, on_one_line

PHRASES = Phrases({"hilsen": "Hej {navn}", "fast": "Ja {{}}"})


def test_phrase_is_filled() -> None:
    assert PHRASES("hilsen", navn="{Ida}") == "Hej {Ida}"
    assert PHRASES("fast") == "Ja {}"


@pytest.mark.parametrize(("key", "values"), [("ukendt", {}), ("hilsen", {"by": "Ribe"})])
def test_unknown_key_or_missing_value_is_an_error(key: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        PHRASES(key, **values)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Æblegrød, 5 kr.", "Æblegrød, 5 kr."),
        (7, "7"),
        ("a\nb\r\u2028c\u202ed\ud800", "a�b��c�d�"),
        ("x" * 120, "x" * 120),
        ("x" * 121, "x" * 120 + "…"),
    ],
)
def test_value_from_outside_stands_on_one_line(value: object, said: str) -> None:
    assert on_one_line(value) == said
