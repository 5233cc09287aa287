"""NBP902: modules of the plugin do not get into the wheel, or Django does not see its migrations."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.repairs import Edit, Repair
from netbox_plugin_kit.linting.sources import Place
from netbox_plugin_kit.rules.building import Build, package_directory, read_build
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP902",
    title="Package left out",
    severity="error",
    source="setuptools documentation, Package Discovery; django/db/migrations/loader.py, MigrationLoader.load_disk",
    why="The installed plugin lacks the modules: it does not start, or NetBox loads it without its API or its tables.",
    bad="netbox_example/migrations/0001_initial.py     # and no netbox_example/migrations/__init__.py",
    good="netbox_example/migrations/__init__.py",
    fixable="safe",
    limits="An empty __init__.py is made where one is missing; a list of packages is not mended.",
)


@rule.on(Project)
def left_out(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Directories with Python files in the package that `find_packages` skips, or a list does not name."""
    package = package_directory(project)
    if not package:
        return
    build = read_build(project)
    files = set(project.files)
    directories = sorted(
        {name.rpartition("/")[0] for name in files if name.endswith(".py") and name.startswith(package)}
    )
    for directory in directories:
        if not directory.startswith(package) or _is_for_tests(directory[len(package) :]):
            continue
        if f"{directory}/__init__.py" not in files:
            yield from _unmarked(directory, package, build, project)
        elif build is not None and _is_missing(directory, project, build):
            yield rule.finding(
                build.place,
                f"the wheel will lack {directory}: it is not among the packages that setuptools takes",
                fix=f'find them all: [tool.setuptools.packages.find] with include = ["{package.rpartition("/")[2]}*"]',
            )


def _unmarked(directory: str, package: str, build: Build | None, project: Project) -> Iterator[Violation]:
    init = f"{directory}/__init__.py"
    repair = Repair((Edit(init, 0, 0, ""),))
    if directory == f"{package}/migrations":
        message = f"{directory} has no __init__.py: Django takes the plugin for one without migrations"
    elif build is not None and _is_missing(directory, project, build):
        message = f"the wheel will lack {directory}, which has no __init__.py"
    else:
        return
    yield rule.finding(Place(_modules(directory, project)[0]), message, fix=f"create an empty {init}", repair=repair)


def _is_missing(directory: str, project: Project, build: Build) -> bool:
    setuptools = build.setuptools
    if setuptools is None or setuptools.packages is None or directory in setuptools.packages.values():
        return False
    return not all(setuptools.takes(name) for name in _modules(directory, project))


def _modules(directory: str, project: Project) -> list[str]:
    return sorted(name for name in project.files if name.rpartition("/")[0] == directory and name.endswith(".py"))


def _is_for_tests(directory: str) -> bool:
    return not {"tests", "test", "testing"}.isdisjoint(directory.split("/"))
