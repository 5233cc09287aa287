"""NBP302: the way NetBox finds its templates is changed."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.paths import settings_member
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP302",
    title="Template settings changed",
    severity="error",
    source="docs/plugins/index.md, Limitations: override core templates",
    why="With a directory of the plugin's before core's, any of core's pages can be replaced by accident or on "
    "purpose, "
    "in every release anew.",
    bad='settings.TEMPLATES[0]["DIRS"].insert(0, TEMPLATES)',
    good="template_extensions = [DevicePanel]",
)


@rule.on(Change)
def changed(change: Change, _context: Context) -> Iterator[Violation]:
    """The setting TEMPLATES, or Django's template engines themselves; not copies of them."""
    engine = change.path.startswith(("django.template.engine", "django.template.loader", "django.template.library"))
    if "(" not in change.path and (settings_member(change.path) == "TEMPLATES" or engine):
        yield rule.finding(
            change.place, f"{change.words} changes {change.path}, how NetBox finds its templates",
            fix="add to core's pages with a PluginTemplateExtension",
        )  # fmt: skip
