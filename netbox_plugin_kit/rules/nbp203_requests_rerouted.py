"""NBP203: requests are led to other URLs than those they asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, PythonFile
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP203",
    title="Requests rerouted",
    severity="error",
    source="docs/plugins/index.md, Limitations: register URLs outside the /plugins root",
    why="Every page of NetBox is then resolved by what the plugin says: links, permissions and tests of core no longer "
    "mean what they say.",
    bad='request.urlconf = "netbox_example.all_urls"',
    good="leave the request's path alone; answer below /plugins/ only",
)

_ATTRIBUTES = frozenset({"urlconf", "path_info"})
_FIX = "let NetBox resolve the request; answer below /plugins/ only"


@rule.on(PythonFile)
def assigned(file: PythonFile, _context: Context) -> Iterator[Violation]:
    """An assignment to `request.urlconf` or `request.path_info`."""
    for statement, _ in file.module.found.stores:
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        for target in targets:
            if isinstance(target, ast.Attribute) and target.attr in _ATTRIBUTES and _is_request(target.value):
                place = file.module.source.place(target.lineno, target.col_offset + 1)
                yield rule.finding(place, f"request.{target.attr} is changed, so another URL answers", fix=_FIX)


@rule.on_call("set_urlconf", "setattr")
def called(call: Call, _context: Context) -> Iterator[Violation]:
    """`set_urlconf()`, and `setattr(request, "urlconf", ...)`."""
    if call.name == "set_urlconf":
        if any(path.startswith("django.urls") for path in call.paths):
            yield rule.finding(call.place, "set_urlconf puts another URLconf in the place of NetBox's own", fix=_FIX)
    elif set(call.texts(1)) & _ATTRIBUTES and _is_request(call.argument(0)):
        yield rule.finding(call.place, "setattr changes where a request is led", fix=_FIX)


def _is_request(node: ast.expr | None) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "request"
    return isinstance(node, ast.Name) and node.id in {"request", "req"}
