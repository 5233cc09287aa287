"""Which packages and data files setuptools takes into a wheel.

The rules are setuptools' own: documentation, "Package Discovery" and "Data Files Support".
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.sources import Place
from netbox_plugin_kit.plugin.metadata import table, texts
from netbox_plugin_kit.rules.setuptools_options import patterns_of, setup_arguments, setup_cfg

__all__ = ["Setuptools", "read_setuptools"]

_NOT_FOUND_FLAT = frozenset(
    {
        *("ci", "bin", "debian", "doc", "docs", "documentation", "manpages", "news", "newsfragments", "changelog"),
        *("test", "tests", "unit_test", "unit_tests", "example", "examples", "scripts", "tools", "util", "utils"),
        *("python", "build", "benchmark", "benchmarks", "exercise", "exercises", "htmlcov", "tasks"),
    }
)
"""What setuptools' own discovery leaves out when nothing is configured (`FlatLayoutPackageFinder`)."""


@dataclass(frozen=True, slots=True)
class Setuptools:
    """What setuptools takes.

    Attributes:
        place: The file that says which packages.
        packages: Their dotted names with their directories; None when that is computed.
        found: Whether they are found, rather than listed.
        namespaces: Whether directories without `__init__.py` are taken too.
        data: Patterns of data files by package; `""` stands for every package.
        manifest: The lines of MANIFEST.in, if data files that it names are taken.
        everything: Whether all files under version control are taken.
    """

    place: Place
    packages: Mapping[str, str] | None
    found: bool
    namespaces: bool
    data: Mapping[str, tuple[str, ...]]
    manifest: tuple[str, ...]
    everything: bool

    def tops(self) -> tuple[str, ...]:
        """The directories of the top-level packages."""
        return tuple(directory for name, directory in (self.packages or {}).items() if "." not in name)

    def takes(self, name: str) -> bool:
        """Whether a file comes along as data of one of the packages; modules of what is no package can, too."""
        inside = False
        for package, directory in (self.packages or {}).items():
            if name.startswith(f"{directory}/"):
                inside = True
                below = name[len(directory) + 1 :]
                patterns = (*self.data.get("", ()), *self.data.get("*", ()), *self.data.get(package, ()))
                if any(_glob(pattern).fullmatch(below) for pattern in patterns):
                    return True
        return inside and (self.everything or _in_manifest(name, self.manifest))


def read_setuptools(project: Project) -> Setuptools | None:
    """What the configuration says; None when it cannot be read."""
    arguments = setup_arguments(project)
    config = setup_cfg(project)
    if arguments is None or config is None:
        return None
    tool = table(project.pyproject, "tool", "setuptools")
    modern = bool(tool) or "project" in project.pyproject
    asked = tool.get(
        "include-package-data", config["include"] if config["include"] is not None else arguments.get("include")
    )
    taken = modern if asked is None else bool(asked)
    data = {**arguments.get("data", {}), **config["data"], **patterns_of(tool.get("package-data"))}
    required = [
        *texts(table(project.pyproject, "build-system").get("requires")),
        *texts(arguments.get("setup_requires")),
    ]
    scm = any(re.match(r"setuptools[-_](scm|git)", each) for each in required)
    manifest = project.source("MANIFEST.in")
    lines = tuple(manifest.lines) if manifest is not None and taken else ()
    place, packages, found, namespaces = _packages(project, tool, config, arguments)
    return Setuptools(Place(place), packages, found, namespaces, data, lines, everything=taken and scm)


_Packages = tuple[str, "dict[str, str] | None", bool, bool]


def _packages(project: Project, tool: Any, config: dict[str, Any], arguments: dict[str, Any]) -> _Packages:
    listed = tool.get("packages")
    roots = {
        **arguments.get("roots", {}),
        **config["roots"],
        **{k: str(v) for k, v in table(tool, "package-dir").items()},
    }
    if isinstance(listed, list):
        return "pyproject.toml", _explicit(listed, roots), False, False
    if isinstance(listed, dict):
        find = table(listed, "find")
        where = texts(find.get("where")) or (".",)
        namespaces = bool(find.get("namespaces", True))
        include, exclude = texts(find.get("include")) or ("*",), texts(find.get("exclude"))
        return "pyproject.toml", _find(project, where[0], include, exclude, namespaces=namespaces), True, namespaces
    for name, given in (("setup.cfg", config), ("setup.py", arguments)):
        if "packages" in given:
            chosen = given["packages"]
            if isinstance(chosen, list):
                return name, _explicit(chosen, roots), False, False
            if isinstance(chosen, dict):
                namespaces = chosen.pop("namespaces")
                return name, _find(project, **chosen, namespaces=namespaces), True, namespaces
            return name, None, False, False
    place = next((name for name in ("pyproject.toml", "setup.cfg", "setup.py") if name in project.files), "")
    return place, _discovered(project), True, True


def _discovered(project: Project) -> dict[str, str]:
    """What setuptools finds by itself when nothing is configured: of several top-level packages it would take none."""
    src = "src" if any(each.startswith("src/") for each in project.files) else "."
    own = project.plugin.package.partition(".")[0] if project.plugin else ""
    exclude = tuple(f"{name}{rest}" for name in _NOT_FOUND_FLAT for rest in ("", ".*")) if src == "." else ()
    return _find(project, src, (own, f"{own}.*"), exclude, namespaces=True)


def _explicit(names: list[Any], roots: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name in names:
        if isinstance(name, str):
            top = name.partition(".")[0]
            root = roots.get("", ".")
            path = (
                PurePosixPath(roots[top], *name.split(".")[1:])
                if top in roots
                else PurePosixPath(root, *name.split("."))
            )
            found[name] = path.as_posix()
    return found


def _find(
    project: Project, where: str, include: tuple[str, ...], exclude: tuple[str, ...], *, namespaces: bool
) -> dict[str, str]:
    """What `find_packages` or `find_namespace_packages` finds."""
    begin = "" if where in {".", ""} else f"{where.strip('/')}/"
    directories: dict[str, bool] = {}
    for name in project.files:
        if name.startswith(begin):
            parts = name[len(begin) :].split("/")
            for length in range(1, len(parts)):
                directories.setdefault("/".join(parts[:length]), False)
            if parts[-1] == "__init__.py" and len(parts) > 1:
                directories["/".join(parts[:-1])] = True
    found = {}
    for directory in sorted(directories):
        parts = directory.split("/")
        above = ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
        looks = namespaces or all(directories[each] for each in above)
        dotted = ".".join(parts)
        if (
            looks
            and not any("." in part for part in parts)
            and _matches(dotted, include)
            and not _matches(dotted, exclude)
        ):
            found[dotted] = f"{begin}{directory}"
    return found


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _glob(pattern: str) -> re.Pattern[str]:
    """A pattern of setuptools, in which `*` does not cross a slash and `**` does."""
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?|\[\w-]+\])", pattern.removeprefix("./"))
    try:
        return re.compile(
            "".join(known.get(each) or (each if each.startswith("[") else re.escape(each)) for each in parts)
        )
    except re.error:  # a set of characters that is none
        return re.compile(re.escape(pattern))


def _in_manifest(name: str, lines: tuple[str, ...]) -> bool:
    """Whether the commands of MANIFEST.in, in their order, end with taking a file."""
    taken = False
    for line in lines:
        command, *words = line.partition("#")[0].split() or [""]
        if command in {"graft", "prune"}:
            if any(name.startswith(f"{word.strip('/')}/") for word in words):
                taken = command == "graft"
        elif command in {"recursive-include", "recursive-exclude"} and words:
            begin = "" if words[0] in {".", "./"} else f"{words[0].strip('/')}/"
            if name.startswith(begin) and any(_tail(name, begin, pattern) for pattern in words[1:]):
                taken = command == "recursive-include"
        elif command in {"global-include", "global-exclude"}:
            if any(_tail(name, "", pattern) for pattern in words):
                taken = command == "global-include"
        elif command in {"include", "exclude"} and any(_glob(word).fullmatch(name) for word in words):
            taken = command == "include"
    return taken


def _tail(name: str, begin: str, pattern: str) -> bool:
    return re.compile(rf"(?:.*/)?{_glob(pattern).pattern}").fullmatch(name[len(begin) :]) is not None
