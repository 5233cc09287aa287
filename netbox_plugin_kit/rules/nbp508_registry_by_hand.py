"""NBP508: NetBox's registry is written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.registry import keys_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP508",
    title="Registry written by hand",
    severity="warning",
    source="docs/plugins/development/index.md: what is not documented is not API; netbox/registry.py",
    why="What the stores hold changes from release to release (4.7 took two of them away), and a plugin that writes "
    "them "
    "itself skips the checks that the register functions make.",
    bad='registry["plugins"]["template_extensions"]["dcim.site"].append(SitePanel)',
    good="template_extensions = [SitePanel]",
)


@rule.on(Change)
def written(change: Change, context: Context) -> Iterator[Violation]:
    """An item that is added, or set under a name that is not core's."""
    keys = keys_of(change.path)
    if not keys:
        return
    core_app = len(keys) > 1 and keys[1].partition(".")[0] in context.core.packages
    core_name = keys[0] == "data_backends" and len(keys) > 1 and keys[1] in context.core.data_backends
    if change.how == "mutate" or (change.how == "set" and len(keys) > 1 and not core_app and not core_name):
        yield rule.finding(
            change.place, f"{change.words} writes {'/'.join(keys)} in NetBox's registry by hand",
            fix="use the register function or the resource module that NetBox documents for it",
        )  # fmt: skip
