"""NBP004: a suppression suppresses nothing."""

from netbox_plugin_kit.rules.rule import Rule

rule = Rule(
    code="NBP004",
    title="Suppression of nothing",
    severity="warning",
    source="docs/lint.md",
    why="It would hide the next mistake in its line, which nobody has thought about.",
    bad="x = 1  # npk: ignore[NBP104] no longer needed",
    good="x = 1",
    fixable="safe",
    limits="A suppression of a rule that was not asked for in this run is left alone.",
)
