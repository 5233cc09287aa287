"""NBP908: the plugin has models and no migrations."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition, Project
from netbox_plugin_kit.linting.flow import Klass
from netbox_plugin_kit.rules.building import package_directory
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import written

rule = Rule(
    code="NBP908",
    title="Models without migrations",
    severity="error",
    source="docs/plugins/development/models.md, Create Migrations",
    why="`migrate` makes no table, and every page of the plugin ends with a database error.",
    bad="netbox_example/models.py, netbox_example/migrations/__init__.py",
    good="netbox_example/migrations/0001_initial.py",
    limits="Whether the migrations are complete is for `makemigrations --check` to say (`npk test`).",
)


@rule.on(Project)
def none_made(project: Project, context: Context) -> Iterator[Violation]:
    """A model of the plugin's own that has a table, where `migrations` holds no migration."""
    package = package_directory(project)
    begin = f"{package}/migrations/"
    if not package or any(_is_migration(name, begin) for name in project.files):
        return
    for module in project.flow.modules:
        if module.name.startswith(f"{context.package}.models"):
            for scope in module.found.classes:
                node = scope.node
                if isinstance(node, ast.ClassDef) and scope.parent is module.found.scope:
                    place = module.source.place(node.lineno, node.col_offset + 1)
                    definition = ClassDefinition(place, Klass(scope), module, project.flow)
                    if _has_table(definition):
                        yield rule.finding(
                            place,
                            f"{definition.name} is a model, but the plugin has no migration that makes its table",
                            fix=f"run `makemigrations {context.label}` in a NetBox with DEVELOPER = True",
                        )
                        return


def _is_migration(name: str, begin: str) -> bool:
    return name.startswith(begin) and name.endswith(".py") and not name.endswith("/__init__.py")


def _has_table(definition: ClassDefinition) -> bool:
    if not any(path.startswith(("django.db.models.", "netbox.models.")) for path in definition.bases()):
        return False
    if not definition.descends_from("Model", "NetBoxModel", "PrimaryModel", "OrganizationalModel", "NestedGroupModel"):
        return False
    meta = next((each for each in definition.node.body if isinstance(each, ast.ClassDef) and each.name == "Meta"), None)
    said = [written(each).replace(" ", "") for each in meta.body] if meta else []
    return not {"abstract=True", "proxy=True", "managed=False"}.intersection(said)
