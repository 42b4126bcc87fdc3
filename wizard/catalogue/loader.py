"""The one way in: files -> `Content`, or `ContentError` with every fault."""

import hashlib
from pathlib import Path

from wizard.catalogue.building import build_content
from wizard.catalogue.checks import check_shapes
from wizard.catalogue.faults import ContentError, Faults
from wizard.catalogue.reading import read_shapes, read_yaml
from wizard.core.content import Content
from wizard.core.phrases import Phrases

PHRASES = Path(__file__).resolve().parent.parent / "translations"


def load_phrases() -> Phrases:
    """Load the short texts of rules, reports and messages."""
    texts: dict[str, str] = {}
    for path in sorted(PHRASES.glob("da*.yaml")):
        texts.update(read_yaml(path.read_text(encoding="utf-8")))
    return Phrases(texts)


def load_content(root: Path) -> Content:
    """Load `questions/` and `guidance/` below `root`. Raises `ContentError` with every fault in them."""
    phrases = load_phrases()
    faults = Faults(phrases)
    shapes = read_shapes(root, faults)
    check_shapes(root, shapes, faults)
    if faults.found:
        raise ContentError(faults.found)
    return build_content(shapes, phrases, _version(root))


def _version(root: Path) -> str:
    """Name the content by what is in it: the same files give the same version on every machine."""
    digest = hashlib.sha256()
    for folder in ("questions", "guidance"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".yaml", ".md"):
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:10]
