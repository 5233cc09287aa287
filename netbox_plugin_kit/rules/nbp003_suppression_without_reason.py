"""NBP003: a suppression does not say why."""

from netbox_plugin_kit.rules.rule import Rule

rule = Rule(
    code="NBP003",
    title="Suppression without a reason",
    severity="warning",
    source="docs/lint.md",
    why="Whoever comes next cannot tell whether it still holds.",
    bad="# npk: ignore[NBP104]",
    good="# npk: ignore[NBP104] removed by the receiver in signals.py",
)
