"""From a directory to facts: which files there are, what each one is, what they say."""

from __future__ import annotations

import ast
import os
import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.linting.facts import (
    ClassDefinition,
    Command,
    ContainerFile,
    Project,
    PythonFile,
    StaticFile,
    TagLibrary,
    Template,
)
from netbox_plugin_kit.linting.flow import Flow, Klass, Module, Modules
from netbox_plugin_kit.linting.sources import Place, Source, Unreadable, read_source
from netbox_plugin_kit.plugin import Plugin, read_project
from netbox_plugin_kit.plugin.packages import is_environment
from netbox_plugin_kit.releases.core import Core

__all__ = ["Collection", "collect"]

_SKIPPED = frozenset({"node_modules", "build", "dist", "site-packages", "__pycache__", "venv", "env", "htmlcov"})
_TESTS = frozenset({"tests", "test", "testing"})
_TEST_FILE = re.compile(r"(tests?|test_.*|.*_tests?|conftest)\.py")
_CONTAINER = re.compile(r"(.*[./-])?(dockerfile|containerfile)([.-].*)?|.*(compose|docker)[^/]*\.ya?ml", re.IGNORECASE)


@dataclass(frozen=True)
class Collection:
    """What a project consists of.

    Attributes:
        project: The project as a whole.
        unreadable: Files that could not be read.
        apps: The directories of its Django apps.
    """

    project: Project
    modules: tuple[Module, ...]
    unreadable: tuple[Unreadable, ...]
    apps: tuple[Path, ...]

    @cached_property
    def flow(self) -> Flow:
        """Answers what expressions can stand for."""
        return self.project.flow

    @cached_property
    def _texts(self) -> dict[str, Source | None]:
        return {module.source.name: module.source for module in self.modules}

    def text(self, name: str) -> Source | None:
        """A file by its name, read once; None when there is none that can be read."""
        if name not in self._texts:
            self._texts[name] = self.project.source(name)
        return self._texts[name]

    def python_files(self) -> Iterator[PythonFile]:
        """Every module."""
        for module in self.modules:
            yield PythonFile(module.source.place(), module, self.flow)

    def classes(self) -> Iterator[ClassDefinition]:
        """Every class."""
        for module in self.modules:
            for scope in module.found.classes:
                yield _definition(scope.node, module, self.flow)  # type: ignore[arg-type] # classes are ClassDef

    def templates(self) -> Iterator[Template | Unreadable]:
        """Every template."""
        for app in self.apps:
            for name, path in _below(app / "templates"):
                source = read_source(path, _relative(path, self.project.root))
                yield source if isinstance(source, Unreadable) else Template(source.place(1), name, source)

    def static_files(self) -> Iterator[StaticFile]:
        """Every static file."""
        for app in self.apps:
            for name, path in _below(app / "static"):
                yield StaticFile(Place(_relative(path, self.project.root)), name, path)

    def tag_libraries(self) -> Iterator[TagLibrary]:
        """Every tag library."""
        for app in self.apps:
            for name, path in _modules_in(app / "templatetags"):
                yield TagLibrary(Place(_relative(path, self.project.root), 1), name)

    def commands(self) -> Iterator[Command]:
        """Every management command."""
        for app in self.apps:
            for name, path in _modules_in(app / "management" / "commands"):
                yield Command(Place(_relative(path, self.project.root), 1), name)

    def container_files(self) -> Iterator[ContainerFile]:
        """Every Dockerfile and compose file."""
        for name in self.project.files:
            if _CONTAINER.fullmatch(name.rpartition("/")[2]):
                source = self.project.source(name)
                if source is not None:
                    yield ContainerFile(source.place(), source, tuple(_instructions(source)))


def collect(root: Path, core: Core) -> Collection:
    """Read what is to be linted of a project; nothing of it is imported or run."""
    files, links = _files(root)
    unreadable = [
        Unreadable(Place(name), "it is a symbolic link to a directory, and is not followed") for name in links
    ]
    plugin, problem = _plugin(root)
    packages = _packages(root, plugin, files)
    loaded: dict[str, Module] = {}
    for package in packages:
        _load(package, root, loaded, unreadable)
    if plugin is not None:
        _load_siblings(plugin, root, loaded, unreadable)
    flow = Flow(Modules(loaded.values()), core.model_path)
    config = _config(plugin, loaded, flow)
    place = config.place if config is not None else Place("pyproject.toml" if "pyproject.toml" in files else "")
    pyproject, wrong = _pyproject(root, files)
    unreadable += wrong
    project = Project(place, root, plugin, problem, config, pyproject, files, flow)
    return Collection(project, tuple(loaded.values()), tuple(unreadable), tuple(_apps(loaded, plugin)))


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _files(root: Path) -> tuple[tuple[str, ...], list[str]]:
    """The names of all files, and of links to directories."""
    found, links = [], []
    for directory, names, files in os.walk(root):
        here = Path(directory)
        kept = []
        for name in sorted(names):
            if name.startswith(".") and name != ".github":
                continue
            if name in _SKIPPED or name.endswith((".egg-info", ".dist-info")) or is_environment(here / name):
                continue
            if (here / name).is_symlink():
                links.append(_relative(here / name, root))
            else:
                kept.append(name)
        names[:] = kept
        found += [_relative(here / name, root) for name in sorted(files)]
    return tuple(found), links


def _plugin(root: Path) -> tuple[Plugin | None, str | None]:
    try:
        return read_project(root), None
    except UsageError as error:
        return None, str(error)


def _packages(root: Path, plugin: Plugin | None, files: Iterable[str]) -> list[Path]:
    """The packages to lint: the plugin's own, or, where no plugin could be made out, every one there is."""
    if plugin is not None:
        return [plugin.package_path]
    inits = [root / name for name in files if name.rpartition("/")[2] == "__init__.py"]
    tops = [path.parent for path in inits if not (path.parent.parent / "__init__.py").exists()]
    return [top for top in tops if top.name not in _TESTS]


def _load(package: Path, root: Path, loaded: dict[str, Module], unreadable: list[Unreadable]) -> None:
    """Parse the modules of a package, its tests apart."""
    top = package
    while (top.parent / "__init__.py").is_file() and top.parent != root.parent:
        top = top.parent
    for directory, names, files in os.walk(package):
        here = Path(directory)
        names[:] = sorted(name for name in names if name not in _TESTS | _SKIPPED and not (here / name).is_symlink())
        for name in sorted(files):
            if name.endswith(".py") and not _TEST_FILE.fullmatch(name):
                parts = (here / name).relative_to(top.parent).with_suffix("").parts
                dotted = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
                module = _module(here / name, dotted, root)
                if isinstance(module, Unreadable):
                    unreadable.append(module)
                else:
                    loaded.setdefault(dotted, module)


def _module(path: Path, dotted: str, root: Path) -> Module | Unreadable:
    source = read_source(path, _relative(path, root))
    if isinstance(source, Unreadable):
        return source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the plugin's source, e.g. invalid escapes
            module = Module(dotted, source, ast.parse(source.text))
            _ = module.found
    except SyntaxError as error:
        return Unreadable(source.place(error.lineno or 1), str(error.msg), is_syntax=True)
    except (ValueError, RecursionError, MemoryError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError | MemoryError) else str(error)
        return Unreadable(source.place(1), reason, is_syntax=True)
    return module


def _load_siblings(plugin: Plugin, root: Path, loaded: dict[str, Module], unreadable: list[Unreadable]) -> None:
    """Packages beside the plugin's that it imports: its helpers, and Django apps of its own."""
    beside = plugin.package_path.parent
    waiting = [plugin.package.partition(".")[0]]
    seen = set(waiting)
    while waiting:
        top = waiting.pop()
        for name in sorted(
            _imported_tops(module for dotted, module in loaded.items() if dotted.partition(".")[0] == top)
        ):
            package = beside / name
            if name in seen or name in _TESTS or not (package / "__init__.py").is_file():
                continue
            seen.add(name)
            waiting.append(name)
            _load(package, root, loaded, unreadable)


def _imported_tops(modules: Iterable[Module]) -> set[str]:
    found: set[str] = set()
    for module in modules:
        for node, _ in module.found.imports:
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif not node.level and node.module:
                found.add(node.module.partition(".")[0])
    return found


def _config(plugin: Plugin | None, loaded: dict[str, Module], flow: Flow) -> ClassDefinition | None:
    """The class that the package offers as `config`."""
    module = loaded.get(plugin.package) if plugin is not None else None
    if module is None:
        return None
    for value in flow.name_in(module, "config"):
        if isinstance(value, Klass) and (home := loaded.get(value.scope.module)) is not None:
            return _definition(value.node, home, flow)
    return None


def _definition(node: ast.ClassDef, module: Module, flow: Flow) -> ClassDefinition:
    scope = flow.scope_of(node)
    assert scope is not None  # noqa: S101 - the walk made it
    line = node.lineno
    return ClassDefinition(module.source.place(line, node.col_offset + 1), Klass(scope), module, flow)


def _pyproject(root: Path, files: Iterable[str]) -> tuple[dict[str, Any], list[Unreadable]]:
    if "pyproject.toml" not in files:
        return {}, []
    source = read_source(root / "pyproject.toml", "pyproject.toml")
    if isinstance(source, Unreadable):
        return {}, [source]
    try:
        return tomllib.loads(source.text), []
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        return {}, [
            Unreadable(source.place(int(line[1]) if line else None), f"it is not TOML: {error}", is_syntax=True)
        ]


def _apps(loaded: dict[str, Module], plugin: Plugin | None) -> Iterator[Path]:
    """The directories of the project's Django apps: its packages, and what it lists in `django_apps`."""
    listed = plugin.attributes.get("django_apps") if plugin is not None else None
    wanted = {name for name in listed if isinstance(name, str)} if isinstance(listed, list | tuple) else set()
    for dotted, module in loaded.items():
        top = "." not in dotted or (plugin is not None and dotted == plugin.package)
        if module.is_package and (top or dotted in wanted):
            yield module.source.path.parent


def _below(directory: Path) -> Iterator[tuple[str, Path]]:
    for here, names, files in os.walk(directory):
        names[:] = sorted(name for name in names if not (Path(here) / name).is_symlink())
        for name in sorted(files):
            path = Path(here) / name
            yield path.relative_to(directory).as_posix(), path


def _modules_in(directory: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(directory.glob("*.py")) if directory.is_dir() else ():
        if not path.name.startswith("_"):
            yield path.stem, path


def _instructions(source: Source) -> Iterator[tuple[int, str]]:
    """The lines of a Dockerfile that say something, those continued with a backslash as one."""
    begun, text = 0, ""
    for number, line in enumerate(source.lines, 1):
        if line.lstrip().startswith("#"):
            continue
        begun = begun or number
        text += line.rstrip().removesuffix("\\").strip() + " "
        if not line.rstrip().endswith("\\"):
            if text.strip():
                yield begun, text.strip()
            begun, text = 0, ""
    if text.strip():
        yield begun, text.strip()
