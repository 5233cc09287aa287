"""The configuration that NetBox gets: plain Python, whatever a pyproject.toml held."""

from __future__ import annotations

import datetime as dt
import math
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from netbox_plugin_kit.environment.configuration import MODULE, Parameters, write_configuration
from netbox_plugin_kit.environment.postgres import PostgresServer
from netbox_plugin_kit.environment.valkey import ValkeyServer
from netbox_plugin_kit.releases import Catalogue

REDIS = ValkeyServer("127.0.0.1", 6400, "secret")


def written(directory: Path, parameters: Parameters | None = None, *, netbox: str = "4.7.3") -> dict[str, Any]:
    """The names that the module defines."""
    (release,) = Catalogue.load().select(netbox)
    write_configuration(directory, release, PostgresServer(str(directory / "run")), REDIS, parameters or Parameters())
    return runpy.run_path(str(directory / f"{MODULE}.py"))


def toml(text: str) -> Any:
    return tomllib.loads(text)


def test_netbox_is_told_where_it_is(tmp_path: Path) -> None:
    (release,) = Catalogue.load().select("4.7.3")
    variables = write_configuration(tmp_path, release, PostgresServer(str(tmp_path / "run")), REDIS, Parameters())
    assert (tmp_path / f"{variables['NETBOX_CONFIGURATION']}.py").is_file()
    assert Path(variables["NETBOX_ROOT"]).is_dir()


@pytest.mark.parametrize("netbox", ["3.7", "4.2"])
def test_one_database_up_to_4_2(tmp_path: Path, netbox: str) -> None:
    names = written(tmp_path, netbox=netbox)
    assert names["DATABASE"]["HOST"] == str(tmp_path / "run")
    assert "DATABASES" not in names


@pytest.mark.parametrize("netbox", ["4.3", "4.7"])
def test_databases_since_4_3(tmp_path: Path, netbox: str) -> None:
    names = written(tmp_path, netbox=netbox)
    assert names["DATABASES"]["default"]["HOST"] == str(tmp_path / "run")
    assert "DATABASE" not in names


@pytest.mark.parametrize(("netbox", "peppers"), [("4.4", False), ("4.5", True)])
def test_tokens_need_peppers_since_4_5(tmp_path: Path, netbox: str, *, peppers: bool) -> None:
    assert ("API_TOKEN_PEPPERS" in written(tmp_path, netbox=netbox)) is peppers


@pytest.mark.parametrize("release", Catalogue.load().select("3.7,4.0,4.7"), ids=str)
def test_it_is_valid_under_a_python_that_knows_nothing(tmp_path: Path, release: Any) -> None:
    parameters = Parameters(["netbox_example"], {"netbox_example": {"since": dt.date(2026, 1, 2)}})
    write_configuration(tmp_path, release, PostgresServer(str(tmp_path / "run")), REDIS, parameters)
    subprocess.run([sys.executable, "-I", "-S", str(tmp_path / f"{MODULE}.py")], check=True)


def test_the_directories_it_names_are_there(tmp_path: Path) -> None:
    names = written(tmp_path)
    assert all(Path(names[name]).is_dir() for name in ("MEDIA_ROOT", "REPORTS_ROOT", "SCRIPTS_ROOT"))


def test_queue_and_cache_are_two_databases_of_one_server(tmp_path: Path) -> None:
    redis = written(tmp_path)["REDIS"]
    assert [redis[purpose]["DATABASE"] for purpose in ("tasks", "caching")] == [0, 1]
    assert {(one["HOST"], one["PORT"], one["PASSWORD"]) for one in redis.values()} == {("127.0.0.1", 6400, "secret")}


def test_plugins_keep_their_order(tmp_path: Path) -> None:
    assert written(tmp_path, Parameters(("second", "first")))["PLUGINS"] == ["second", "first"]


def test_every_kind_of_toml_value_comes_through(tmp_path: Path) -> None:
    config = toml(
        """
        text = "it's \\"quoted\\", größer, and long enough that a printer of Python would like to break the line in two"
        date = 2026-01-02
        moment = 2026-01-02T03:04:05.678+02:00
        local = 2026-01-02T03:04:05
        time = 03:04:05
        limit = inf
        least = -inf
        yes = true
        list = [1, [2.5, "three"], {four = 4}]
        [nested.deeper]
        key = "value"
        """
    )
    parameters = Parameters(["netbox_example"], {"netbox_example": config})
    assert written(tmp_path, parameters)["PLUGINS_CONFIG"] == {"netbox_example": config}


def test_not_a_number_comes_through(tmp_path: Path) -> None:
    assert math.isnan(written(tmp_path, Parameters(settings={"RATIO": math.nan}))["RATIO"])


def test_mappings_and_tuples_become_plain(tmp_path: Path) -> None:
    given = MappingProxyType({"netbox_example": MappingProxyType({"names": ("one", "two")})})
    names = written(tmp_path, Parameters(plugins_config=given))
    assert names["PLUGINS_CONFIG"] == {"netbox_example": {"names": ["one", "two"]}}


def test_settings_replace_the_kits_own(tmp_path: Path) -> None:
    names = written(tmp_path, Parameters(settings={"LOGIN_REQUIRED": False, "RQ": {"COMMIT_MODE": "on_db_commit"}}))
    assert (names["LOGIN_REQUIRED"], names["RQ"]) == (False, {"COMMIT_MODE": "on_db_commit"})


def test_the_projects_own_lines_come_last(tmp_path: Path) -> None:
    parameters = Parameters(settings={"BANNER_TOP": "settings"}, appendix="BANNER_TOP += ', größer'\n")
    assert written(tmp_path, parameters)["BANNER_TOP"] == "settings, größer"


PLUGIN_CONFIG = """
class PluginConfig:
    min_version = "9.0"
    max_version = None

    @classmethod
    def validate(cls, user_config, netbox_version):
        if cls.min_version:
            raise RuntimeError("refused")
        if "required" not in user_config:
            raise RuntimeError("not configured")
"""


@pytest.fixture
def netbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What of NetBox the forced load touches."""
    package = tmp_path / "modules" / "netbox" / "plugins"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    (package / "__init__.py").write_text(PLUGIN_CONFIG)
    monkeypatch.syspath_prepend(str(tmp_path / "modules"))


@pytest.fixture
def forced(netbox: None, tmp_path: Path) -> Any:  # noqa: ARG001 - it has to be there
    config = written(tmp_path, Parameters(force_load=True))["_PluginConfig"]
    yield config
    for name in ("netbox", "netbox.plugins"):
        sys.modules.pop(name, None)


def test_a_forced_plugin_is_not_asked_for_its_range(forced: Any) -> None:
    forced.validate({"required": 1}, "4.7.3")
    assert forced.min_version == "9.0", "what it declares is as it was"


def test_a_forced_plugin_must_be_valid_in_all_other_respects(forced: Any) -> None:
    with pytest.raises(RuntimeError, match="not configured"):
        forced.validate({}, "4.7.3")


def test_without_force_netbox_is_left_alone(tmp_path: Path) -> None:
    assert "_PluginConfig" not in written(tmp_path)
