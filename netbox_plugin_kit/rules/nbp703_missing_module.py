"""NBP703: a module of the plugin that does not exist is imported."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Module
from netbox_plugin_kit.rules.loading import RESOURCES, does_not_exist
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP703",
    title="Own module that does not exist",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig._load_resource, in 4.6 and in 4.7",
    why="Python finds no such module. Where NetBox loads a resource, such as the menu, the search or template "
    "extensions, releases up to 4.6 take that for a plugin without this resource: it vanishes without a word. 4.7 does "
    "not start.",
    bad="# netbox_example/navigation.py\nfrom .choises import StatusChoices",
    good="# netbox_example/navigation.py\nfrom .choices import StatusChoices",
    limits="Imports whose ImportError is caught, imports for type checkers, and modules that the build makes (named in "
    "pyproject.toml, setup.py, setup.cfg or .gitignore) are left alone. Modules outside the plugin are not looked for.",
)

_BUILD_FILES = ("pyproject.toml", "setup.py", "setup.cfg", "hatch_build.py", ".gitignore", "MANIFEST.in")
_RESOURCE_MODULES = frozenset(path.partition(".")[0] for path in RESOURCES.values())


@rule.on(Project)
def missing(project: Project, context: Context) -> Iterator[Violation]:
    """A relative import, or an absolute one of the plugin's package, without a file."""
    for module in project.flow.modules:
        for node, _ in module.found.imports:
            for name in _modules_of(node, module):
                if does_not_exist(name, project) and not _is_cared_for(node, module, project, name):
                    yield rule.finding(
                        module.source.place(node.lineno, node.col_offset + 1),
                        f"{module.name} imports {name}, which does not exist{_swallowed(module, context)}",
                        fix="correct the name, or add the module",
                    )


def _modules_of(node: ast.Import | ast.ImportFrom, module: Module) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [module.absolute(node)]


def _is_cared_for(node: ast.stmt, module: Module, project: Project, name: str) -> bool:
    """Whether the author expects that it can be missing."""
    return _is_guarded(node, module.tree) or _is_built(name.rpartition(".")[2] + ".py", project)


def _is_guarded(node: ast.stmt, tree: ast.Module) -> bool:
    """Whether it is in a branch, or in a `try` or a `with suppress` that catches."""
    for outer in ast.walk(tree):
        catches = (isinstance(outer, ast.Try) and bool(outer.handlers)) or (
            isinstance(outer, ast.With) and "suppress" in ast.unparse(outer.items[0])
        )
        if (catches or isinstance(outer, ast.If)) and any(each is node for each in ast.walk(outer)):
            return True
    return False


def _is_built(file: str, project: Project) -> bool:
    if file == "_version.py":
        return True
    for name in _BUILD_FILES:
        source = project.source(name)
        if source is None:
            continue
        if name == ".gitignore":
            patterns = [line.strip().rpartition("/")[2] for line in source.lines if not line.startswith("#")]
            if any(fnmatch.fnmatch(file, pattern) for pattern in patterns if pattern.strip("*")):
                return True
        elif file in source.text:
            return True
    return False


def _swallowed(module: Module, context: Context) -> str:
    resource = module.parts[:1] and module.parts[0] in _RESOURCE_MODULES
    if not resource or not context.before("4.7"):
        return ""
    return ": NetBox up to 4.6 loads the plugin without its " + module.parts[0].replace("_", " ")
