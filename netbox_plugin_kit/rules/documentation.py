"""What is written about rules: a rule as a document, the table of all, and the page of the documentation.

`./dev rules` writes the page with `python -m netbox_plugin_kit.rules.documentation`.
"""

from __future__ import annotations

import ast
import textwrap
import tomllib

from netbox_plugin_kit.rules import Rule, every_rule

__all__ = ["as_text", "page", "record", "section", "table"]

_FAMILIES = {
    "NBP0": "The linter itself",
    "NBP1": "Core models",
    "NBP2": "URLs",
    "NBP3": "Templates and static files",
    "NBP4": "Settings",
    "NBP5": "Core components",
    "NBP6": "Version declarations",
    "NBP7": "Robustness",
    "NBP8": "Permissions and security",
    "NBP9": "Packaging",
}
_HEAD = """# The rules

Made from the rules themselves by `./dev rules`; `npk rule CODE` shows one of them. An error is what NetBox forbids or
what breaks, a warning may hurt, an info is advice. How to use them: [lint.md](lint.md).
"""
_FIXED = {"safe": "Mended by --fix", "unsafe": "Mended by --unsafe-fixes"}
_MARKUP = ("{%", "{{", "{#", "<")


def section(rule: Rule, level: int = 2) -> str:
    """A rule as Markdown, under a heading of some level."""
    severity = f"*{rule.severity.capitalize()}.*"
    parts = [
        f"{'#' * level} {rule.code}: {rule.title}",
        f"{severity} {rule.why}",
        f"Instead of\n\n{_block(rule.bad)}\n\nwrite\n\n{_block(rule.good)}",
        rule.limits,
        *([f"{_FIXED[rule.fixable]}, where that is mechanical."] if rule.fixable in _FIXED else ()),
        f"Source: {rule.source}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(text: str) -> str:
    return f"```{_language(text)}\n{text}\n```"


def _language(text: str) -> str:
    """What to colour an example as; plain where it is none of the languages that plugins are written in."""
    if text.startswith(_MARKUP):
        return "django"
    try:
        tree = ast.parse(text)
    except SyntaxError:
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            return ""
        return "toml" if "=" in text else ""
    # A path, `templatetags/helpers.py`, is an expression for Python.
    is_code = not all(isinstance(node, ast.Expr) and not isinstance(node.value, ast.Call) for node in tree.body)
    return "python" if is_code else ""


def as_text(rule: Rule, width: int = 100) -> str:
    """A rule for a terminal."""
    paragraphs = [
        f"{rule.code}: {rule.title} ({rule.severity})",
        _fill(rule.why, width),
        "Instead of",
        textwrap.indent(rule.bad, "    "),
        "write",
        textwrap.indent(rule.good, "    "),
        _fill(rule.limits, width),
        *([f"{_FIXED[rule.fixable]}, where that is mechanical."] if rule.fixable in _FIXED else ()),
        _fill(f"Source: {rule.source}", width),
    ]
    return "\n\n".join(part for part in paragraphs if part) + "\n"


def _fill(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False, break_long_words=False)


def record(rule: Rule) -> dict[str, str]:
    """A rule for programs."""
    return {
        "code": rule.code,
        "title": rule.title,
        "severity": rule.severity,
        "fixable": rule.fixable,
        "why": rule.why,
        "bad": rule.bad,
        "good": rule.good,
        "limits": rule.limits,
        "source": rule.source,
    }


def table(rules: tuple[Rule, ...], *, links: bool = True) -> str:
    """Rules as a Markdown table; with links to their sections below it."""
    rows = []
    for rule in rules:
        code = f"[{rule.code}](#{_anchor(rule)})" if links else rule.code
        fixed = {"safe": "--fix", "unsafe": "--unsafe-fixes"}.get(rule.fixable, "")
        rows.append(f"| {code} | {rule.severity} | {rule.title} | {fixed} |")
    return "\n".join(["| rule | severity | what is found | mended by |", "|---|---|---|---|", *rows]) + "\n"


def _anchor(rule: Rule) -> str:
    heading = f"{rule.code}: {rule.title}".lower()
    return "".join("-" if char == " " else char for char in heading if char.isalnum() or char in " -_")


def page() -> str:
    """The page of the documentation: a table and the rules of every family."""
    parts = [_HEAD]
    for prefix, family in _FAMILIES.items():
        if chosen := tuple(rule for rule in every_rule() if rule.code.startswith(prefix)):
            parts += [f"## {prefix}xx: {family}\n", table(chosen), *(section(rule, 3) for rule in chosen)]
    return "\n".join(parts)


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - it is the answer
