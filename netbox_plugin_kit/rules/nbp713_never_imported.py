"""NBP713: a module that registers something is never imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Module
from netbox_plugin_kit.rules.loading import resources
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.tables import models_with_tables

rule = Rule(
    code="NBP713",
    title="Registration that never runs",
    severity="warning",
    source="docs.djangoproject.com, Signals; docs/plugins/development/background-jobs.md, dashboard-widgets.md and "
    "views.md",
    why="Models, receivers, system jobs, dashboard widgets and views are registered when their module is imported. "
    "NetBox imports models, urls and a plugin's resources, and nothing else by itself: the rest is for ready().",
    bad="# netbox_example/signals.py, imported nowhere\n@receiver(post_save, sender=Asset)\ndef changed(**kwargs): ...",
    good="def ready(self):\n    super().ready()\n    from . import signals",
    limits="A module whose name stands in a text of another one counts as imported, and so does every module of a "
    "plugin that imports modules by computed names.",
)

_REGISTERING = frozenset(
    {
        "receiver",
        "register_filterset",
        "register_model_view",
        "register_request_processor",
        "register_search",
        "register_table_column",
        "register_webhook_callback",
        "register_widget",
        "system_job",
    }
)
_BY_ITSELF = re.compile(
    r"models|(urls|api\.urls|admin|apps|__main__|settings|conftest|setup)(\..*)?"
    r"|(.*\.)?(migrations|management|templatetags|scripts|reports|initializers|fixtures|tests?|testing)(\..*)?"
)
_COMPUTED = re.compile(
    r"pkgutil|walk_packages|iter_modules|autodiscover|import_submodules|import_module\(\s*f?[^\"'\s]"
)


@rule.on(Project)
def never_imported(project: Project, context: Context) -> Iterator[Violation]:
    """What no other module imports, and what NetBox and Django do not import by themselves."""
    modules = [each for each in project.flow.modules if f"{each.name}.".startswith(f"{context.package}.")]
    if not context.package or any(_COMPUTED.search(each.source.text) for each in modules):
        return
    imported = {name for each in project.flow.modules for name in _imports(each)}
    imported |= {dotted for _, dotted, _ in resources(project)}
    models = {definition.module.name: definition for definition in models_with_tables(project)}
    for module in modules:
        below = module.name.removeprefix(f"{context.package}.")
        if module.is_package or module.name in imported or _BY_ITSELF.fullmatch(below):
            continue
        model = models.get(module.name)
        found = (f"the model {model.name}", model.node) if model is not None else _registers(module)
        if found is None or _is_named(module, modules):
            continue
        yield rule.finding(
            module.source.place(found[1].lineno, found[1].col_offset + 1),
            f"{found[0]} in {module.name} is never registered: nothing imports that module",
            fix="import it in the models package"
            if model is not None
            else "import it in ready() of the PluginConfig, after super().ready()",
        )


def _registers(module: Module) -> tuple[str, ast.expr | ast.stmt] | None:
    """The first thing that a module registers when it is imported."""
    text = module.source.text
    if not any(word in text for word in _REGISTERING) and ".connect(" not in text:
        return None
    for statement in module.tree.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            for decorator in statement.decorator_list:
                call = decorator.func if isinstance(decorator, ast.Call) else decorator
                if (name := ast.unparse(call).rpartition(".")[2]) in _REGISTERING:
                    return f"@{name}", decorator
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            name = ast.unparse(statement.value.func)
            if name.rpartition(".")[2] in _REGISTERING:
                return f"{name.rpartition('.')[2]}()", statement
            if re.fullmatch(r"(\w+\.)*(pre|post|m2m|request|user|class|job|connection)_\w+\.connect", name):
                return f"{name}()", statement
    return None


def _imports(module: Module) -> Iterator[str]:
    for node, _ in module.found.imports:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        else:
            base = module.absolute(node)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _is_named(module: Module, modules: list[Module]) -> bool:
    """Whether its name stands in a text, as the path of a middleware or of a resource does."""
    name = module.name.rpartition(".")[2]
    named = re.compile(rf"[\"'][\w.]*\b{re.escape(name)}\b[\w.]*[\"']")
    return any(
        named.search(line)
        for each in modules
        if each is not module and name in each.source.text
        for line in each.source.lines
        if name in line  # most lines do not, and the pattern is slow to find that out
    )
