"""NBP404: NetBox's dynamic configuration is changed."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP404",
    title="Dynamic configuration changed",
    severity="warning",
    source="docs/configuration/index.md, dynamic parameters; docs/plugins/index.md, Limitations: modify core settings",
    why="It is the administrator's page of settings; a revision that a plugin makes takes the place of theirs, whole.",
    bad="ConfigRevision.objects.create(data={...}).activate()",
    good="get_config().BANNER_TOP  # to read",
)

_MODELS = (
    "core.models.ConfigRevision",
    "core.models.config.ConfigRevision",
    "historical.core.ConfigRevision",
    "extras.models.ConfigRevision",
)


@rule.on_call("create", "save", "activate", "update", "get_or_create", "update_or_create")
def revised(call: Call, _context: Context) -> Iterator[Violation]:
    """A revision that is made, saved or activated."""
    if any(path.startswith(_MODELS) for path in call.receiver_paths()):
        yield rule.finding(
            call.place, f"{call.name} changes NetBox's dynamic configuration", fix="leave it to the administrator"
        )


@rule.on(Change)
def assigned(change: Change, _context: Context) -> Iterator[Violation]:
    """A parameter that is assigned on what `get_config()` gives."""
    if change.target.startswith(("netbox.config.get_config()", "netbox.config.Config")):
        yield rule.finding(
            change.place, f"{change.words} changes {change.member or 'NetBox'}, a dynamic parameter of NetBox",
            fix="leave it to the administrator",
        )  # fmt: skip
