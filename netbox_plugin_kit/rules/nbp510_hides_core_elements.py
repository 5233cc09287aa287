"""NBP510: style sheets of the plugin hide parts of core's pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP510",
    title="Parts of core's pages hidden",
    severity="warning",
    source="docs/plugins/index.md, Limitations: disable core components",
    why="What is put into the head of every page holds for every page: buttons and menus of core are there and "
    "cannot be "
    "seen, for users who need them too.",
    bad='def head(self):\n    return "<style>#add-button { display: none }</style>"',
    good="permissions, for what some users should not do",
    limits="Only texts in the methods of a template extension are looked at, not style sheets and scripts.",
)

_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|\.(?:remove|hide)\(\)|style\.display\s*=", re.IGNORECASE
)
_METHODS = frozenset({"head", "navbar", "alerts"})


@rule.on(ClassDefinition)
def hides(definition: ClassDefinition, _context: Context) -> Iterator[Violation]:
    """A text that hides elements, in what a template extension puts on all pages."""
    if not definition.descends_from("PluginTemplateExtension"):
        return
    for method in definition.own_methods():
        for node in ast.walk(method) if method.name in _METHODS else ():
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and "<" in text and _HIDES.search(text) and isinstance(node, ast.Constant):
                place = definition.module.source.place(node.lineno, node.col_offset + 1)
                yield rule.finding(
                    place, f"{definition.name}.{method.name}() hides parts of the page it is put on",
                    fix="style the plugin's own elements only",
                )  # fmt: skip
