"""NBP107: a migration, or SQL, writes rows of core's tables."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.sql import RUNNERS, touched, written

rule = Rule(
    code="NBP107",
    title="Core's rows written behind its back",
    severity="warning",
    source="docs/plugins/index.md, Limitations: modify core models",
    why="Nothing validates what is written, no change is logged, no event rule fires, counters and search go stale; "
    "and "
    "in a migration it happens on an upgrade, when nobody is asked.",
    bad='apps.get_model("dcim", "Device").objects.filter(status="x").update(status="active")',
    good="a job or a button that changes objects one by one, with snapshot(), full_clean() and save()",
    limits="Custom fields, tags and the like (the app `extras`) and content types are what migrations may well "
    "prepare.",
)

_WRITES = ("create", "update", "delete", "save", "bulk_create", "bulk_update", "get_or_create", "update_or_create")
_ALLOWED = frozenset({"extras", "contenttypes"})
_ABOUT_OTHERS = frozenset({"core.objectchange", "core.objecttype", "tenancy.contactassignment"})
"""Rows that are about the plugin's own objects as well as about core's."""


@rule.on_call(*_WRITES)
def rows(call: Call, context: Context) -> Iterator[Violation]:
    """A historical model of core that is written through the ORM."""
    for path in call.receiver_paths():
        if path.startswith("historical."):
            app, model = (*path.split(".", 3), "")[1:3]
            if app in context.core.packages and app not in _ALLOWED:
                name = f"{app}.{model.partition('(')[0]}"
                if name.lower() in _ABOUT_OTHERS:
                    continue
                yield rule.finding(
                    call.place, f"the migration writes rows of {name}, a model of NetBox's core ({call.name})",
                    fix="leave core's objects to its users, or change them with its own models in a job",
                )  # fmt: skip


@rule.on_call(*RUNNERS)
def sql(call: Call, context: Context) -> Iterator[Violation]:
    """SQL that writes rows of a table of core."""
    tables = [table for text in written(call) for table in touched(text, context.core, "rows")]
    for table in dict.fromkeys(tables):
        if table.partition("_")[0] != "extras" and table.replace("_", ".", 1) not in _ABOUT_OTHERS:
            yield rule.finding(
                call.place, f"the SQL writes rows of {table}, a table of NetBox's core",
                fix="change core's objects with its own models: snapshot(), full_clean(), save()",
            )  # fmt: skip
