"""Files into shapes: encoding, YAML and fields, with every fault noted."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from wizard.catalogue.faults import Faults
from wizard.catalogue.files import (
    PATTERNS,
    AdviceShape,
    AreaShape,
    CaseShape,
    ChallengeShape,
    EntryShape,
    LawShape,
    ProjectShape,
    SectionShape,
    Shape,
    ToolShape,
)

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

KINDS = ("areas", "challenges", "cases", "tools", "advice", "projects", "law")
_FRONT_MATTER = re.compile(r"\A---\n(?P<front>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)

#: What no page can show; line ends and tabs it can.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

#: What Pydantic adds to the place of a value where it is the key that is wrong.
_KEY = "[key]"

ShapeT = TypeVar("ShapeT", bound=Shape)
EntryT = TypeVar("EntryT", bound=EntryShape)


@dataclass(frozen=True, slots=True)
class Document(Generic[ShapeT]):
    """One file: where it stands (relative to the root), its data, and its Markdown, if it has any."""

    file: str
    data: ShapeT
    body: str


@dataclass(frozen=True)
class Shapes:
    """Every file that could be read, by kind, and the names (`pages`) of all of them, also of those with faults."""

    sections: Sequence[Document[SectionShape]]
    areas: Sequence[Document[AreaShape]]
    challenges: Sequence[Document[ChallengeShape]]
    cases: Sequence[Document[CaseShape]]
    tools: Sequence[Document[ToolShape]]
    advice: Sequence[Document[AdviceShape]]
    projects: Sequence[Document[ProjectShape]]
    law: Sequence[Document[LawShape]]
    pages: Mapping[str, frozenset[str]]

    def has_all(self, kind: str) -> bool:
        """Whether every file of a kind could be read. Only then can it be told what none of them has."""
        return len(getattr(self, kind)) == len(self.pages[kind])


class RepeatedKeyError(yaml.YAMLError):
    """A key stands twice in one mapping; `line` is where it does so again."""

    def __init__(self, key: str, line: int) -> None:
        """Keep the key and the line for the message."""
        super().__init__(f"{key} stands twice (line {line})")
        self.key = key
        self.line = line


class _Loader(yaml.CSafeLoader):
    """YAML that refuses a key given twice, which the standard silently lets the last one win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's own
        seen: set[object] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise RepeatedKeyError(str(key.value), key.start_mark.line + 1)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(text: str) -> Any:
    """Read YAML text. Raises yaml.YAMLError, also for a key given twice."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a subclass of the safe loader


def read_file(shape: type[ShapeT], path: Path, file: str, faults: Faults) -> ShapeT | None:
    """Read one YAML file, called `file` in faults; None where it has any."""
    text = _read_text(path, file, faults)
    return None if text is None else _read_shape(shape, text, file, faults)


def read_shapes(root: Path, faults: Faults) -> Shapes:
    """Read everything below `root`, noting each fault; a file with faults is left out of the shapes."""
    return Shapes(
        sections=_read_sections(root, faults),
        areas=_read_entries(root, "areas", AreaShape, faults),
        challenges=_read_entries(root, "challenges", ChallengeShape, faults),
        cases=_read_entries(root, "cases", CaseShape, faults),
        tools=_read_entries(root, "tools", ToolShape, faults),
        advice=_read_entries(root, "advice", AdviceShape, faults),
        projects=_read_entries(root, "projects", ProjectShape, faults),
        law=_read_entries(root, "law", LawShape, faults),
        pages={
            "sections": frozenset(path.stem for path in (root / "questions").glob("*.yaml")),
            **{kind: frozenset(path.stem for path in (root / "guidance" / kind).glob("*.md")) for kind in KINDS},
        },
    )


def _read_sections(root: Path, faults: Faults) -> list[Document[SectionShape]]:
    """Read every YAML file in `questions/` itself."""
    documents = []
    for path in sorted((root / "questions").glob("*.yaml")):
        file = path.relative_to(root).as_posix()
        data = read_file(SectionShape, path, file, faults)
        if data:
            documents.append(Document(file, data, ""))
    return documents


def _read_entries(root: Path, folder: str, shape: type[EntryT], faults: Faults) -> list[Document[EntryT]]:
    """Read every Markdown file in `guidance/<folder>/`."""
    documents = []
    for path in sorted((root / "guidance" / folder).glob("*.md")):
        file = path.relative_to(root).as_posix()
        text = _read_text(path, file, faults)
        if text is None:
            continue
        parts = _FRONT_MATTER.match(text)
        if parts is None:
            faults.add(file, "", "no-front-matter")
            continue
        # With the line of dashes before it, a fault has the number of its line in the file.
        data = _read_shape(shape, "\n" + parts["front"], file, faults)
        if data is None:
            continue
        if data.id != path.stem:
            faults.add(file, "id", "id-not-file", id=data.id)
        if not parts["body"].strip():
            faults.add(file, "", "no-body")
        documents.append(Document(file, data, parts["body"].strip()))
    return documents


def _read_text(path: Path, file: str, faults: Faults) -> str | None:
    try:
        # Windows' editors begin a file with a mark of its encoding.
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.add(file, "", "missing-page")
        return None
    except UnicodeDecodeError as error:
        faults.add(file, "", "not-utf-8", position=error.start)
        return None
    except OSError as error:
        faults.add(file, "", "unreadable", problem=error.strerror)
        return None
    control = _CONTROL.search(text)
    if control:
        faults.add(file, "", "control-character", line=text.count("\n", 0, control.start()) + 1)
        return None
    return text


def _read_shape(shape: type[ShapeT], text: str, file: str, faults: Faults) -> ShapeT | None:
    try:
        raw = read_yaml(text)
    except RepeatedKeyError as error:
        faults.add(file, "", "key-twice", key=error.key, line=error.line)
        return None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: a date that is no day, a number of thousands of digits.
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        faults.add(file, "", "not-yaml", line=mark.line + 1 if mark else "?", problem=problem)
        return None
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            steps = tuple(step for step in fault["loc"] if step != _KEY)
            field = ".".join(_name(raw, steps[: place + 1]) for place in range(len(steps)))
            given = repr(fault["input"])[:60]
            match fault["type"]:
                case "missing":
                    faults.add(file, field, "missing")
                case "extra_forbidden":
                    faults.add(file, field, "unknown-field")
                case _:
                    faults.add(file, field, "wrong-value", given=given, problem=_explain(fault, faults))
        return None


def _explain(fault: "ErrorDetails", faults: Faults) -> str:
    """Say what is wrong with a value; in Pydantic's own words where the phrases have none for it."""
    values = dict(fault.get("ctx", {}))
    if "expected" in values:
        values["expected"] = values["expected"].replace(" or ", ", ")
    key = PATTERNS.get(values.get("pattern", ""), fault["type"].replace("_", "-"))
    return faults.explain(key, fault["msg"], **values)


def _name(raw: Any, location: tuple[int | str, ...]) -> str:
    """Name one step into the data: a list's entry by its id where it has one, else by its place."""
    value = raw
    for step in location:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return str(location[-1])
    if isinstance(location[-1], int) and isinstance(value, dict) and isinstance(value.get("id"), str):
        return str(value["id"])
    return str(location[-1])
