"""NBP813: a view sends people wherever the request says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import lines_of

rule = Rule(
    code="NBP813",
    title="Redirect to wherever the request says",
    severity="warning",
    source="utilities/views.py, GetReturnURLMixin.get_return_url",
    why="A link to NetBox can then lead to any site: a copy of its login page, for instance.",
    bad='return redirect(request.GET.get("return_url"))',
    good="return redirect(self.get_return_url(request, obj))      # GetReturnURLMixin checks it",
    limits="A function that checks an address in any way is left alone.",
)

_CHECKS = re.compile(
    r"url_has_allowed_host_and_scheme|safe_for_redirect|get_return_url|is_safe_url|startswith\(['\"]/|reverse\("
)
_REDIRECTS = ("redirect", "HttpResponseRedirect", "HttpResponsePermanentRedirect")


@rule.on_call(*_REDIRECTS)
def anywhere(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A redirect to a value of the request, directly or by way of a name."""
    if not any(path.startswith("django.") for path in call.paths):
        return
    target = call.argument(0, "to" if call.name == "redirect" else "redirect_to")
    if target is None or not any(_is_asked(each) for each in _written(call, target)):
        return
    if not _CHECKS.search(lines_of(call.block.scope.node, call.module.source)):
        yield rule.finding(
            call.place,
            f"{call.name}() goes wherever the request says, to other sites too",
            fix="use get_return_url() of GetReturnURLMixin, or check with url_has_allowed_host_and_scheme()",
        )


def _is_asked(value: ast.expr) -> bool:
    """Whether it holds `request.GET` or `request.POST`."""
    return any(
        isinstance(node, ast.Attribute)
        and node.attr in {"GET", "POST"}
        and getattr(node.value, "id", getattr(node.value, "attr", "")) == "request"
        for node in ast.walk(value)
    )


def _written(call: Call, target: ast.expr) -> Iterator[ast.expr]:
    if not isinstance(target, ast.Name):
        yield target
        return
    for binding in call.flow.reaching(target, call.block):
        if isinstance(binding.node, ast.expr):
            yield binding.node
