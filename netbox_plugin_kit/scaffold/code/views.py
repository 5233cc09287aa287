"""Views: which a model has, what their lists offer, tabs on other objects' pages, and what actions set."""

from __future__ import annotations

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code.targets import class_name, title
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.spec import Action, Model, Spec, Tab

__all__ = [
    "action_assignments", "action_class", "action_imports", "action_view", "child_actions", "child_mapping",
    "core_imports", "list_actions", "list_mapping", "rename_field", "tab_class", "tab_label",
    "tab_name", "tab_path",
]  # fmt: skip

_TAKEN = {
    "add", "bulk_add", "bulk_delete", "bulk_edit", "bulk_import", "bulk_rename", "changelog", "contacts", "delete",
    "edit", "image_attachments", "jobs", "journal", "list", "sync",
}  # fmt: skip
"""Names of views that NetBox or the plugin itself registers for every model."""


def rename_field(model: Model, spec: Spec) -> str | None:
    """The text that bulk renaming changes; None where there is none to change.

    NetBox 4.3 knows `name` alone, later releases any field (netbox/views/generic/bulk_views.py).
    """
    texts = [field.name for field in model.fields if type(field) is kinds.Char and field.required]
    shown = [name for name in model.display if name in texts]
    found = ["name"] if "name" in texts else shown if spec.netbox.since("4.4") else []
    return found[0] if found and spec.features.bulk_rename else None


def list_actions(model: Model, spec: Spec) -> tuple[str, ...]:
    """The buttons of a list, as classes of `netbox.object_actions`; none where NetBox's own choice is right."""
    features = spec.features
    # A range with 4.3 gets by with one constant for all models: NetBox hides renaming where there is no such view.
    rename = features.bulk_rename if not spec.netbox.since("4.4") else rename_field(model, spec) is not None
    offered = {
        "AddObject": True,
        "BulkImport": features.bulk_import,
        "BulkExport": features.export,
        "BulkEdit": features.bulk_edit,
        "BulkRename": rename,
        "BulkDelete": features.bulk_delete,
    }
    return () if all(offered.values()) else tuple(name for name, wanted in offered.items() if wanted)


def child_actions(spec: Spec) -> tuple[str, ...]:
    """The same for the lists in tabs, where the buttons of the page's object come first."""
    features = spec.features
    if features.bulk_edit and features.bulk_delete:
        return ()
    bulk = [("BulkEdit", features.bulk_edit), ("BulkDelete", features.bulk_delete)]
    return ("CloneObject", "EditObject", "DeleteObject", *(name for name, wanted in bulk if wanted))


def action_imports(spec: Spec) -> list[str]:
    """What a range that spans 4.4 imports from `netbox.object_actions`, where NetBox has it."""
    lists = {name for model in spec.models for name in list_actions(model, spec)}
    return sorted(lists | set(child_actions(spec) if spec.tabs else ()))


def list_mapping(spec: Spec) -> dict[str, set[str]]:
    """The buttons of a list on NetBox 4.3: names and permissions."""
    offered = {
        "add": ("add", True),
        "export": ("view", spec.features.export),
        "bulk_import": ("add", spec.features.bulk_import),
        **_bulk_mapping(spec),
    }
    return {name: {permission} for name, (permission, wanted) in offered.items() if wanted}


def child_mapping(spec: Spec) -> dict[str, set[str]]:
    """The buttons of a tab's list on NetBox 4.3."""
    return {name: {permission} for name, (permission, wanted) in _bulk_mapping(spec).items() if wanted}


def _bulk_mapping(spec: Spec) -> dict[str, tuple[str, bool]]:
    return {
        "bulk_edit": ("change", spec.features.bulk_edit),
        "bulk_delete": ("delete", spec.features.bulk_delete),
    }


def action_class(action: Action, model: Model) -> str:
    """Its class in `object_actions.py`: `SignContract`."""
    return f"{_camel(action.name)}{model.name}"


def action_view(action: Action, model: Model) -> str:
    """Its view's class: `ContractSignView`."""
    return f"{model.name}{_camel(action.name)}View"


def action_assignments(action: Action, model: Model) -> list[str]:
    """What an action sets, as statements about `instance`."""
    return [f"instance.{name} = {_literal(model.field(name), given)}" for name, given in action.sets]


def _literal(field: Field, given: object) -> str:
    if isinstance(field, kinds.ChoiceSet):
        for choice in field.choices:
            if choice.value == given:
                return f"{field.class_name}.{field.prefix}_{choice.constant}"
    return repr(given) if given is None or isinstance(given, bool | int | list | dict) else repr(str(given))


def _repeated(tab: Tab, spec: Spec) -> bool:
    return sum(other.to == tab.to and other.model is tab.model for other in spec.tabs) > 1


def tab_class(tab: Tab, spec: Spec) -> str:
    """`SiteContractsView`."""
    by = f"By{_camel(tab.field.name)}" if _repeated(tab, spec) else ""
    return f"{tab.to.model}{_camel(tab.model.snake_plural)}{by}View"


def _camel(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def tab_label(tab: Tab, spec: Spec) -> str:
    """Its words: `Contracts`, with the field where there are two tabs of that name."""
    by = f" ({tab.field.label})" if _repeated(tab, spec) else ""
    return f"{title(tab.model.verbose_name_plural)}{by}"


def tab_name(tab: Tab, spec: Spec) -> str:
    """The view's name: the plugin's in front on core's models; another than NetBox's own on the plugin's."""
    name = tab.model.snake_plural + (f"_by_{tab.field.name}" if _repeated(tab, spec) else "")
    if not tab.to.own:
        return f"{spec.package}_{name}"
    taken = _TAKEN | {action.name for action in spec.model(tab.to.model).actions}
    return f"{name}_tab" if name in taken else name


def tab_path(tab: Tab, spec: Spec) -> str:
    """The end of its URL, which must differ from core's, too."""
    name = tab_name(tab, spec).removeprefix(f"{spec.package}_").replace("_", "-")
    return name if tab.to.own else f"{spec.base_url}/{name}"


def core_imports(spec: Spec) -> list[str]:
    """The imports of the core models that get tabs."""
    found = {tab.to.dotted: tab.to for tab in spec.tabs if not tab.to.own}
    return [
        f"from {to.app}.models import {to.model}"
        + (f" as {name}" if (name := class_name(to, spec)) != to.model else "")
        for to in found.values()
    ]
