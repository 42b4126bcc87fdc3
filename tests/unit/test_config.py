import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from wizard.config import ConfigError, read_config


def test_key_is_made_once_and_kept(tmp_path: Path) -> None:
    first = read_config(tmp_path, {}).secret_key
    assert len(first) >= 32
    assert read_config(tmp_path, {}).secret_key == first
    assert [path.name for path in (tmp_path / "instance").iterdir()] == ["secret-key"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    read_config(tmp_path, {})
    assert stat.S_IMODE((tmp_path / "instance" / "secret-key").stat().st_mode) == 0o600


def test_processes_that_start_at_once_find_one_whole_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = {config.secret_key for config in pool.map(lambda _: read_config(tmp_path, {}), range(64))}
    assert len(keys) == 1
    assert all(len(key) >= 32 for key in keys)


def test_empty_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    with pytest.raises(ConfigError, match="is empty"):
        read_config(tmp_path, {"INSTANCE": str(tmp_path)})


def test_given_settings_are_used(tmp_path: Path) -> None:
    given = {"SECRET_KEY": "k", "SECURE_COOKIES": "1", "PROXIES": "2", "DATABASE_URL": "sqlite:///x"}
    config = read_config(tmp_path, given)
    assert (config.secret_key, config.secure_cookies, config.proxies, config.database_url) == (
        "k",
        True,
        2,
        "sqlite:///x",
    )
    assert not (tmp_path / "instance").exists()


@pytest.mark.parametrize("proxies", ["x", "-1", "1.5", "²"])
def test_number_of_proxies_that_is_none_is_refused(proxies: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="PROXIES"):
        read_config(tmp_path, {"PROXIES": proxies, "SECRET_KEY": "k"})
