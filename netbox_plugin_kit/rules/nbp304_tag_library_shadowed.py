"""NBP304: a tag library has the name of one that NetBox's templates load."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import TagLibrary
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP304",
    title="Tag library shadowed",
    severity="error",
    source="Django system check templates.W003; docs/plugins/index.md, Limitations: override core templates",
    why="The last library of a name wins: every template of NetBox that loads it gets the plugin's, and fails on the "
    "first tag that it lacks.",
    bad="templatetags/helpers.py",
    good="templatetags/example_helpers.py",
)


@rule.on(TagLibrary)
def shadowed(library: TagLibrary, context: Context) -> Iterator[Violation]:
    """A name that NetBox, Django or an app that comes with NetBox has in a declared release."""
    known = context.core.tag_libraries.get(library.name)
    if known is not None and (minors := context.among(known.minors)):
        yield rule.finding(
            library.place, f"{{% load {library.name} %}} is {known.owner}'s",
            fix=f"rename it, say {context.label or 'plugin'}_{library.name}", netbox=minors,
        )  # fmt: skip
