"""The published schemas, as somebody outside uses them."""

import json
from typing import Any

from jsonschema import Draft202012Validator

from tests.integration.web.site import ROOT

FOLDER = ROOT / "docs" / "schema"
REPORT_NAME = "ki-klar-rapport-1.json"
ANSWERS_NAME = "ki-klar-svar-1.json"


def _load(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


REPORT = _load(REPORT_NAME)
ANSWERS = _load(ANSWERS_NAME)


def _make(schema: Any) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


_VALIDATORS = {"report": _make(REPORT), "answers": _make(ANSWERS)}


def faults_of(data: Any, schema: str = "report") -> list[str]:
    """Give what a schema (`report` or `answers`) has against data."""
    return [f"{error.json_path}: {error.message[:200]}" for error in _VALIDATORS[schema].iter_errors(data)]


def resolve(schema: Any) -> Any:
    """Follow a reference within the schema of reports."""
    while "$ref" in schema:
        found: Any = REPORT
        for name in schema["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        schema = found
    return schema
