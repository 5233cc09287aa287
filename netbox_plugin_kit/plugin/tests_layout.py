"""Where a plugin keeps its tests and who runs them."""

from __future__ import annotations

import ast
import configparser
import contextlib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from netbox_plugin_kit.plugin.facts import KitSettings, Runner, TestLayout
from netbox_plugin_kit.plugin.metadata import table, texts
from netbox_plugin_kit.plugin.modules import parse

__all__ = ["detect_tests"]

_PYTEST_FILES = {"pytest.ini": "pytest", ".pytest.ini": "pytest", "tox.ini": "pytest", "setup.cfg": "tool:pytest"}
_DJANGO = re.compile(rb"django_db|django\.test|django\.setup|DJANGO_SETTINGS_MODULE|(utilities|plugin_kit)\.testing")
_TEST_FILE = re.compile(r"(tests?|test_.*|tests_.*|.*_tests?)\.py", re.IGNORECASE)


def detect_tests(
    root: Path,
    package: str,
    package_path: Path,
    settings: KitSettings,
    extras: Mapping[str, tuple[str, ...]],
) -> TestLayout | None:
    """The tests of a plugin, None when there are none.

    Args:
        root: The project.
        package: Its plugin package.
        package_path: The directory of that package.
        settings: What the author says; it wins over what is found.
        extras: Requirements of the project's extras, for those that the tests need.
    """
    path = root / settings.test_path if settings.test_path else _find(root, package_path)
    if path is None:
        return None
    path = path.resolve()
    inside = path.is_relative_to(package_path)
    label = _label(path, package_path, package) if inside else _label(path, root, "")
    runner = settings.test_command or _runner(root, path, _requirements(settings, extras))
    return TestLayout(runner=runner, path=path, label=label, inside_package=inside)


def _find(root: Path, package_path: Path) -> Path | None:
    places = [package_path / "tests", package_path / "tests.py", package_path / "test", root / "tests", root / "test"]
    if package_path.parent.is_relative_to(root):  # `src/tests`; what lies beside an installed package is not its own
        places += [package_path.parent / "tests", root / "tests.py"]
    return next((place for place in places if any(_test_files(place))), None)


def _test_files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for directory, _, names in os.walk(place):
        yield from (Path(directory, name) for name in sorted(names) if _TEST_FILE.fullmatch(name))


def _label(path: Path, base: Path, prefix: str) -> str:
    try:
        parts = path.relative_to(base).with_suffix("").parts
    except ValueError:
        parts = (path.stem,)
    return ".".join([prefix, *parts] if prefix else parts)


def _requirements(settings: KitSettings, extras: Mapping[str, tuple[str, ...]]) -> list[str]:
    known = {canonicalize_name(name): items for name, items in extras.items()}
    found: list[str] = []
    for line in settings.test_requirements:
        kind, _, name = line.partition(":")
        found.extend(known.get(canonicalize_name(name), ()) if kind == "extra" else [line])
    return found


def _runner(root: Path, path: Path, requirements: Iterable[str]) -> Runner:
    if any(re.match(r"pytest[-_.]django\b", line, re.IGNORECASE) for line in requirements):
        return "pytest"
    if any("DJANGO_SETTINGS_MODULE" in options or "--ds" in options for options in _pytest_options(root)):
        return "pytest"
    conftests = [place for place in (root / "conftest.py", path / "conftest.py") if place.is_file()]
    files = [*conftests, *_test_files(path)]
    if not any(map(_is_pytest, files)):
        return "django"
    # Their author's own `pytest` knows nothing of Django then, and they may count on that.
    return "pytest" if any(map(_mentions_django, files)) else "standalone"


def _pytest_options(root: Path) -> Iterator[str]:
    for name, section in _PYTEST_FILES.items():
        parser = configparser.ConfigParser(interpolation=None)
        try:
            parser.read(root / name, encoding="utf-8")
        except (configparser.Error, ValueError):
            continue  # pytest itself will say so
        if parser.has_section(section):
            options = parser[section]
            yield " ".join([*(key.upper() for key in options), options.get("addopts", "")])
    try:
        pyproject: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    for options_table in (table(pyproject, "tool", "pytest", "ini_options"), table(pyproject, "tool", "pytest")):
        added = options_table.get("addopts", "")
        yield " ".join([*options_table, added if isinstance(added, str) else " ".join(texts(added))])


def _mentions_django(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return _DJANGO.search(path.read_bytes()) is not None
    return False


def _is_pytest(path: Path) -> bool:
    tree = parse(path)
    if isinstance(tree, str):
        return False
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            return True
        if isinstance(node, ast.Import) and any(alias.name.partition(".")[0] == "pytest" for alias in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "pytest":
            return True
    return False
