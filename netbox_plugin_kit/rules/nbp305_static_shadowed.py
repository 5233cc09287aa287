"""NBP305: a static file has the path of one of core's."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import StaticFile
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP305",
    title="Core static file shadowed",
    severity="warning",
    source="netbox/settings.py, STATICFILES_DIRS; Django's collectstatic",
    why="`collectstatic` takes core's file and leaves this one out, so it is never served.",
    bad="static/netbox.css",
    good="static/netbox_example/example.css",
)


@rule.on(StaticFile)
def shadowed(file: StaticFile, context: Context) -> Iterator[Violation]:
    """A path that core has in a declared release."""
    if minors := context.among(context.core.static.get(file.name, ())):
        yield rule.finding(
            file.place, f"{file.name} is the path of a static file of NetBox's core, which is found first",
            fix=f"move it to static/{context.package or 'the plugin'}/", netbox=minors,
        )  # fmt: skip
