"""What setup.cfg and setup.py tell setuptools about packages and data files, as far as it is written out."""

from __future__ import annotations

import ast
import configparser
import re
from collections.abc import Iterator
from typing import Any

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.plugin.metadata import text, texts

__all__ = ["patterns_of", "setup_arguments", "setup_cfg"]


def setup_cfg(project: Project) -> dict[str, Any] | None:
    """The options of setup.cfg that matter here; None when it cannot be read."""
    found: dict[str, Any] = {"include": None, "data": {}, "roots": {}}
    source = project.source("setup.cfg")
    if source is None:
        return found
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(source.text)
    except configparser.Error:
        return None

    def lines(section: str, name: str) -> tuple[str, ...]:
        value = parser.get(section, name, fallback="")
        return tuple(part.strip() for part in re.split(r"[\n,]", value) if part.strip())

    include = parser.get("options", "include_package_data", fallback=None)
    found["include"] = None if include is None else include.strip().lower() in {"1", "true", "yes"}
    if parser.has_section("options.package_data"):
        found["data"] = {name: lines("options.package_data", name) for name in parser.options("options.package_data")}
    found["roots"] = dict(_equations(lines("options", "package_dir")))
    packages = parser.get("options", "packages", fallback="").strip()
    if packages.startswith("find"):
        section = "options.packages.find"
        found["packages"] = {
            "where": next(iter(lines(section, "where")), "."),
            "include": lines(section, "include") or ("*",),
            "exclude": lines(section, "exclude"),
            "namespaces": packages.startswith("find_namespace"),
        }
    elif packages:
        found["packages"] = list(lines("options", "packages"))
    return found


def _equations(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, sign, value = line.partition("=")
        if sign:
            yield name.strip(), value.strip()


def setup_arguments(project: Project) -> dict[str, Any] | None:
    """The arguments of setup() that matter here; None when setup.py cannot be read."""
    source = project.source("setup.py")
    if source is None:
        return {}
    try:
        tree = ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError):
        return None
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _last(node.func) == "setup"]
    if not calls or any(word.arg is None for word in calls[-1].keywords):
        return {"packages": None} if calls else {}
    given = {str(word.arg): word.value for word in calls[-1].keywords}
    found: dict[str, Any] = {}
    if "packages" in given:
        found["packages"] = _chosen(given["packages"])
    if "include_package_data" in given:
        found["include"] = _literal(given["include_package_data"])
    if "package_data" in given:
        value = _literal(given["package_data"])
        found["data"] = patterns_of(value) if isinstance(value, dict) else {"": ("**",)}  # computed: not to be judged
    found["setup_requires"] = _literal(given.get("setup_requires"))
    roots = _literal(given.get("package_dir"))
    found["roots"] = {str(name): str(path) for name, path in roots.items()} if isinstance(roots, dict) else {}
    return found


def _chosen(node: ast.expr) -> object:
    """A list of packages, or the arguments of `find_packages()`; None when it is computed."""
    if isinstance(node, ast.Call) and _last(node.func) in {"find_packages", "find_namespace_packages"}:
        words = {str(word.arg): _literal(word.value) for word in node.keywords}
        names = ("where", "exclude", "include")
        words |= {name: _literal(value) for name, value in zip(names, node.args, strict=False)}
        if any(value is None for value in words.values()):
            return None
        include, exclude = texts(words.get("include")), texts(words.get("exclude"))
        return {
            "where": text(words.get("where")) or ".",
            "include": include or ("*",),
            "exclude": exclude,
            "namespaces": _last(node.func) == "find_namespace_packages",
        }
    value = _literal(node)
    return list(value) if isinstance(value, list | tuple) else None


def _literal(node: ast.expr | None) -> Any:
    try:
        return ast.literal_eval(node) if node is not None else None
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def patterns_of(given: Any) -> dict[str, tuple[str, ...]]:
    """Patterns of data files by package."""
    if not isinstance(given, dict):
        return {}
    return {str(name): texts([value] if isinstance(value, str) else value) for name, value in given.items()}
