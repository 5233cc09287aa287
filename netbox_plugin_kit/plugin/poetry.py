"""Poetry's own metadata and its version constraints, in the words of the standards (PEP 440, PEP 508)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from netbox_plugin_kit.plugin.facts import Unknown
from netbox_plugin_kit.plugin.metadata import Metadata, table, text, texts

__all__ = ["poetry_groups", "poetry_metadata", "specifier"]

_CLAUSE = re.compile(r"(\^|~(?!=)|[<>=!~]=?=?)?\s*([0-9][^\s,|]*|\*)")


def poetry_metadata(pyproject: dict[str, Any]) -> Metadata:
    """What `[tool.poetry]` declares; a project that has only `[project]` gives nothing known."""
    poetry = table(pyproject, "tool", "poetry")
    needed = dict(table(poetry, "dependencies"))
    python = needed.pop("python", None)
    extras = {name: texts(items) for name, items in table(poetry, "extras").items()}
    version: str | Unknown = text(poetry.get("version")) or Unknown("[tool.poetry] has no version")
    if table(pyproject, "tool", "poetry-dynamic-versioning").get("enable") or "version" not in poetry:
        version = Unknown("the version comes from the version control system when it is built")
    authors = texts(poetry.get("authors"))
    fields: dict[str, object] = {"summary": poetry.get("description"), "license": poetry.get("license")}
    if authors:
        fields["author"], _, address = authors[0].partition("<")
        fields |= {"author": authors[0].partition("<")[0].strip(), "author-email": address.rstrip("> ")}
    return Metadata(
        distribution=text(poetry.get("name")) or Unknown("[tool.poetry] has no name"),
        version=version,
        requires_python=specifier(python) if isinstance(python, str) else None,
        dependencies=tuple(_requirements(needed, optional=False)),
        extras=_with_constraints(extras, needed),
        fields={name: value for name, value in fields.items() if value},
    )


def poetry_groups(pyproject: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """`[tool.poetry.group.NAME.dependencies]`, and the older `dev-dependencies` as the group `dev`."""
    poetry = table(pyproject, "tool", "poetry")
    groups = {"dev": table(poetry, "dev-dependencies")} if "dev-dependencies" in poetry else {}
    groups |= {name: table(poetry, "group", name, "dependencies") for name in table(poetry, "group")}
    return {name: tuple(_requirements(needed, optional=True)) for name, needed in groups.items()}


def specifier(constraint: str) -> str | Unknown:
    """A constraint in PEP 440: `^3.10` becomes `>=3.10,<4`, `~1.2` becomes `>=1.2,<1.3`, `*` nothing."""
    if "|" in constraint:
        return Unknown(f"alternatives cannot be written as one specifier: {constraint}")
    clauses: list[str] = []
    for sign, version in _CLAUSE.findall(constraint):
        clauses.extend(_clause(sign, version))
    try:
        SpecifierSet(",".join(clauses))
    except InvalidSpecifier:
        return Unknown(f"not a version constraint: {constraint}")
    if not clauses and constraint.strip() not in {"", "*"}:
        return Unknown(f"not a version constraint: {constraint}")
    return ",".join(clauses)


def _clause(sign: str, version: str) -> Iterator[str]:
    if version == "*":
        return
    if sign not in {"^", "~"}:
        yield f"{'==' if sign in {'', '='} else sign}{version}"
        return
    try:
        release = list(Version(version.rstrip(".*")).release)
    except InvalidVersion:
        yield f"{sign}{version}"
        return
    yield f">={version}"
    yield "<" + ".".join(str(number) for number in _next(sign, release))


def _next(sign: str, release: list[int]) -> list[int]:
    """The first version that is too new: a caret keeps the first number that is not zero, a tilde the minor."""
    if sign == "~":
        keep = min(len(release), 2)
    else:
        keep = next((place + 1 for place, number in enumerate(release) if number), len(release))
    return [*release[: keep - 1], release[keep - 1] + 1]


def _with_constraints(extras: dict[str, tuple[str, ...]], needed: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(_requirements({item: needed.get(item, "*") for item in items}, optional=True))
        for name, items in extras.items()
    }


def _requirements(needed: dict[str, Any], *, optional: bool) -> Iterator[str]:
    for name, wanted in needed.items():
        for one in wanted if isinstance(wanted, list) else [wanted]:
            details = one if isinstance(one, dict) else {"version": one}
            if name != "python" and (optional or not details.get("optional")):
                yield _requirement(name, details)


def _requirement(name: str, details: dict[str, Any]) -> str:
    extras = ",".join(texts(details.get("extras")))
    written = f"{name}[{extras}]" if extras else name
    if git := text(details.get("git")):
        revision = next((details[key] for key in ("rev", "tag", "branch") if key in details), None)
        written += f" @ git+{git}" + (f"@{revision}" if revision else "")
    elif url := text(details.get("url")):
        written += f" @ {url}"
    else:
        wanted = specifier(str(details.get("version", "*")))
        written += wanted if isinstance(wanted, str) else ""
    markers = [text(details.get("markers")), _python_marker(details.get("python"))]
    marker = " and ".join(item for item in markers if item)
    return f"{written} ; {marker}" if marker else written


def _python_marker(python: Any) -> str | None:
    wanted = specifier(python) if isinstance(python, str) else None
    if not isinstance(wanted, str) or not wanted:
        return None
    clauses = [re.fullmatch(r"([<>=!~]+)(.*)", clause) for clause in wanted.split(",")]
    return " and ".join(f'python_version {clause[1]} "{clause[2]}"' for clause in clauses if clause)
