"""The first migration: written from the specification, so that a generated plugin can be installed at once.

NetBox's autodetector must find nothing to add to it on any release of the range: `npk test` asks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code.models import constraints, indexes, migration_fields, ordering, permissions
from netbox_plugin_kit.scaffold.code.source import call
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.releases import Range
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = ["dependencies", "has_changing_owner", "has_validators", "operations"]

_ALWAYS = (
    ("id", "models.BigAutoField(auto_created=True, primary_key=True, serialize=False)"),
    ("created", "models.DateTimeField(auto_now_add=True, null=True)"),
    ("last_updated", "models.DateTimeField(auto_now=True, null=True)"),
    (
        "custom_field_data",
        "models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder)",
    ),
)
_TAGS = ("tags", "taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')")
_CONTENT_TYPES = ("contenttypes", "0002_remove_content_type_name")
_BRANCH = "models.PositiveIntegerField(editable=False)"


def dependencies(spec: Spec) -> list[tuple[str, str]]:
    """The migrations that must have run: the newest that every release of the range has, of every app led to."""
    apps = {"extras"} | {
        relation.to.app for model in spec.models for relation in model.relations if not relation.to.own
    }
    if spec.netbox.since("4.7") and any(model.base == "nested" for model in spec.models):
        apps.add("dcim")  # its migrations install PostgreSQL's ltree
    found = [(app, spec.netbox.leaf(app)) for app in sorted(apps)]
    return [_CONTENT_TYPES, *found] if any(model.generics for model in spec.models) else found


def operations(spec: Spec) -> Iterator[str]:
    """The operations in an order that works: models after those they lead to, what is left of a circle added later."""
    made: set[str] = set()
    later: list[tuple[Model, Field]] = []
    for model in _sorted(spec.models):
        made.add(model.name)
        waiting = [field for field in model.fields if _leads_to_own(field) and field.to.model not in made]  # type: ignore[attr-defined]
        later += [(model, field) for field in waiting]
        yield _create(model, [field for field in model.fields if field not in waiting], spec.netbox)
    for model, field in later:
        for name, source in migration_fields(field):
            yield call("migrations.AddField", model_name=repr(model.lower), name=repr(name), field=source)
    for model in spec.models:
        for index in indexes(model, spec.netbox):
            yield call("migrations.AddIndex", model_name=repr(model.lower), index=index)
        for constraint in constraints(model, spec.netbox):
            yield call("migrations.AddConstraint", model_name=repr(model.lower), constraint=constraint)
        if model.base == "nested" and spec.netbox.since("4.7"):
            yield call("InstallLtreeTriggers", table_name=repr(f"{model.package}_{model.lower}"), name_column="'name'")


def _leads_to_own(field: Field) -> bool:
    return isinstance(field, kinds.Relation) and field.to.own


def _sorted(models: tuple[Model, ...]) -> list[Model]:
    """Models after those that they lead to, as far as that is possible."""
    waiting, found = list(models), list[Model]()
    while waiting:
        known = {model.name for model in found}
        ready = next((model for model in waiting if _needs(model) <= known | {model.name}), waiting[0])
        waiting.remove(ready)
        found.append(ready)
    return found


def _needs(model: Model) -> set[str]:
    return {relation.to.model for relation in model.relations if relation.to.own}


def _create(model: Model, fields: list[Field], netbox: Range) -> str:
    columns = [*_ALWAYS, *_tree(model, netbox)]
    for field in fields:
        columns += [_owner(netbox)] if field.inherited and field.name == "owner" else migration_fields(field)
    columns.append(_TAGS)
    listed = ", ".join(f"({name!r}, {source})" for name, source in columns)
    options: dict[str, object] = {}
    if ordering(model, netbox):
        options["ordering"] = ordering(model, netbox)
    if model.actions:
        options["permissions"] = permissions(model)
    if model.base in {"organizational", "nested"}:
        options["abstract"] = False
    return call("migrations.CreateModel", name=repr(model.name), fields=f"[{listed}]", options=repr(options or None))


def has_validators(spec: Spec) -> bool:
    """Whether some field has a validator, so that their module must be imported."""
    return any("django.core.validators" in source for model in spec.models for source in _sources(model))


def _sources(model: Model) -> Iterator[str]:
    for field in model.fields:
        yield from (source for _, source in migration_fields(field))


def has_changing_owner(spec: Spec) -> bool:
    """Whether models have NetBox's `owner`, and releases of the range differ in what it is."""
    return spec.netbox.spans("4.7") and any(model.has("owner") for model in spec.models)


def _owner(netbox: Range) -> tuple[str, str]:
    """NetBox's own field, whose way back is hidden since 4.7 (netbox/models/mixins.py); the column is the same."""
    related_name = "OWNER_RELATED_NAME" if netbox.spans("4.7") else "'+'" if netbox.since("4.7") else None
    return "owner", call(
        "models.ForeignKey", blank="True", null="True", on_delete="django.db.models.deletion.PROTECT",
        related_name=related_name, to="'users.owner'",
    )  # fmt: skip


def _tree(model: Model, netbox: Range) -> list[tuple[str, str]]:
    """The columns of a hierarchy: ltree's since 4.7, MPTT's where the range begins before (netbox/models)."""
    if model.base != "nested":
        return []
    parent = {
        "blank": "True", "null": "True", "on_delete": "django.db.models.deletion.CASCADE", "related_name": "'children'",
        "to": repr(f"{model.package}.{model.lower}"),
    }  # fmt: skip
    if netbox.since("4.7"):
        return [
            ("parent", call("models.ForeignKey", parent)),
            ("path", "netbox.models.ltree.LtreeField(blank=True, default='', editable=False)"),
            ("sort_path", "models.TextField(blank=True, default='', editable=False)"),
        ]
    return [
        *((name, _BRANCH) for name in ("lft", "rght")),
        ("tree_id", "models.PositiveIntegerField(db_index=True, editable=False)"),
        ("level", _BRANCH),
        ("parent", call("mptt.fields.TreeForeignKey", parent)),
    ]
