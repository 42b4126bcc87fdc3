"""Where the code and the templates name phrases, found by reading them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
#: Calls that take the key of a phrase: name of the function -> place of the argument, and what is put before it.
#: The reports' `say` puts `report.` before a key that does not begin with it.
CALLS = {
    "phrases": (0, ""),
    "_phrases": (0, ""),
    "say": (0, ""),
    "word": (0, ""),
    "note": (1, ""),
    "check_phrase": (2, ""),
    "add": (2, "fault."),
    "AnswerError": (0, "answer-error."),
    "WorkbookError": (0, ""),
    "UnreadableError": (0, "unreadable."),
}
IN_REPORTS = ("say", "word")
_IN_TEMPLATE = re.compile(r"""phrases\(\s*["']([^"']+)["']\s*(~)?""")


@dataclass(frozen=True)
class Mention:
    """A key, or a pattern for keys, as a file names it; `values` are those given, None where that cannot be seen."""

    where: str
    pattern: str
    values: frozenset[str] | None = None

    def matches(self, key: str) -> bool:
        return re.fullmatch(self.pattern, key) is not None


def find_calls() -> Iterator[Mention]:
    """Find every call that names a phrase, in code and in templates."""
    for path, tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _mentions(path, node)
    for template in (ROOT / "templates").rglob("*.html"):
        for key, joined in _IN_TEMPLATE.findall(template.read_text(encoding="utf-8")):
            yield Mention(template.name, re.escape(key) + (".+" if joined else ""))


def find_texts() -> Iterator[Mention]:
    """Find every text in code or a template that could be the key of a phrase, or the beginning of one."""
    for path, tree in _modules():
        for node in ast.walk(tree):
            pattern = _pattern(node)
            if pattern:
                yield Mention(path, pattern)
    for template in (ROOT / "templates").rglob("*.html"):
        for text in re.findall(r"""["']([a-z][a-z.-]+)["']""", template.read_text(encoding="utf-8")):
            yield Mention(template.name, re.escape(text))


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "wizard").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _mentions(path: str, call: ast.Call) -> Iterator[Mention]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place, prefix = CALLS.get(name, (-1, ""))
    if not 0 <= place < len(call.args) or (name in IN_REPORTS and not path.startswith("wizard/report/")):
        return
    open_ended = any(keyword.arg is None for keyword in call.keywords)
    values = None if open_ended or name == "AnswerError" else frozenset(str(keyword.arg) for keyword in call.keywords)
    argument = call.args[place]
    for node in (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,):
        pattern = _pattern(node)
        if pattern:
            yield Mention(f"{path}:{call.lineno}", re.escape(prefix) + pattern, values)


def _pattern(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.JoinedStr(values=[ast.Constant(value=str()), *_] as parts):
            return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)
        case _:
            return None
