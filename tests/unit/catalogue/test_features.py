import json

import pytest

from tests.features import FEATURES, Step, observe, read_steps
from wizard.catalogue.loader import load_content
from wizard.core.intake import Intake
from wizard.core.summary import summarise


def test_there_is_a_tiny_questionnaire_for_each_feature_of_the_rules() -> None:
    assert {root.name for root in FEATURES} == {"advice", "exposure", "kinds", "matching", "pages", "path", "whole"}


@pytest.mark.parametrize("step", read_steps(), ids=str)
def test_feature_gives_what_is_expected(step: Step) -> None:
    content = load_content(step.root)
    intake = Intake(content)
    answers = intake.read_answers(json.loads(json.dumps(step.given["answers"])))
    ratings = intake.read_ratings(step.given["consequences"])
    assert [str(fault) for fault in intake.faults] == step.expected.get("faults", [])
    summary = summarise(content, answers, ratings)
    parts = [part for part in step.expected if part != "faults"]
    assert {part: observe(summary, part) for part in parts} == {part: step.expected[part] for part in parts}
    for part in parts:
        if isinstance(step.expected[part], dict):
            assert list(observe(summary, part)) == list(step.expected[part])
