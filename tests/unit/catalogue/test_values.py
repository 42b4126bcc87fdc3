"""A wrong value in a content file is told in Danish, whatever it is."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import PHRASES
from wizard.catalogue.example import ExampleShape
from wizard.catalogue.faults import Fault, Faults
from wizard.catalogue.files import (
    ActionShape,
    AdviceShape,
    AreaShape,
    CaseShape,
    ChallengeShape,
    LawShape,
    LinkShape,
    OptionShape,
    ProjectShape,
    QuestionShape,
    SectionShape,
    Shape,
    ToolShape,
)
from wizard.catalogue.reading import read_file
from wizard.core.phrases import Phrases

SHAPES: tuple[type[Shape], ...] = (
    ActionShape,
    AdviceShape,
    AreaShape,
    CaseShape,
    ChallengeShape,
    ExampleShape,
    LawShape,
    LinkShape,
    OptionShape,
    ProjectShape,
    QuestionShape,
    SectionShape,
    ToolShape,
)
ENGLISH = re.compile(r"\b(Input|String|List|Dictionary|should|valid)\b|\[key\]")
#: Letters that no English word is made of.
LETTERS = st.text("aå-1 ", max_size=90)
NAMES = LETTERS | st.sampled_from(sorted({name for shape in SHAPES for name in shape.model_fields}))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3000) | st.floats() | LETTERS | st.dates(date(1, 1, 1)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("values") / "fil.yaml"


def tell(shape: type[Shape], raw: Any, file: Path, phrases: Phrases = PHRASES) -> list[Fault]:
    file.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    faults = Faults(phrases)
    read_file(shape, file, "fil.yaml", faults)
    return faults.found


@given(data=st.data())
@pytest.mark.parametrize("shape", SHAPES)
def test_no_wrong_value_is_told_in_english(shape: type[Shape], data: st.DataObject, file: Path) -> None:
    raw = data.draw(st.fixed_dictionaries({field.alias or name: VALUES for name, field in shape.model_fields.items()}))
    for fault in tell(shape, raw, file):
        assert not ENGLISH.search(str(fault))


def test_a_key_that_is_wrong_is_told_by_its_own_name(file: Path) -> None:
    raw = {"title": "Et", "made": date(2026, 11, 23), "answers": {"Måske": "ja"}}
    [fault] = tell(ExampleShape, raw, file)
    assert (fault.field, fault.reason.split(" (")[0]) == ("answers.Måske", "kan ikke være 'Måske'")


def test_what_has_no_words_of_ours_is_still_told(file: Path) -> None:
    phrases = Phrases({key: text for key, text in PHRASES.texts.items() if not key.startswith("wrong-value.")})
    [fault] = tell(LinkShape, {"title": 1, "url": "https://example.dk/", "in_report": True}, file, phrases)
    assert fault.reason == "kan ikke være 1 (Input should be a valid string)"
