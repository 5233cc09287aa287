"""NBP307: a tag library has a name that any plugin could choose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import TagLibrary
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP307",
    title="General name for a tag library",
    severity="warning",
    source="Django's `{% load %}`, which knows one library of a name; DanSheps/netbox-lifecycle#143",
    why="All plugins share these names. With two of them the last one wins, and the pages of the other fail.",
    bad="templatetags/filters.py",
    good="templatetags/example_filters.py",
)

_EVERYBODYS = frozenset({"netbox", "plugin", "plugins", "django", "app"})


@rule.on(TagLibrary)
def general(library: TagLibrary, context: Context) -> Iterator[Violation]:
    """A name with no word of the plugin's name in it, which is not core's either."""
    words = {word for word in re.split(r"[_.]", f"{context.package}_{context.label}".lower()) if len(word) > 1}
    own = words - _EVERYBODYS or words
    if (
        own
        and not any(word[:6] in library.name.lower() for word in own)
        and library.name not in context.core.tag_libraries
    ):
        yield rule.finding(
            library.place, f"{{% load {library.name} %}} has nothing of the plugin's name in it",
            fix=f"rename it, say {context.label}_{library.name}",
        )  # fmt: skip
