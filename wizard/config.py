"""What the surroundings decide: read once from the environment, with values that work for a newcomer."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


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


def read_config(root: Path, environment: Mapping[str, str] | None = None) -> Config:
    """Read `DATABASE_URL`, `SECRET_KEY`, `SECURE_COOKIES`, `PROXIES` and `INSTANCE`.

    Without a `SECRET_KEY` one is made on the first start and kept in the instance folder.
    """
    given = os.environ if environment is None else environment
    instance = Path(given.get("INSTANCE", root / "instance")).resolve()
    return Config(
        root=root,
        instance=instance,
        database_url=given.get("DATABASE_URL", ""),
        secret_key=given.get("SECRET_KEY") or _kept_key(instance / "secret-key"),
        secure_cookies=given.get("SECURE_COOKIES", "") not in ("", "0"),
        proxies=int(given.get("PROXIES", "0")),
    )


def _kept_key(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Several workers may start at once: only one of them makes the file, the others read it.
        with open(path, "x", encoding="ascii", opener=_private) as file:
            file.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    key = path.read_text(encoding="ascii").strip()
    if not key:
        raise RuntimeError(f"{path} is empty; delete it to have a new one made")
    return key


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
