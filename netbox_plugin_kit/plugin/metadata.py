"""The distribution's metadata, from whichever file the project declares them in; nothing is built."""

from __future__ import annotations

import email.parser
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin.facts import Unknown
from netbox_plugin_kit.plugin.modules import Modules, parse
from netbox_plugin_kit.plugin.values import Distribution, Module, Value

__all__ = [
    "Metadata",
    "attribute_version",
    "first_known",
    "from_core_metadata",
    "literal_version",
    "read_pyproject",
    "table",
    "tables",
    "text",
    "texts",
]


_NOWHERE = Unknown("no metadata in the project")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a build would put into METADATA, as far as it can be read.

    Attributes:
        distribution: Project name.
        version: Its version.
        requires_python: PEP 440 specifier.
        dependencies: PEP 508, without extras.
        extras: Requirements of each extra.
        groups: Requirements of each dependency group (PEP 735, Poetry, PDM).
        fields: Other core metadata by lower-case name (`summary`, `author` ...).
    """

    distribution: str | Unknown = _NOWHERE
    version: str | Unknown = _NOWHERE
    requires_python: str | Unknown | None = None
    dependencies: tuple[str, ...] | Unknown = ()
    extras: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: Mapping[str, Value] = field(default_factory=dict)

    def installed(self) -> Distribution:
        """What `importlib.metadata` would tell once the project is installed."""
        return Distribution({**self.fields, "name": self.distribution, "version": self.version})


def first_known(one: Metadata, other: Metadata) -> Metadata:
    """The first, with what it does not know taken from the second."""
    names = ("distribution", "version", "requires_python", "dependencies")
    missing = {name: getattr(other, name) for name in names if isinstance(getattr(one, name), Unknown)}
    return replace(
        one,
        **missing,
        extras={**other.extras, **one.extras},
        groups={**other.groups, **one.groups},
        fields={**other.fields, **one.fields},
    )


def read_pyproject(root: Path) -> dict[str, Any]:
    """The content of pyproject.toml, empty when there is none.

    Raises:
        UsageError: It is not TOML.
    """
    path = root / "pyproject.toml"
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}; correct it") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}; make it a readable file") from error


def from_core_metadata(path: Path) -> Metadata:
    """METADATA of an installed distribution or PKG-INFO of an unpacked source distribution."""
    message = email.parser.Parser().parsestr(path.read_text(encoding="utf-8", errors="replace"), headersonly=True)
    plain: list[str] = []
    extras: dict[str, tuple[str, ...]] = dict.fromkeys(message.get_all("Provides-Extra", []), ())
    for line in message.get_all("Requires-Dist", []):
        extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)['\"]", line)
        if extra is None:
            plain.append(line)
        else:
            extras[extra[1]] = (*extras.get(extra[1], ()), _without_extra(line))
    return Metadata(
        distribution=message.get("Name") or Unknown(f"{path.name} has no Name"),
        version=message.get("Version") or Unknown(f"{path.name} has no Version"),
        requires_python=message.get("Requires-Python"),
        dependencies=tuple(plain),
        extras=extras,
        fields={key.lower(): str(value) for key, value in message.items()},
    )


def _without_extra(line: str) -> str:
    try:
        requirement = Requirement(line)
    except InvalidRequirement:
        return line.partition(";")[0].strip()
    marker = re.sub(r"(\s+and\s+)?extra\s*==\s*\"[^\"]*\"", "", str(requirement.marker)).strip()
    requirement.marker = None
    marker = marker.removeprefix("and ").strip()
    return f"{requirement}; {marker}" if marker else str(requirement)


def attribute_version(dotted: str, modules: Modules) -> str | Unknown:
    """A version named as setuptools and flit do, `package.module.NAME`: a text, or a tuple to be joined."""
    where, _, name = dotted.rpartition(".")
    module = modules.get(where) if where else None
    value = module.names.get(name) if isinstance(module, Module) else module
    if isinstance(value, tuple | list):
        value = ".".join(str(part) for part in value)
    if isinstance(value, str):
        return value
    return value if isinstance(value, Unknown) else Unknown(f"{dotted} is not a text in the source")


def table(data: Any, *keys: str) -> dict[str, Any]:
    """A nested table, empty when it is missing or something else."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def tables(value: Any) -> list[dict[str, Any]]:
    """The tables of a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def text(value: Any) -> str | None:
    """The value if it is a text."""
    return value if isinstance(value, str) else None


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list | tuple) else ()


def literal_version(path: Path) -> str | None:
    """The `__version__` a file assigns, for the functions of a setup.py that search the file for it."""
    tree = parse(path)
    if isinstance(tree, str):
        return None
    found = Modules([path.parent]).read(path.stem, path)
    version = found.names.get("__version__") if isinstance(found, Module) else None
    return text(version)
