"""NBP301: a template has the name of one of core's."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Template
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP301",
    title="Core template shadowed",
    severity="error",
    source="docs/plugins/index.md, Limitations: override core templates; netbox/settings.py, TEMPLATES",
    why="NetBox looks in its own directories first, so the plugin's template is never rendered: whoever wrote it "
    "believes "
    "in a page that nobody sees. Where the order is turned around, core's page is gone for everybody.",
    bad="templates/dcim/device.html",
    good="templates/netbox_example/device_panel.html, shown by a PluginTemplateExtension",
)


@rule.on(Template)
def shadowed(template: Template, context: Context) -> Iterator[Violation]:
    """A name that core has in a declared release."""
    if minors := context.among(context.core.templates.get(template.name, ())):
        yield rule.finding(
            template.place, f"{template.name} is the name of a template of NetBox's core, which is found first",
            fix=f"move it to templates/{context.package or 'the plugin'}/, and add to core's page with a template "
            f"extension",
            netbox=minors,
        )  # fmt: skip
