"""NBP805: a template puts a value into the page without escaping it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Template
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP805",
    title="Value not escaped in a template",
    severity="warning",
    source="Django documentation, Automatic HTML escaping",
    why="A name or a description that a user typed reaches the page as it is: with a script in it, it runs in the "
    "browser of everybody who opens the page.",
    bad="{{ object.description|safe }}",
    good="{{ object.description|markdown }}",
    limits="Constants, help texts, NetBox's banners and what a filter has already escaped are left alone.",
)

_COMMENTS = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?endcomment\s*%\}|\{%\s*verbatim\b.*?endverbatim\s*%\}", re.DOTALL)
_SAFE = re.compile(r"\{\{\s*([^{}]*?)\s*\|\s*safe(?:seq)?\b[^{}]*\}\}")
_OFF = re.compile(r"\{%\s*autoescape\s+off\s*%\}(.*?)\{%\s*endautoescape\s*%\}", re.DOTALL)
_VARIABLE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_ESCAPED = re.compile(
    r"\|\s*(linkify|escape|force_escape|escapejs|escapeseq|json_script|markdown|render_markdown|urlize|urlizetrunc|linebreaks"
    r"|linebreaksbr|striptags|humanize_\w+|date|time|length|add:[\d\"']|floatformat|intcomma|slugify|urlencode|checkmark)\b"
)
_TRUSTED = re.compile(
    r"(^|\.)(help_text|BANNER_\w+|css_class|errors|media)\b|^(settings|config)\.|^_\(|^['\"]|^[\d.]+$"
)


@rule.on(Template)
def unescaped(template: Template, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`|safe`, and variables in a part where escaping is off."""
    text = template.source.text
    if "safe" not in text and "autoescape" not in text:
        return
    bare = _COMMENTS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for match in _SAFE.finditer(bare):
        if not _ESCAPED.search(match[1]) and not _TRUSTED.search(match[1]):
            yield rule.finding(
                template.source.place_of(match.start()),
                f"{match[1]} is put into the page without being escaped",
                fix="leave out |safe; markup that Python code makes comes from format_html()",
            )
    for part in _OFF.finditer(bare):
        for match in _VARIABLE.finditer(part[1]):
            if (
                not _ESCAPED.search(match[1])
                and not _TRUSTED.search(match[1])
                and not re.search(r"\|\s*safe", match[1])
            ):
                yield rule.finding(
                    template.source.place_of(part.start(1) + match.start()),
                    f"{match[1]} is put into the page where escaping is switched off",
                    fix="leave out {% autoescape off %}",
                )
