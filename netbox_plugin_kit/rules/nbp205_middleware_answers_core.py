"""NBP205: a middleware answers requests for pages of core."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP205",
    title="Middleware answers for core",
    severity="warning",
    source="docs/plugins/index.md, Limitations: register URLs outside the /plugins root",
    why="A middleware may look at every request and response; one that answers in the place of a core page replaces "
    "it.",
    bad='if request.path.startswith("/dcim/"):\n    return HttpResponse("closed")',
    good="return self.get_response(request)",
    limits="Seen are comparisons of `request.path` with a path of core in a class that returns a response of its own.",
)

_METHODS = frozenset({"__call__", "__acall__", "process_request", "process_view"})
_ANSWERS = frozenset({"HttpResponse", "HttpResponseRedirect", "JsonResponse", "render", "redirect", "TemplateResponse"})


@rule.on(ClassDefinition)
def answers(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A condition on a path of core in a method that answers by itself."""
    methods = [method for method in definition.own_methods() if method.name in _METHODS]
    if not methods or not (definition.name.endswith("Middleware") or "__init__" in definition.klass.scope.bindings):
        return
    for method in methods:
        nodes = list(ast.walk(method))
        if not any(isinstance(node, ast.Return) and _is_answer(node.value) for node in nodes):
            continue
        for node in nodes:
            if isinstance(node, ast.If) and (path := _core_path(node.test, context)):
                place = definition.module.source.place(node.test.lineno, node.test.col_offset + 1)
                yield rule.finding(
                    place, f"{definition.name} answers requests for {path}, pages of NetBox's core",
                    fix="let core answer, and change what is the plugin's own",
                )  # fmt: skip


def _is_answer(node: ast.expr | None) -> bool:
    function = node.func if isinstance(node, ast.Call) else None
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in _ANSWERS


def _core_path(test: ast.expr, context: Context) -> str | None:
    nodes = list(ast.walk(test))
    if not any(isinstance(node, ast.Attribute) and node.attr in {"path", "path_info"} for node in nodes):
        return None
    own = {"plugins", "static", "media"}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("/"):
            parts = node.value.strip("/").split("/")
            if parts[0] in context.core.url_roots and parts[0] not in own and parts[:2] != ["api", "plugins"]:
                return node.value
    return None
