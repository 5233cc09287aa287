"""NBP806: a view is taken out of the protection against forged requests."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import PythonFile
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP806",
    title="Protection against forged requests off",
    severity="warning",
    source="Django documentation, Cross Site Request Forgery protection",
    why="Any page on the web can then make the browser of a logged-in user send requests to the view, with that user's "
    "permissions.",
    bad="@csrf_exempt\ndef start(request): ...",
    good="class StartView(APIView): ...  # a REST view asks for a token instead",
)


@rule.on(PythonFile)
def exempt(file: PythonFile, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Every use of `csrf_exempt`: as a decorator, in `method_decorator`, around a view in `urls.py`."""
    if "csrf_exempt" not in file.module.source.text:
        return
    for node in ast.walk(file.module.tree):
        if isinstance(node, ast.Name) and node.id == "csrf_exempt":
            is_set = not isinstance(node.ctx, ast.Load)
        elif isinstance(node, ast.Attribute) and node.attr == "csrf_exempt":
            is_set = not isinstance(node.ctx, ast.Load)
            if not is_set and "django.views.decorators.csrf" not in "".join(file.flow.paths(node, file.module.block)):
                continue
        else:
            continue
        if not (is_set and isinstance(node, ast.Name)):
            yield rule.finding(
                file.module.source.place(node.lineno, node.col_offset + 1),
                "csrf_exempt lets any page on the web send requests in the name of a logged-in user",
                fix="keep the protection, or make it a REST view, which asks for a token",
            )
