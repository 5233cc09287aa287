"""NBP701: `ready()` of the PluginConfig does not call NetBox's."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.repairs import Edit, Repair
from netbox_plugin_kit.linting.sources import Place, Source
from netbox_plugin_kit.rules.executing import in_function, with_called
from netbox_plugin_kit.rules.loading import method_of_config
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP701",
    title="ready() without super().ready()",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig.ready",
    why="NetBox registers everything a plugin brings in its own ready(): models, menu, search, template extensions, "
    "GraphQL schema, preferences. Without the call the plugin is listed as installed and none of it is there.",
    bad="def ready(self):\n    from . import signals",
    good="def ready(self):\n    super().ready()\n    from . import signals",
    fixable="safe",
    limits="A call in a branch counts, and one in another method that ready() calls.",
)


@rule.on(Project)
def not_called(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """The nearest `ready` of the PluginConfig's classes that never calls another's."""
    found = method_of_config(project, "ready")
    if found is None:
        return
    running = with_called(in_function(found.scope, project.flow), project.flow)
    if any(_is_ready(each.node) for each in running):
        return
    source = found.module.source
    yield rule.finding(
        Place(source.name, found.node.lineno, found.node.col_offset + 1),
        f"ready() of {found.owner} never calls super().ready(), so NetBox registers nothing of what the plugin brings",
        fix="call super().ready() first",
        repair=_inserted(found.node, source),
    )


def _is_ready(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "ready"


def _inserted(node: ast.FunctionDef | ast.AsyncFunctionDef, source: Source) -> Repair | None:
    """The call as the first statement, after the docstring; None when the body is on the line of the `def`."""
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    last = node.body[0].end_lineno or node.body[0].lineno
    if node.body[0].lineno == node.lineno:
        return None
    line = body[0].lineno if body else last + 1
    indent = source.line(node.body[0].lineno)[: node.body[0].col_offset]
    end = "\r\n" if "\r\n" in source.text else "\n"
    if line > len(source.lines):  # a docstring alone, at the end of a file without a line's end
        return Repair((Edit(source.name, len(source.text), len(source.text), f"{end}{indent}super().ready(){end}"),))
    start = source.offset(line, 0)
    return Repair((Edit(source.name, start, start, f"{indent}super().ready(){end}"),))
