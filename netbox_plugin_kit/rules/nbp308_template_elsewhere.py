"""NBP308: templates or static files lie outside a directory of the plugin's own."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import StaticFile, Template
from netbox_plugin_kit.linting.sources import Place
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP308",
    title="Files without a directory of their own",
    severity="info",
    source="docs/plugins/development/views.md, Templates",
    why="Templates and static files of all plugins share one space: two `detail.html` are one, and which one depends "
    "on "
    "the order in PLUGINS.",
    bad="templates/detail.html",
    good="templates/netbox_example/detail.html",
)


@rule.on(Template)
def template(template: Template, context: Context) -> Iterator[Violation]:
    """A template without a directory, or in one that says nothing of the plugin."""
    if template.name not in context.core.templates:
        yield from _elsewhere(template.name, template.place, "templates", context)


@rule.on(StaticFile)
def static(file: StaticFile, context: Context) -> Iterator[Violation]:
    """The same of a static file."""
    if file.name not in context.core.static:
        yield from _elsewhere(file.name, file.place, "static", context)


def _elsewhere(name: str, place: Place, kind: str, context: Context) -> Iterator[Violation]:
    if "/" not in name and context.package:
        yield rule.finding(
            place,
            f"{name} lies in {kind}/ itself, which all plugins share",
            fix=f"move it to {kind}/{context.package}/",
        )
