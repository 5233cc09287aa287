"""NBP001: a file is not Python, or not TOML."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.sources import Unreadable
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP001",
    title="File that cannot be parsed",
    severity="error",
    source="Python's own parser, and that of TOML",
    why="Nothing else is known of the file, and NetBox does not start when it imports it.",
    bad="def ready(self)\n    super().ready()",
    good="def ready(self):\n    super().ready()",
    limits="Python is read as the kit's own interpreter reads it.",
)


@rule.on(Unreadable)
def unparsed(file: Unreadable, _context: Context) -> Iterator[Violation]:
    """A file that was read and does not parse."""
    if file.is_syntax:
        yield rule.finding(
            file.place, file.reason, fix="correct the line; the rest of the project was linted all the same"
        )
