"""Metadata of projects without `[project]`: setup.cfg, and the literal arguments of setup() in setup.py."""

from __future__ import annotations

import ast
import configparser
from pathlib import Path
from typing import Any

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin.facts import Unknown
from netbox_plugin_kit.plugin.metadata import (
    Metadata,
    attribute_version,
    first_known,
    literal_version,
    text,
    texts,
)
from netbox_plugin_kit.plugin.modules import Modules, parse
from netbox_plugin_kit.plugin.values import Value, plain

__all__ = ["setuptools_metadata"]

_FIELDS = {"description": "summary", "author": "author", "author_email": "author-email", "license": "license"}


def setuptools_metadata(root: Path, modules: Modules) -> Metadata:
    """What setup.cfg declares, and what it leaves to setup.py."""
    arguments = _setup_call(root, modules)
    return first_known(_setup_cfg(root, modules), _setup_py(arguments))


def _setup_cfg(root: Path, modules: Modules) -> Metadata:
    path = root / "setup.cfg"
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, ValueError) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"{path} is not a valid configuration file: {reason}; correct it") from error
    metadata = dict(parser["metadata"]) if parser.has_section("metadata") else {}
    options = dict(parser["options"]) if parser.has_section("options") else {}
    extras = dict(parser["options.extras_require"]) if parser.has_section("options.extras_require") else {}
    unset = Unknown("not in setup.cfg")
    return Metadata(
        distribution=metadata.get("name") or unset,
        version=_cfg_version(root, metadata.get("version"), modules) or unset,
        requires_python=options.get("python_requires", unset),
        dependencies=_lines(options["install_requires"]) if "install_requires" in options else unset,
        extras={name: _lines(value) for name, value in extras.items()},
        fields={to: metadata[name] for name, to in _FIELDS.items() if name in metadata},
    )


def _cfg_version(root: Path, declared: str | None, modules: Modules) -> str | Unknown | None:
    if declared is None:
        return None
    kind, _, rest = declared.partition(":")
    if kind == "attr":
        return attribute_version(rest.strip(), modules)
    if kind == "file":
        try:
            return (root / rest.split(",")[0].strip()).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return Unknown(f"{rest.strip()} cannot be read")
    return declared


def _lines(value: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in value.splitlines() if line.strip() and not line.strip().startswith("#"))


def _setup_call(root: Path, modules: Modules) -> dict[str, Value]:
    path = root / "setup.py"
    if not path.is_file():
        return {}
    modules.calls.clear()
    modules.read("__main__", path)
    calls = [words for name, words in modules.calls if name.rpartition(".")[2] == "setup"]
    found = {name: plain(value, name) for name, value in calls[-1].items()} if calls else {}
    if isinstance(found.get("version"), Unknown) and (version := _searched_version(root, path)):
        found["version"] = version
    return found


def _searched_version(root: Path, path: Path) -> str | None:
    """The version of `version=get_version("netbox_x/version.py")`: such functions look for `__version__` there."""
    tree = parse(path)
    if isinstance(tree, str):
        return None
    arguments = [node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "version"]
    for call in arguments:
        if isinstance(call, ast.Call):
            names = [item.value for item in call.args if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            target = root.joinpath(*names)
            if names and target.suffix == ".py" and target.is_file():
                return literal_version(target)
    return None


def _setup_py(arguments: dict[str, Any]) -> Metadata:
    unset = Unknown("not declared where it can be read")

    def value(name: str) -> str | Unknown:
        found = arguments.get(name, unset)
        return found if isinstance(found, str | Unknown) else Unknown(f"computed: {name} in setup.py")

    needed = arguments.get("install_requires", ())
    python = arguments.get("python_requires")
    extras = arguments.get("extras_require")
    return Metadata(
        distribution=value("name"),
        version=value("version"),
        requires_python=python if isinstance(python, str | Unknown) else None,
        dependencies=needed if isinstance(needed, Unknown) else _requirements(needed),
        extras={str(name): texts(items) for name, items in extras.items()} if isinstance(extras, dict) else {},
        fields={to: arguments[name] for name, to in _FIELDS.items() if text(arguments.get(name))},
    )


def _requirements(needed: Any) -> tuple[str, ...] | Unknown:
    if isinstance(needed, str):
        return _lines(needed)
    if isinstance(needed, list | tuple) and not any(isinstance(item, Unknown) for item in needed):
        return texts(needed)
    return Unknown("computed: install_requires in setup.py")
