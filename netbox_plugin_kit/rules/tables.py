"""The models of a plugin that have a table, and what its migrations say of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from netbox_plugin_kit.linting.facts import ClassDefinition, Project
from netbox_plugin_kit.linting.flow import Block, Flow, Items, Klass, Module, Ref
from netbox_plugin_kit.linting.flow.arguments import argument, called_name

__all__ = ["BASES", "Migrated", "definition_of", "meta_says", "migrated", "models_with_tables"]

BASES = frozenset(
    {
        "netbox.models.AdminModel",
        "netbox.models.BaseModel",
        "netbox.models.ChangeLoggedModel",
        "netbox.models.NestedGroupModel",
        "netbox.models.NestedLtreeGroupModel",
        "netbox.models.NetBoxModel",
        "netbox.models.OrganizationalModel",
        "netbox.models.PrimaryModel",
    }
)
"""The abstract models that NetBox offers to plugins."""
_MODEL = frozenset({*BASES, "django.db.models.Model", "django.db.models.base.Model"})
_OPERATIONS = ("CreateModel", "AddField", "RenameField", "RenameModel", "DeleteModel")


def definition_of(klass: Klass, flow: Flow) -> ClassDefinition:
    """A class as rules know it."""
    module = flow.modules.get(klass.scope.module)
    assert module is not None  # noqa: S101 - its scope came from there
    place = module.source.place(klass.node.lineno, klass.node.col_offset + 1)
    return ClassDefinition(place, klass, module, flow)


def models_with_tables(project: Project) -> Iterator[ClassDefinition]:
    """The models of the plugin's own app: neither abstract nor proxies, and managed by migrations."""
    package = project.plugin.package if project.plugin is not None else ""
    for module in project.flow.modules:
        if not f"{module.name}.".startswith(f"{package}.") or "migrations" in module.parts:
            continue
        if "Model" not in module.source.text:
            continue
        for scope in module.found.classes:
            if scope.parent is module.found.scope and isinstance(scope.node, ast.ClassDef) and scope.node.bases:
                definition = definition_of(Klass(scope), project.flow)
                if _MODEL.isdisjoint(definition.bases()) or not _has_table(definition):
                    continue
                yield definition


def _has_table(definition: ClassDefinition) -> bool:
    """`abstract` is the only word of Meta that a class does not take over from its parents."""
    own = next((each for each in definition.node.body if isinstance(each, ast.ClassDef) and each.name == "Meta"), None)
    if own is not None and _word(own, "abstract") not in {None, "False"}:
        return False
    elsewhere = any(meta_says(definition, word) for word in ("proxy", "app_label", "swappable"))
    return not elsewhere and meta_says(definition, "managed") != "False"


def meta_says(definition: ClassDefinition, word: str) -> str | None:
    """What its Meta, or that of an ancestor in the project, assigns to a word, as it is written."""
    meta = definition.inner("Meta")
    found = meta.attribute(word) if meta is not None else None
    return ast.unparse(found[0]) if found is not None else None


def _word(meta: ast.ClassDef, word: str) -> str | None:
    for statement in meta.body:
        if isinstance(statement, ast.Assign) and any(ast.unparse(target) == word for target in statement.targets):
            return ast.unparse(statement.value)
    return None


@dataclass
class Migrated:
    """What the migrations of the plugin make.

    Attributes:
        fields: By model, in lower case, the names of the fields it ever had.
        is_certain: Whether every operation could be read.
    """

    fields: dict[str, set[str]] = field(default_factory=dict)
    is_certain: bool = True


def migrated(project: Project) -> Migrated | None:
    """What all migrations of the plugin together say; None when there are none."""
    package = project.plugin.package if project.plugin is not None else ""
    begin = f"{package}.migrations."
    modules = sorted((each for each in project.flow.modules if each.name.startswith(begin)), key=lambda each: each.name)
    if not modules:
        return None
    found = Migrated()
    for module in modules:
        _read(module, project.flow, found)
    return found


def _read(module: Module, flow: Flow, found: Migrated) -> None:
    if module.found.scope.stars or _has_other_operations(module, flow):
        found.is_certain = False
    calls = sorted(module.found.calls, key=lambda each: (each[0].lineno, each[0].col_offset))
    for call, block in calls:
        name = called_name(call)
        if name not in _OPERATIONS:
            continue
        first, second, third = (
            _text(call, position, word, block, flow)
            for position, word in enumerate(_WORDS.get(name, ("model_name", "name", "")))
        )
        model = (first or "").lower()
        if not model or (name == "AddField" and second is None) or (name.startswith("Rename") and second is None):
            found.is_certain = False
        elif name == "CreateModel":
            names = _field_names(argument(call, 1, "fields"), block, flow)
            found.is_certain = found.is_certain and names is not None
            found.fields.setdefault(model, set()).update(names or ())
        elif name == "RenameModel" and second is not None:
            found.fields.setdefault(second.lower(), set()).update(found.fields.get(model, ()))
        elif name == "AddField" and second is not None:
            found.fields.setdefault(model, set()).add(second)
        elif name == "RenameField" and third is not None:
            found.fields.setdefault(model, set()).add(third)


_WORDS = {
    "CreateModel": ("name", "", ""),
    "RenameModel": ("old_name", "new_name", ""),
    "RenameField": ("model_name", "old_name", "new_name"),
    "DeleteModel": ("name", "", ""),
}


def _has_other_operations(module: Module, flow: Flow) -> bool:
    """Whether operations of the project's own, or a computed list, can do more than what is read here."""
    for scope in module.found.classes:
        if getattr(scope.node, "name", "") != "Migration":
            continue
        for value in flow.attribute(Klass(scope), "operations"):
            if not isinstance(value, Items):
                return not (isinstance(value, Ref) and value.path.endswith(".operations"))
            for element in value.elements:
                if not isinstance(element, ast.Call) or not flow.paths(element.func, value.block):
                    return True
    return False


def _text(call: ast.Call, position: int, word: str, block: Block, flow: Flow) -> str | None:
    texts = flow.texts(argument(call, position, word or None), block)
    return texts[0] if len(texts) == 1 else None


def _field_names(node: ast.expr | None, block: Block, flow: Flow) -> set[str] | None:
    """The first of every pair; None when they are computed."""
    if not isinstance(node, ast.List | ast.Tuple):
        return None
    found: set[str] = set()
    for pair in node.elts:
        if not isinstance(pair, ast.Tuple) or not pair.elts:
            return None
        found.update(flow.texts(pair.elts[0], block))
    return found
