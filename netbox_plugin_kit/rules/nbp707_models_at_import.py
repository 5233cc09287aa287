"""NBP707: models are imported together with the plugin's package."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Klass, Module, Ref
from netbox_plugin_kit.rules.executing import Running, at_import
from netbox_plugin_kit.rules.loading import imported_with_config
from netbox_plugin_kit.rules.paths import top_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP707",
    title="Models imported with the package",
    severity="error",
    source="docs.djangoproject.com, Applications, Troubleshooting: AppRegistryNotReady; netbox/settings.py, the loop "
    "over PLUGINS",
    why="NetBox imports the package while it makes its settings, before any app is loaded. A model that is defined "
    "then raises AppRegistryNotReady, or ImproperlyConfigured, and NetBox does not start.",
    bad="# netbox_example/__init__.py\nfrom .models import Asset",
    good="def ready(self):\n    super().ready()\n    from .models import Asset",
    limits="Only modules that the package imports at its top level count, those that these import, and so on. Of "
    "modules outside the plugin, those called models are known to define some, and a few of NetBox's.",
)

_HEAVY = frozenset(
    {
        "netbox.api.serializers",
        "netbox.api.viewsets",
        "netbox.filtersets",
        "netbox.forms",
        "netbox.jobs",
        "netbox.tables",
        "netbox.views.generic",
        "extras.scripts",
    }
)
"""Modules of core that import models themselves, in every release."""


@rule.on(Project)
def too_early(project: Project, context: Context) -> Iterator[Violation]:
    """An import of core's models, or a model of the plugin's own, in what is imported with the package."""
    for module in imported_with_config(project):
        for here in at_import(module, project.flow):
            if here.guarded:
                continue
            if isinstance(here.node, ast.Import | ast.ImportFrom):
                for name in _outside(here.node, module, context):
                    yield rule.finding(
                        here.place,
                        f"{name} is imported together with {context.package}, before NetBox has loaded any app",
                        fix="import it in ready(), or in the function that needs it",
                    )
            elif isinstance(here.node, ast.ClassDef) and _is_model(here, project):
                yield rule.finding(
                    here.place,
                    f"the model {here.node.name} is defined together with {context.package}, before NetBox has loaded "
                    "any app",
                    fix=f"import {module.name} in ready(), not at the top of the package" if module.parts
                    else "move the model into models.py",
                )  # fmt: skip


def _outside(node: ast.Import | ast.ImportFrom, module: Module, context: Context) -> Iterator[str]:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [module.absolute(node)]
    if isinstance(node, ast.ImportFrom):
        names += [f"{names[0]}.{alias.name}" for alias in node.names]
    for name in names:
        known = top_of(name) in context.core.packages or name.startswith("django.contrib.")
        if known and ("models" in name.split(".")[1:] or name in _HEAVY):
            yield name
            return


def _is_model(here: Running, project: Project) -> bool:
    scope = project.flow.scope_of(here.node)
    ancestors = project.flow.ancestors(Klass(scope)) if scope is not None else ()
    return any(
        isinstance(base, Ref) and (base.path == "django.db.models.Model" or base.path.startswith("netbox.models."))
        for base in ancestors
    )
