"""`npk rule`: what a rule is about."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from netbox_plugin_kit.rules import Rule

__all__ = ["rule"]


@click.command()
@click.argument("code", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True,
    help="For people, for programs, or for a document.",
)  # fmt: skip
def rule(code: str | None, form: str) -> None:
    """Explain a rule of `npk lint`, or list them all.

    CODE is a rule's code, such as NBP101.
    """
    from netbox_plugin_kit.errors import UsageError
    from netbox_plugin_kit.rules import every_rule, rule_of

    if code is None:
        click.echo(_list(every_rule(), form), nl=False)
        return
    found = rule_of(code)
    if found is None:
        raise UsageError(f"there is no rule {code}; `npk rule` lists them")
    click.echo(_document(found, form), nl=False)


def _list(rules: tuple[Rule, ...], form: str) -> str:
    from netbox_plugin_kit.rules.documentation import record, table

    if form == "json":
        return json.dumps([record(each) for each in rules], indent=2) + "\n"
    if form == "markdown":
        return table(rules, links=False)
    return "".join(f"{each.code}  {each.severity:<8} {each.title}\n" for each in rules)


def _document(found: Rule, form: str) -> str:
    from netbox_plugin_kit.rules.documentation import as_text, record, section

    if form == "json":
        return json.dumps(record(found), indent=2) + "\n"
    return section(found) if form == "markdown" else as_text(found, min(shutil.get_terminal_size().columns, 100))
