"""What the repository may hold."""

import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

from tests.integration.web.site import ROOT

MEGABYTE = 1_000_000

#: Hosts that packages come from. The locks name packages and hashes; which host to ask is each machine's own matter.
#: (In parts, since this file is in the repository too, and may be searched for them.)
_REGISTRIES = [
    f"{name}.{end}"
    for name, end in (
        ("pypi", "org"),
        ("python" + "hosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
        ("deb.debian", "org"),
    )
]
#: Marks of work that is not finished; it belongs in an issue.
_MARKS = ("TO" + "DO", "FIX" + "ME", "XX" + "X")


@lru_cache
def tracked() -> tuple[Path, ...]:
    """Give every file that is in the repository, or would be if it were added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return tuple(path for name in names if name and (path := ROOT / name).is_file())


@lru_cache
def texts() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in tracked():
        try:
            found[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def files_with(pattern: str) -> list[str]:
    here = Path(__file__).relative_to(ROOT).as_posix()
    return [name for name, text in texts().items() if name != here and re.search(pattern, text)]


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert files_with("|".join(map(re.escape, _REGISTRIES))) == []


def test_no_file_holds_a_mark_of_unfinished_work() -> None:
    assert files_with(r"\b(" + "|".join(_MARKS) + r")\b") == []


def test_no_third_party_file_is_in_the_repository() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in tracked()]
    assert [name for name in names if re.search(r"(^|/)(node_modules|vendor|\.venv|dist|__pycache__)/", name)] == []
    assert [name for name in names if re.search(r"\.(min\.(js|css)|woff2?|ttf|sqlite3?)$", name)] == []


def test_nothing_in_the_repository_is_large() -> None:
    assert [path.name for path in tracked() if path.stat().st_size > MEGABYTE] == []
    pictures = [path for path in tracked() if path.parent == ROOT / "docs" / "screenshots"]
    assert len(pictures) <= 20
    assert sum(path.stat().st_size for path in pictures) < 1.5 * MEGABYTE


def test_no_secret_is_in_the_repository() -> None:
    assert not [path for path in tracked() if path.name in ("secret-key", ".env") or path.suffix in (".pem", ".key")]
    assert files_with(r"-----BEGIN [A-Z ]*PRIVATE KEY-----") == []


# ---- what the documents say


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", texts()["Makefile"], re.MULTILINE))


def commands() -> set[str]:
    return set(re.findall(r"add_parser\(\"([a-z]+)\"", texts()["wizard/cli.py"]))


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/operations.md", ".ci/run"])
def test_every_command_in_a_document_exists(document: str) -> None:
    text = texts()[document]
    code = " ".join(re.findall(r"`[^`]+`|```.*?```", text, re.DOTALL)) if document.endswith(".md") else text
    assert set(re.findall(r"\bmake ([a-z]+)", code)) <= targets()
    assert set(re.findall(r"\brun\.py ([a-z]+)", code)) <= commands()


def test_readme_names_the_two_commands_of_a_newcomer() -> None:
    assert {"make run", "make test"} <= set(re.findall(r"make [a-z]+", texts()["README.md"]))


def test_every_target_says_what_it_does_or_is_part_of_another() -> None:
    described = set(re.findall(r"^([a-z]+):.*## ", texts()["Makefile"], re.MULTILINE))
    assert targets() - described <= {"assets"}


@pytest.mark.parametrize("document", [name for name in texts() if name.endswith(".md") and "guidance/" not in name])
def test_every_link_in_a_document_leads_to_a_file(document: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", texts()[document])
    missing = [link for link in links if "://" not in link and not ((ROOT / document).parent / link).exists()]
    assert missing == []
