"""NBP105: a model of the plugin is a proxy or a child of one of core's."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Ref
from netbox_plugin_kit.rules.paths import model_in
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP105",
    title="Proxy or child of a core model",
    severity="warning",
    source="docs/plugins/index.md, Limitations: modify core models",
    why="A child puts a column of the plugin between core's row and its deletion and doubles every change in the "
    "log; a "
    "proxy gets permissions, content types and change log entries of its own for rows that are core's.",
    bad="class RackDevice(Device):\n    class Meta:\n        proxy = True",
    good='class RackDevice(NetBoxModel):\n    device = models.OneToOneField("dcim.Device", on_delete=models.CASCADE)',
)


@rule.on(ClassDefinition)
def inherited(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A class whose own bases name a concrete model of core."""
    for base in definition.flow.bases(definition.klass):
        model = model_in(base.path, context.core) if isinstance(base, Ref) else None
        if model is not None and not model.rest:
            kind = "a proxy" if _is_proxy(definition) else "a child"
            yield rule.finding(
                definition.place,
                f"{definition.name} is {kind} of {model.label}, a model of NetBox's core",
                fix=f"make it a model of its own with a one-to-one relation to {model.label}",
            )


def _is_proxy(definition: ClassDefinition) -> bool:
    meta = definition.inner("Meta")
    found = meta.attribute("proxy") if meta else None
    return found is not None and ast.unparse(found[0]) == "True"
