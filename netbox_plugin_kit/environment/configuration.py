"""NetBox's configuration file, made for one run: an author writes none.

It differs by release only in what the catalogue says: how the database is named (`DATABASE` up to 4.2, `DATABASES`
since 4.3) and whether API tokens need peppers (since 4.5). The rest is what NetBox's own tests use
(netbox/configuration_testing.py), and nothing that would reach out to the network.
"""

from __future__ import annotations

import pprint
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from netbox_plugin_kit.environment.postgres import PostgresServer
from netbox_plugin_kit.environment.valkey import ValkeyServer
from netbox_plugin_kit.releases import Release

__all__ = ["MODULE", "Parameters", "write_configuration"]

MODULE = "npk_configuration"
"""Name of the module; NetBox is told it by NETBOX_CONFIGURATION."""

_FORCE_LOAD = """
# --force-load: the declared version range is not enforced, everything else about validation is.
from netbox.plugins import PluginConfig as _PluginConfig

_validate = _PluginConfig.validate.__func__

def _validate_without_range(cls, user_config, netbox_version):
    declared = cls.min_version, cls.max_version
    cls.min_version = cls.max_version = None
    try:
        return _validate(cls, user_config, netbox_version)
    finally:
        cls.min_version, cls.max_version = declared

_PluginConfig.validate = classmethod(_validate_without_range)
"""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the plugin's author, and nobody else, can know.

    Attributes:
        plugins: PLUGINS, in order.
        plugins_config: PLUGINS_CONFIG.
        settings: Further parameters by name.
        appendix: Python source that is run at the end, or empty.
        force_load: Load plugins outside their declared range, too.
    """

    plugins: Sequence[str] = ()
    plugins_config: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    appendix: str = ""
    force_load: bool = False


def write_configuration(
    directory: Path, release: Release, database: PostgresServer, redis: ValkeyServer, parameters: Parameters
) -> dict[str, str]:
    """Write the configuration module and the directories it names; the environment that makes NetBox use it."""
    files = directory / "files"
    values = _values(release, database, redis, files, parameters)
    for name in ("media", "reports", "scripts"):
        (files / name).mkdir(parents=True, exist_ok=True)
    lines = ["import datetime", "", "inf, nan = float('inf'), float('nan')  # TOML has them", ""]
    lines += [f"{name} = {pprint.pformat(value, width=110, sort_dicts=False)}" for name, value in values.items()]
    lines.append(_FORCE_LOAD if parameters.force_load else "")
    lines.append(parameters.appendix)
    (directory / f"{MODULE}.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {
        "NETBOX_CONFIGURATION": MODULE,
        "NETBOX_ROOT": str(files),  # where a NetBox installed as a package keeps its own files (4.7)
        "DJANGO_SETTINGS_MODULE": "netbox.settings",
    }


def _values(
    release: Release, database: PostgresServer, redis: ValkeyServer, files: Path, parameters: Parameters
) -> dict[str, Any]:
    connection = {
        "NAME": database.database,
        "USER": database.user,
        "PASSWORD": "",
        "HOST": database.host,
        "PORT": str(database.port),
        "CONN_MAX_AGE": 300,
    }
    values: dict[str, Any] = {
        "ALLOWED_HOSTS": ["*"],
        "SECRET_KEY": "netbox-plugin-kit: this key protects data that is thrown away with the run",
        "REDIS": {purpose: _redis(redis, number) for number, purpose in enumerate(("tasks", "caching"))},
        "RQ": {"COMMIT_MODE": "auto"},
        "DEFAULT_PERMISSIONS": {},
        "LOGGING": {"version": 1, "disable_existing_loggers": True},
        "MEDIA_ROOT": str(files / "media"),
        "REPORTS_ROOT": str(files / "reports"),
        "SCRIPTS_ROOT": str(files / "scripts"),
        "CENSUS_REPORTING_ENABLED": False,
        "ISOLATED_DEPLOYMENT": True,
        "PLUGINS": list(parameters.plugins),
        "PLUGINS_CONFIG": _plain(parameters.plugins_config),
    }
    if release.minor.database_setting == "DATABASES":
        values["DATABASES"] = {"default": connection}
    else:
        values["DATABASE"] = connection
    if release.minor.token_peppers:
        values["API_TOKEN_PEPPERS"] = {1: "netbox-plugin-kit: tokens of a run are thrown away with the run"}
    return {**values, **_plain(parameters.settings)}


def _redis(server: ValkeyServer, number: int) -> dict[str, Any]:
    return {
        "HOST": server.host,
        "PORT": server.port,
        "USERNAME": "",
        "PASSWORD": server.password,
        "DATABASE": number,
        "SSL": False,
    }


def _plain(value: Any) -> Any:
    """Dictionaries and lists, whatever mapping or sequence they came in, so that their `repr` is Python source."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
