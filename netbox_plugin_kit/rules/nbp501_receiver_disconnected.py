"""NBP501: a signal receiver of core is disconnected."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change
from netbox_plugin_kit.rules.paths import is_core, top_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP501",
    title="Core signal receiver disconnected",
    severity="error",
    source="docs/plugins/index.md, Limitations: disable core components",
    why="Change logging, caches, counters, cable paths and event rules are receivers: without one, data go wrong "
    "quietly.",
    bad="post_save.disconnect(handle_changed_object)",
    good="leave it connected; skip what it does with the settings that core offers for that",
    limits="A plugin may disconnect what it connected itself.",
)

_FIX = "leave NetBox's receivers connected"


@rule.on_call("disconnect")
def disconnected(call: Call, context: Context) -> Iterator[Violation]:
    """A receiver that comes from core, or from a signal's own list of receivers."""
    for path in call.paths_of(0, "receiver"):
        if is_core(path, context.core) or ".receivers[" in path:
            yield rule.finding(call.place, f"disconnect takes {path} off a signal", fix=_FIX)


@rule.on(Change)
def emptied(change: Change, context: Context) -> Iterator[Violation]:
    """The list of receivers of a signal, changed by hand."""
    from_core = top_of(change.target) in {"django", *context.core.packages}
    if from_core and (change.target.endswith(".receivers") or change.member in {"receivers", "_live_receivers"}):
        yield rule.finding(change.place, f"{change.words} changes the receivers of {change.target}", fix=_FIX)
