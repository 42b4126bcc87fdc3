import re
from collections.abc import Iterable
from itertools import product

import yaml

from tests.builders import PHRASES
from tests.unit.catalogue.sources import CALLS, find_calls, find_texts
from wizard.catalogue.loader import PHRASES as FOLDER
from wizard.core.advice import AdviceStatus
from wizard.core.assessment import PointStatus
from wizard.core.risk import CONSEQUENCE_BY_ID, Dimension, Exposure, Risk

KEYS = frozenset(PHRASES.texts)
#: Put before a key by the code that takes it.
PREFIXES = ("", "report.", *{prefix for _, prefix in CALLS.values() if prefix})


def test_every_phrase_that_is_named_is_there() -> None:
    missing = [
        f"{call.where}: {call.pattern}"
        for call in find_calls()
        if not any(call.matches(key) or call.matches(key.removeprefix("report.")) for key in KEYS)
    ]
    assert missing == []


def test_every_phrase_is_named_somewhere() -> None:
    texts: set[str] = set()
    patterns: set[str] = set()
    for mention in find_texts():
        (patterns if ".+" in mention.pattern else texts).add(mention.pattern)
    for call in find_calls():
        if ".+" in call.pattern:
            patterns.add(call.pattern)
    # A pattern that says nothing of the key's beginning would cover anything.
    telling = [re.compile(pattern) for pattern in patterns if re.match(r"[a-z-]+\.", unescaped(pattern))]
    unused = {
        key
        for key in KEYS
        if not any(re.escape(key.removeprefix(prefix)) in texts for prefix in PREFIXES if key.startswith(prefix))
        and not any(pattern.fullmatch(part) for pattern in telling for part in (key, key.removeprefix("report.")))
    }
    assert unused == set()


def test_every_phrase_gets_the_values_that_it_has_places_for() -> None:
    wrong = []
    for call in find_calls():
        key = unescaped(call.pattern)
        text = PHRASES.texts.get(key, PHRASES.texts.get(f"report.{key}"))
        if text is not None and call.values is not None and call.values != places_in(text):
            wrong.append(f"{call.where}: {key} takes {sorted(places_in(text))} and gets {sorted(call.values)}")
    assert wrong == []


def test_phrases_that_are_chosen_by_a_value_are_there_for_every_value() -> None:
    levels = tuple(CONSEQUENCE_BY_ID)
    wanted = {
        *joined("risk", (risk.id for risk in Risk)),
        *joined("reason.advice", AdviceStatus),
        *joined("advice-status", AdviceStatus),
        *joined("exposure", (str(exposure.value) for exposure in Exposure)),
        *joined("consequence", levels),
        *joined("dimension", Dimension),
        *joined("scale", (".".join(pair) for pair in product(Dimension, levels))),
        *joined("status", PointStatus),
    }
    assert wanted - KEYS == set()


def test_answer_errors_take_a_value_at_the_most() -> None:
    texts = {key: text for key, text in PHRASES.texts.items() if key.startswith("answer-error.")}
    assert texts
    assert all(places_in(text) <= {"value"} for text in texts.values())


def test_no_phrase_stands_in_two_files() -> None:
    keys = [key for path in FOLDER.glob("da*.yaml") for key in yaml.safe_load(path.read_text(encoding="utf-8"))]
    assert sorted(keys) == sorted(KEYS)


def unescaped(pattern: str) -> str:
    return re.sub(r"\\(.)", r"\1", pattern)


def joined(prefix: str, values: Iterable[str]) -> set[str]:
    return {f"{prefix}.{value}" for value in values}


def places_in(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(\w+)\}", text))
