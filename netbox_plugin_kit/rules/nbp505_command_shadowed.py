"""NBP505: a management command has the name of one that NetBox has."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Command
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP505",
    title="Management command shadowed",
    severity="error",
    source="django/core/management/__init__.py, get_commands; docs/plugins/index.md, Limitations: disable core "
    "components",
    why="Django's own commands, `migrate` and `check` among them, give way to those of any app: an upgrade then runs "
    "the "
    "plugin's. Against NetBox's own apps a plugin's command loses and never runs.",
    bad="management/commands/migrate.py",
    good="management/commands/example_migrate.py",
)


@rule.on(Command)
def shadowed(command: Command, context: Context) -> Iterator[Violation]:
    """A name that Django or an app of NetBox has in a declared release."""
    known = context.core.commands.get(command.name)
    if known is None or not (minors := context.among(known.minors)):
        return
    wins = known.owner == "django.core"
    yield rule.finding(
        command.place,
        f"{command.name} takes the place of Django's own command" if wins
        else f"{command.name} never runs: the command of that name in {known.owner} comes first",
        fix=f"rename it, say {context.label}_{command.name}", netbox=minors, severity="error" if wins else "warning",
    )  # fmt: skip
