"""The reference part of `docs/new.md`, made of the descriptions in the JSON schema.

python -m tests.scaffold.reference      writes it anew
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netbox_plugin_kit.scaffold.validation import spec_schema

__all__ = ["MARK", "PAGE", "reference"]

PAGE = Path(__file__).parents[2] / "docs" / "new.md"
MARK = "<!-- From here on: python -m tests.scaffold.reference -->\n"

_SECTIONS = {
    "Author": "author",
    "Range of NetBox releases": "netbox",
    "Menu": "menu",
    "Features": "features",
}
_PARTS = {
    "Model": "model", "Rule": "rule", "Action": "action", "Setting": "setting",
    "Template extension": "template_extension",
}  # fmt: skip
_TYPES = {
    "object": "mapping", "array": "list", "string": "text", "integer": "whole number", "number": "number",
    "boolean": "true or false",
}  # fmt: skip


def reference() -> str:
    """All keys of a specification, in Markdown."""
    return "\n".join(_lines(spec_schema())) + "\n"


def _lines(schema: dict[str, Any]) -> Iterator[str]:
    parts = schema["$defs"]
    yield "\n## All keys\n"
    yield from _table(schema, parts)
    for title, key in _SECTIONS.items():
        yield f"\n### {title}: `{key}`\n"
        yield from _table(schema["properties"][key], parts)
    for title, name in _PARTS.items():
        yield f"\n### {title}\n\n{parts[name]['description']}\n"
        yield from _table(parts[name], parts)
    yield "\n## Fields\n\nEvery field may have these:\n"
    char = parts["char-field"]["properties"]
    common = set(parts["boolean-field"]["properties"]) - {"default"}
    yield from _table({"properties": {key: char[key] for key in char if key in common}}, parts)
    for name in parts["type"]["enum"]:
        part = parts[f"{name}-field"]
        yield f"\n### `{name}`\n\n{part['description']}"
        own = {key: value for key, value in part["properties"].items() if key not in common}
        if own:
            yield ""
            yield from _table({**part, "properties": own}, parts)


def _table(part: dict[str, Any], parts: dict[str, Any]) -> Iterator[str]:
    yield "| key | value | meaning |\n|---|---|---|"
    for key, rule in part["properties"].items():
        whole = {**parts[rule["$ref"].rpartition("/")[2]], **rule} if "$ref" in rule else rule
        needed = ", required" if key in part.get("required", ()) else ""
        yield f"| `{key}` | {_value(whole)}{needed} | {_meaning(whole)} |"


def _value(rule: dict[str, Any]) -> str:
    if "enum" in rule:
        return ", ".join(f"`{word}`" for word in rule["enum"] if isinstance(word, str))
    if "type" not in rule:
        return "any"
    kind = rule["type"] if isinstance(rule["type"], str) else rule["type"][0]
    return _TYPES[kind]


def _meaning(rule: dict[str, Any]) -> str:
    default = rule.get("default")
    shown = {True: "true", False: "false"}.get(default, default) if isinstance(default, bool) else default
    listed = ", ".join(default) if isinstance(default, list) else shown
    return f"{rule['description']}{f' (`{listed}`)' if default is not None else ''}"


if __name__ == "__main__":
    written = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    PAGE.write_text(written + MARK + reference(), encoding="utf-8")
