"""NBP005: a suppression names a rule that does not exist."""

from netbox_plugin_kit.rules.rule import Rule

rule = Rule(
    code="NBP005",
    title="Unknown rule",
    severity="error",
    source="docs/lint.md",
    why="It suppresses nothing, whatever its author meant.",
    bad="# npk: ignore[NBP1O4] a typing mistake",
    good="# npk: ignore[NBP104] removed by the receiver in signals.py",
)
