"""What must be true of the content as a whole, checked before any of it is used."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from wizard.catalogue.faults import Faults
from wizard.catalogue.files import CaseShape, ToolShape
from wizard.catalogue.markup import find_tag, find_unsafe
from wizard.catalogue.questionnaire import check_questionnaire
from wizard.catalogue.reading import KINDS, Document, Shapes, read_yaml

#: The most words of each text; the numbers stand in `docs/content.md` too, held together by a test.
LIMITS = {"title": 12, "summary": 40, "definition": 40, "action": 25, "note": 35, "says": 30}
PUBLISHED = "guidance/published.yaml"
EXAMPLE = "guidance/example.yaml"
SYNONYMS = "guidance/synonyms.yaml"
_FEWEST_ACTIONS, _MOST_ACTIONS = 3, 6
# What may be the end of a sentence, with the word before it, and the words whose full stop is none.
_END = re.compile(r"(\S+)[.!?] (?=[A-ZÆØÅ])")
_ABBREVIATIONS = frozenset(("art", "bl.a", "ca", "dvs", "f.eks", "fx", "jf", "m.fl", "mv", "nr", "stk"))


def check_shapes(root: Path, shapes: Shapes, faults: Faults, *, today: date | None = None) -> None:
    """Note every fault that one file alone cannot show. No date may be later than `today`, where that is given."""
    _check_strays(root, faults)
    _check_published(root, shapes, faults)
    _check_pages(shapes, faults)
    _check_areas(shapes, faults)
    _check_challenges(shapes, faults)
    _check_cases(shapes, faults)
    _check_tools(shapes, faults)
    _check_advice(shapes, faults)
    _check_projects(shapes, faults)
    _check_law(shapes, faults, today)
    check_questionnaire(shapes, faults)


def _check_strays(root: Path, faults: Faults) -> None:
    """A file that nothing reads is content that its author believes to be there."""
    read = {*(root / "questions").glob("*.yaml"), root / PUBLISHED, root / EXAMPLE, root / SYNONYMS}
    for kind in KINDS:
        read.update((root / "guidance" / kind).glob("*.md"))
    for folder in ("questions", "guidance"):
        for path in (root / folder).rglob("*"):
            # What begins with a dot belongs to an editor or to the system.
            if path not in read and not path.name.startswith(".") and not path.is_dir():
                faults.add(path.relative_to(root).as_posix(), "", "stray")


def _check_published(root: Path, shapes: Shapes, faults: Faults) -> None:
    """Old assessments hold published ids: none of them may go."""
    file = PUBLISHED
    try:
        published = read_yaml((root / file).read_text(encoding="utf-8-sig"))
        listed = [(folder, id_) for folder, ids in published.items() for id_ in frozenset(ids)]
    except FileNotFoundError:
        faults.add(file, "", "missing-page")
        return
    except (OSError, ValueError, yaml.YAMLError, AttributeError, TypeError) as error:
        faults.add(file, "", "published-unreadable", problem=getattr(error, "problem", None) or error)
        return
    for folder, id_ in listed:
        if id_ not in shapes.pages.get(folder, frozenset()):
            faults.add(f"guidance/{folder}/{id_}.md", "", "missing-page")


def _documents(shapes: Shapes) -> list[Document]:  # type: ignore[type-arg]  # every kind of entry
    groups = (shapes.areas, shapes.challenges, shapes.cases, shapes.tools, shapes.advice, shapes.projects, shapes.law)
    return [doc for group in groups for doc in group]


def _check_pages(shapes: Shapes, faults: Faults) -> None:
    for doc in (*_documents(shapes), *shapes.sections):
        for field in ("title", "summary", "definition"):
            check_length(doc.file, field, getattr(doc.data, field, ""), LIMITS[field], faults)
        for place, requirement in enumerate(getattr(doc.data, "fits_when", ())):
            check_length(doc.file, f"fits_when.{place}.otherwise", requirement.otherwise, LIMITS["note"], faults)
        for place, remark in enumerate(getattr(doc.data, "notes", ())):
            check_length(doc.file, f"notes.{place}.text", remark.text, LIMITS["note"], faults)
        for field, found in (("", find_unsafe(doc.body)), *_find_tags(doc.data.model_dump(by_alias=True))):
            if found:
                faults.add(doc.file, field, "unsafe", found=found)


def _find_tags(value: Any, field: str = "") -> Iterator[tuple[str, str | None]]:
    """Find the tags in fields, where they would stand in the text as they are written."""
    match value:
        case str():
            yield field, find_tag(value)
        case dict():
            for name, inner in value.items():
                yield from _find_tags(inner, f"{field}.{name}".lstrip("."))
        case list():
            for place, inner in enumerate(value):
                name = inner.get("id", place) if isinstance(inner, dict) else place
                yield from _find_tags(inner, f"{field}.{name}")
        case _:
            pass


def check_length(file: str, field: str, text: str, limit: int, faults: Faults) -> None:
    """Note a text with more words than its limit."""
    words = len(text.split())
    if words > limit:
        faults.add(file, field, "too-long", words=words, limit=limit)


def check_known(file: str, field: str, ids: list[str], known: frozenset[str], faults: Faults) -> None:
    """Note every id that names nothing."""
    for id_ in ids:
        if id_ not in known:
            faults.add(file, field, "dangling", id=id_)


def _check_areas(shapes: Shapes, faults: Faults) -> None:
    ranks = Counter(doc.data.rank for doc in shapes.areas)
    for doc in shapes.areas:
        if ranks[doc.data.rank] > 1:
            faults.add(doc.file, "rank", "rank-twice", rank=doc.data.rank)


def _check_challenges(shapes: Shapes, faults: Faults) -> None:
    actions = Counter(action.id for doc in shapes.challenges for action in doc.data.actions)
    told = {doc.data.challenge for doc in shapes.cases} if shapes.has_all("cases") else shapes.pages["challenges"]
    sources = shapes.pages["cases"] | shapes.pages["advice"] | shapes.pages["tools"]
    for doc in shapes.challenges:
        check_known(doc.file, "area", [doc.data.area], shapes.pages["areas"], faults)
        if not _FEWEST_ACTIONS <= len(doc.data.actions) <= _MOST_ACTIONS:
            faults.add(doc.file, "actions", "action-count", fewest=_FEWEST_ACTIONS, most=_MOST_ACTIONS)
        if doc.data.actions and min(action.from_exposure for action in doc.data.actions) > 1:
            faults.add(doc.file, "actions", "no-first-action")
        if doc.data.id not in told:
            faults.add(doc.file, "id", "no-case")
        for action in doc.data.actions:
            field = f"actions.{action.id}"
            check_length(doc.file, f"{field}.text", action.text, LIMITS["action"], faults)
            check_known(doc.file, f"{field}.sources", action.sources, sources, faults)
            faults.check_phrase(doc.file, f"{field}.phase", f"phase.{action.phase}")
            faults.check_phrase(doc.file, f"{field}.role", f"role.{action.role}")
            if actions[action.id] > 1:
                faults.add(doc.file, f"{field}.id", "id-twice", id=action.id)


def _check_cases(shapes: Shapes, faults: Faults) -> None:
    areas = {doc.data.id: doc.data.area for doc in shapes.challenges}
    for doc in shapes.cases:
        data = doc.data
        check_known(doc.file, "project", [data.project], shapes.pages["projects"], faults)
        check_known(doc.file, "related", data.related, shapes.pages["challenges"], faults)
        if (data.kind == "challenge") != (data.challenge is not None):
            faults.add(doc.file, "challenge", "case-kind")
        if data.challenge:
            check_known(doc.file, "challenge", [data.challenge], shapes.pages["challenges"], faults)
            if areas.get(data.challenge, data.area) != data.area:
                faults.add(doc.file, "area", "other-area", area=areas[data.challenge])
        _check_overtaken(doc, shapes, faults)


def _check_tools(shapes: Shapes, faults: Faults) -> None:
    for doc in shapes.tools:
        check_known(doc.file, "area", [doc.data.area], shapes.pages["areas"], faults)
        check_known(doc.file, "challenges", doc.data.challenges, shapes.pages["challenges"], faults)
        if doc.data.project:
            check_known(doc.file, "project", [doc.data.project], shapes.pages["projects"], faults)
        _check_overtaken(doc, shapes, faults)


def _check_overtaken(doc: Document[CaseShape] | Document[ToolShape], shapes: Shapes, faults: Faults) -> None:
    """Why the law matters is told in the caution; a link to it alone would not say what is wrong."""
    check_known(doc.file, "overtaken_by", doc.data.overtaken_by, shapes.pages["law"], faults)
    if doc.data.overtaken_by and doc.data.caution is None:
        faults.add(doc.file, "caution", "no-caution")


def _check_advice(shapes: Shapes, faults: Faults) -> None:
    numbers = Counter(doc.data.number for doc in shapes.advice)
    for doc in shapes.advice:
        check_known(doc.file, "area", [doc.data.area], shapes.pages["areas"], faults)
        check_known(doc.file, "challenges", doc.data.challenges, shapes.pages["challenges"], faults)
        if numbers[doc.data.number] > 1:
            faults.add(doc.file, "number", "number-twice", number=doc.data.number)


def _check_projects(shapes: Shapes, faults: Faults) -> None:
    for doc in shapes.projects:
        faults.check_phrase(doc.file, "sector", f"sector.{doc.data.sector}")


def _check_law(shapes: Shapes, faults: Faults, today: date | None) -> None:
    for doc in shapes.law:
        for place, sentence in enumerate(doc.data.says):
            check_length(doc.file, f"says.{place}", sentence, LIMITS["says"], faults)
            if any(end[1].lower() not in _ABBREVIATIONS for end in _END.finditer(sentence)):
                faults.add(doc.file, f"says.{place}", "more-sentences")
        if today and doc.data.checked > today:
            faults.add(doc.file, "checked", "not-yet", date=doc.data.checked)
        check_known(doc.file, "area", [doc.data.area], shapes.pages["areas"], faults)
        check_known(doc.file, "challenges", doc.data.challenges, shapes.pages["challenges"], faults)
        faults.check_phrase(doc.file, "group", f"law-group.{doc.data.group}")
