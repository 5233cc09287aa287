"""What is written about rules: a rule as a document, the table of all, and the page of the documentation.

python -m netbox_plugin_kit.rules.documentation > docs/rules.md
"""

from __future__ import annotations

from netbox_plugin_kit.rules import Rule, every_rule

__all__ = ["page", "section", "table"]

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


def section(rule: Rule) -> str:
    """A rule as Markdown."""
    language = "" if "/" in rule.bad.split("\n")[0] and "(" not in rule.bad else "python"
    parts = [
        f"## {rule.code}: {rule.title}",
        f"*{rule.severity.capitalize()}.* {rule.why}",
        f"Instead of\n\n```{language}\n{rule.bad}\n```\n\nwrite\n\n```{language}\n{rule.good}\n```",
    ]
    if rule.limits:
        parts.append(rule.limits)
    parts.append(f"Source: {rule.source}.")
    return "\n\n".join(parts) + "\n"


def table(rules: tuple[Rule, ...]) -> str:
    """Rules as a Markdown table."""
    rows = [f"| [{rule.code}](#{_anchor(rule)}) | {rule.severity} | {rule.title} |" for rule in rules]
    return "\n".join(["| rule | severity | what is found |", "|---|---|---|", *rows]) + "\n"


def _anchor(rule: Rule) -> str:
    heading = f"{rule.code}: {rule.title}".lower()
    return "".join("-" if char == " " else char for char in heading if char.isalnum() or char in " -_")


def page() -> str:
    """The page of the documentation: tables by family, then every rule."""
    rules = every_rule()
    parts = ["# The rules\n", "Made from the rules themselves by `./dev rules`; `npk rule CODE` shows one of them.\n"]
    for prefix, family in _FAMILIES.items():
        if chosen := tuple(rule for rule in rules if rule.code.startswith(prefix)):
            parts.append(f"**{family}**\n\n{table(chosen)}")
    return "\n".join([*parts, *(section(rule) for rule in rules)])


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - it is the answer
