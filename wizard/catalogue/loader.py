"""The one way in: files -> `Content`, or `ContentError` with every fault."""

import hashlib
from datetime import date
from pathlib import Path

from wizard.catalogue.building import build_content
from wizard.catalogue.checks import check_shapes
from wizard.catalogue.faults import ContentError, Fault, Faults
from wizard.catalogue.reading import read_shapes, read_yaml
from wizard.catalogue.synonyms import read_synonyms
from wizard.core.content import Content
from wizard.core.phrases import Phrases

PHRASES = Path(__file__).resolve().parent.parent / "translations"


def load_phrases() -> Phrases:
    """Load the short texts of rules, reports and messages."""
    texts: dict[str, str] = {}
    for path in sorted(PHRASES.glob("da*.yaml")):
        texts.update(read_yaml(path.read_text(encoding="utf-8")))
    return Phrases(texts)


def load_content(root: Path, *, today: date | None = None) -> Content:
    """Load `questions/` and `guidance/` below `root`. Raises `ContentError` with every fault in them.

    A date later than `today` is a fault too. Without `today` dates are taken as they are: a server whose clock is
    behind has to start all the same.
    """
    phrases = load_phrases()
    faults = Faults(phrases)
    shapes = read_shapes(root, faults)
    check_shapes(root, shapes, faults, today=today)
    synonyms = read_synonyms(root, faults)
    if faults.found:
        raise ContentError(faults.found)
    return build_content(shapes, phrases, _version(root), synonyms)


def find_stale(content: Content, today: date) -> tuple[Fault, ...]:
    """Find the law that nobody has held against its source for more than a year: a warning each, no fault."""
    return tuple(
        Fault(f"guidance/law/{law.id}.md", "checked", content.phrases("warning.stale", date=law.checked))
        for law in content.law.values()
        if law.is_stale(today)
    )


def _version(root: Path) -> str:
    """Name the content by what is in it: the same files give the same version on every machine."""
    digest = hashlib.sha256()
    for folder in ("questions", "guidance"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".yaml", ".md"):
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:10]
