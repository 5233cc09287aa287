"""Metadata of projects with a pyproject.toml: `[project]`, and where the build back ends keep a dynamic version."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from netbox_plugin_kit.plugin.facts import Unknown
from netbox_plugin_kit.plugin.metadata import Metadata, attribute_version, first_known, table, tables, text, texts
from netbox_plugin_kit.plugin.modules import Modules
from netbox_plugin_kit.plugin.poetry import poetry_groups, poetry_metadata

__all__ = ["dependency_groups", "project_metadata"]

# hatchling's own pattern (hatchling/version/source/regex.py)
_HATCH = r"(?i)^(__version__|VERSION)(?: ?\: ?str)? *= *([\"'])v?(?P<version>.+?)\2"
_FROM_VCS = Unknown("the version comes from the version control system when it is built")


def project_metadata(root: Path, pyproject: dict[str, Any], modules: Modules) -> Metadata:
    """What `[project]` or `[tool.poetry]` declares."""
    project = table(pyproject, "project")
    poetry = poetry_metadata(pyproject)
    if not project:
        return poetry
    dynamic = texts(project.get("dynamic"))
    fields = {"summary": project.get("description"), **_people(project)}
    declared = Metadata(
        distribution=text(project.get("name")) or Unknown("[project] has no name"),
        version=_version(root, pyproject, modules, dynamic),
        requires_python=text(project.get("requires-python")),
        dependencies=_dependencies(root, pyproject, dynamic),
        extras={name: texts(items) for name, items in table(project, "optional-dependencies").items()},
        fields={name: value for name, value in fields.items() if value},
    )
    return first_known(declared, poetry) if table(pyproject, "tool", "poetry") else declared


def _people(project: dict[str, Any]) -> dict[str, str]:
    people = tables(project.get("authors"))
    names = [text(person.get("name")) or "" for person in people if "email" not in person]
    both = [(text(person.get("name")), text(person["email"])) for person in people if "email" in person]
    addresses = [f"{name} <{address}>" if name else address or "" for name, address in both]
    return {"author": ", ".join(names), "author-email": ", ".join(addresses)}


def _dependencies(root: Path, pyproject: dict[str, Any], dynamic: tuple[str, ...]) -> tuple[str, ...] | Unknown:
    if "dependencies" not in dynamic:
        return texts(table(pyproject, "project").get("dependencies"))
    files = table(pyproject, "tool", "setuptools", "dynamic", "dependencies").get("file")
    if not files:
        return Unknown("dynamic dependencies")
    lines: list[str] = []
    for name in (files,) if isinstance(files, str) else texts(files):
        content = _read(root / name)
        if content is None:
            return Unknown(f"{name} cannot be read")
        lines += [line.partition(" #")[0].strip() for line in content.splitlines()]
    return tuple(line for line in lines if line and not line.startswith(("#", "-")))


def _version(root: Path, pyproject: dict[str, Any], modules: Modules, dynamic: tuple[str, ...]) -> str | Unknown:
    version = text(table(pyproject, "project").get("version"))
    if version is not None:
        return version
    if "version" not in dynamic:
        return Unknown("[project] has neither a version nor a dynamic one")
    declared = [
        _setuptools(root, table(pyproject, "tool", "setuptools", "dynamic", "version"), modules),
        _hatch(root, table(pyproject, "tool", "hatch", "version")),
        _pdm(root, table(pyproject, "tool", "pdm", "version")),
        _flit(pyproject, modules),
    ]
    return next((version for version in declared if version is not None), _back_end(pyproject))


def _back_end(pyproject: dict[str, Any]) -> Unknown:
    build = table(pyproject, "build-system")
    required = " ".join([*texts(build.get("requires")), *table(pyproject, "tool")])
    if re.search(r"[-_](scm|vcs)\b|versioningit|versioneer|dunamai|dynamic-versioning", required):
        return _FROM_VCS
    return Unknown(f"dynamic version of {build.get('build-backend', 'the build back end')}")


def _setuptools(root: Path, where: dict[str, Any], modules: Modules) -> str | Unknown | None:
    if attribute := text(where.get("attr")):
        return attribute_version(attribute, modules)
    files = where.get("file")
    for name in (files,) if isinstance(files, str) else texts(files):
        content = _read(root / name)
        return Unknown(f"{name} cannot be read") if content is None else content.strip()
    return None


def _hatch(root: Path, where: dict[str, Any]) -> str | None:
    path, source = text(where.get("path")), where.get("source", "regex")
    if path is None or source not in {"regex", "code"}:
        return None
    pattern = where.get("pattern", _HATCH)
    return _search(root / path, pattern if isinstance(pattern, str) else rf"{_HATCH}")


def _pdm(root: Path, where: dict[str, Any]) -> str | None:
    path = text(where.get("path"))
    return _search(root / path, r"^__version__\s*=\s*[\"'](?P<version>.+?)[\"']") if path else None


def _flit(pyproject: dict[str, Any], modules: Modules) -> str | Unknown | None:
    if "flit" not in str(table(pyproject, "build-system").get("build-backend", "")):
        return None
    module = text(table(pyproject, "tool", "flit", "module").get("name"))
    name = module or str(table(pyproject, "project").get("name", "")).replace("-", "_")
    return attribute_version(f"{name}.__version__", modules)


def _search(path: Path, pattern: str) -> str | None:
    content = _read(path)
    try:
        found = re.search(pattern, content or "", re.MULTILINE)
        return found["version"] if found else None
    except (re.error, IndexError):
        return None


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def dependency_groups(pyproject: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Every group a project declares: PEP 735 (with `include-group`), Poetry's and PDM's, by normalized name."""
    standard = {canonicalize_name(name): items for name, items in table(pyproject, "dependency-groups").items()}
    groups = {canonicalize_name(name): items for name, items in poetry_groups(pyproject).items()}
    pdm = table(pyproject, "tool", "pdm", "dev-dependencies")
    groups |= {canonicalize_name(name): texts(items) for name, items in pdm.items()}
    return {str(name): items for name, items in groups.items()} | {
        name: _group(standard, name, ()) for name in standard
    }


def _group(groups: dict[Any, Any], name: str, seen: tuple[str, ...]) -> tuple[str, ...]:
    if name in seen or not isinstance(groups.get(name), list):
        return ()
    found: list[str] = []
    for item in groups[name]:
        if isinstance(item, str):
            found.append(item)
        elif isinstance(included := table(item).get("include-group"), str):
            found.extend(_group(groups, canonicalize_name(included), (*seen, name)))
    return tuple(dict.fromkeys(found))
