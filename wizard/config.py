"""What the surroundings decide: read once from the environment, with values that work for a newcomer."""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.errors import KiKlarError


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of one app.

    `database_url` is empty for the embedded database; `secret_key` signs cookies and forms; `secure_cookies` keeps
    cookies to HTTPS, and `proxies` is the number of trusted proxies in front.
    """

    root: Path
    instance: Path
    database_url: str = ""
    secret_key: str
    secure_cookies: bool = False
    proxies: int = 0


class ConfigError(KiKlarError):
    """A setting in the environment cannot be used; the text names it and says why."""


def read_config(root: Path, environment: Mapping[str, str] | None = None) -> Config:
    """Read `DATABASE_URL`, `SECRET_KEY`, `SECURE_COOKIES`, `PROXIES` and `INSTANCE`. Raises `ConfigError`.

    Without a `SECRET_KEY` one is made on the first start and kept in the instance folder.
    """
    given = os.environ if environment is None else environment
    instance = Path(given.get("INSTANCE", root / "instance")).resolve()
    proxies = given.get("PROXIES", "0")
    if not (proxies.isascii() and proxies.isdigit()):
        raise ConfigError(f"PROXIES is {proxies!r}; it is a number of reverse proxies")
    return Config(
        root=root,
        instance=instance,
        database_url=given.get("DATABASE_URL", ""),
        secret_key=given.get("SECRET_KEY") or _kept_key(instance / "secret-key"),
        secure_cookies=given.get("SECURE_COOKIES", "") not in ("", "0"),
        proxies=int(proxies),
    )


def _kept_key(path: Path) -> str:
    """Give the key that is kept at `path`, made on the first start.

    Several processes may start at once, or one may die half-way: the key is written beside its place and then put
    there whole, by whoever comes first.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(dir=path.parent, prefix="secret-key-")
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(32))
            with contextlib.suppress(FileExistsError):
                os.link(fresh, path)
        finally:
            Path(fresh).unlink()
    key = path.read_text(encoding="ascii").strip()
    if not key:
        raise ConfigError(f"{path} is empty; delete it to have a new one made")
    return key
