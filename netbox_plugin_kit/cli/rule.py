"""`npk rule`: what a rule is about."""

from __future__ import annotations

import click

__all__ = ["rule"]


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """Explain a rule of `npk lint`, or list them all.

    CODE is a rule's code, such as NBP101.
    """
    from netbox_plugin_kit.errors import UsageError
    from netbox_plugin_kit.rules import every_rule, rule_of
    from netbox_plugin_kit.rules.documentation import section

    if code is None:
        for each in every_rule():
            click.echo(f"{each.code}  {each.severity:<8} {each.title}")
        return
    found = rule_of(code)
    if found is None:
        raise UsageError(f"there is no rule {code}; `npk rule` lists them")
    click.echo(section(found), nl=False)
