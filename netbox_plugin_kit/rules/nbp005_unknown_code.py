"""NBP005: a suppression or a setting names a rule that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.plugin.metadata import table, texts
from netbox_plugin_kit.rules.manifest import place_in_pyproject
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP005",
    title="Unknown rule",
    severity="error",
    source="docs/lint.md",
    why="It does nothing, whatever its author meant: the finding that was to be left out, or looked for, is not.",
    bad="# npk: ignore[NBP1O4] a typing mistake",
    good="# npk: ignore[NBP104] removed by the receiver in signals.py",
    limits="Looked at are comments and the table [tool.netbox-plugin-kit.lint]; an unknown code on the command line is "
    "wrong usage.",
)


@rule.on(Project)
def in_settings(project: Project, _context: Context) -> Iterator[Violation]:
    """Codes, or beginnings of codes, that fit no rule; comments are `linting.suppressions`' business."""
    from netbox_plugin_kit.rules import every_rule  # which imports this

    lint = table(project.pyproject, "tool", "netbox-plugin-kit", "lint")
    named = [*texts(lint.get("select")), *texts(lint.get("ignore"))]
    for codes in table(lint, "per-file-ignores").values():
        named += texts(codes)
    for code in dict.fromkeys(named):
        if not any(each.code.startswith(code) for each in every_rule()):
            place = place_in_pyproject(project, rf"[\"']{re.escape(code)}[\"']")
            yield rule.finding(place, f"there is no rule {code}", fix="`npk rule` lists them")
