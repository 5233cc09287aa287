"""NBP804: text with something unescaped in it is declared safe markup."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.linting.flow.arguments import called_name
from netbox_plugin_kit.rules.composing import inserted
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import written

rule = Rule(
    code="NBP804",
    title="Unescaped text in safe markup",
    severity="warning",
    source="Django documentation, django.utils.html.format_html",
    why="A name or a description that a user typed reaches the page as it is: with a script in it, it runs in the "
    "browser of everybody who opens the page.",
    bad="mark_safe(f'<b>{probe.name}</b>')",
    good='format_html("<b>{}</b>", probe.name)',
    limits="Numbers, constants, primary keys, colours and URLs, and what has been escaped, may be put in. Text that "
    "another function put together is not followed.",
)

_MARKS = ("mark_safe", "SafeString", "SafeText", "format_html")
_ESCAPING = frozenset(
    {
        *("escape", "conditional_escape", "escapejs", "force_escape", "format_html", "format_html_join", "mark_safe"),
        *("urlencode", "quote", "slugify", "reverse", "get_absolute_url", "get_action_url", "static", "json_script"),
        *("int", "len", "float", "round", "bool", "sum", "count", "linkify", "render_to_string", "render_markdown"),
        *("gettext", "gettext_lazy", "ngettext", "_", "foreground_color", "get_viewname", "bettertitle", "uuid4"),
    }
)
_ATTRIBUTES = frozenset(
    {"pk", "id", "color", "colour", "css_class", "model_name", "app_label", "bg_color", "verbose_name"}
)


@rule.on_call(*_MARKS)
def unescaped(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`mark_safe`, or the pattern of `format_html`, with parts that nobody escaped."""
    if not any(path.startswith(("django.utils.", "django.template.")) for path in call.paths):
        return
    parts = inserted(call.argument(0, "s"), call.block, call.flow, _is_safe)
    if parts:
        names = ", ".join(dict.fromkeys(written(part) for part in parts))
        pattern = call.name == "format_html"
        yield rule.finding(
            call.place,
            f"{names} is put into {'the pattern of format_html()' if pattern else 'markup that is marked safe'} "
            "without being escaped",
            fix="hand it to format_html() as an argument" if pattern else 'use format_html("... {} ...", value)',
        )


def _is_safe(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return (called_name(node) or "") in _ESCAPING
    return isinstance(node, ast.Attribute) and node.attr in _ATTRIBUTES
