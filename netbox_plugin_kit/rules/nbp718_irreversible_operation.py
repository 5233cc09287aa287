"""NBP718: a migration cannot be undone."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP718",
    title="Migration without a way back",
    severity="warning",
    source="docs.djangoproject.com, Migration Operations: RunPython, RunSQL; docs/plugins/removal.md",
    why="`migrate netbox_example zero`, which is how a plugin is taken out of a database, stops there with "
    "IrreversibleError, and so does going back to an older release of the plugin.",
    bad="migrations.RunPython(fill_status)",
    good="migrations.RunPython(fill_status, migrations.RunPython.noop)",
)


@rule.on_call("RunPython", "RunSQL")
def one_way(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """No reverse, or None as one."""
    if "migrations" not in call.module.parts or not any(path.startswith("django.") for path in call.paths):
        return
    if any(word.arg is None for word in call.node.keywords):
        return
    name = "reverse_code" if call.name == "RunPython" else "reverse_sql"
    given = call.argument(1, name)
    if given is None or getattr(given, "value", ...) is None:
        yield rule.finding(
            call.place,
            f"{call.name} has no {name}, so the migration cannot be undone",
            fix=f"give {name}; migrations.{call.name}.noop where there is nothing to undo",
        )
