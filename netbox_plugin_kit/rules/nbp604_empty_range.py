"""NBP604: the declared range holds no NetBox release."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.releases import Catalogue
from netbox_plugin_kit.rules.declaring import declared, version_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP604",
    title="Empty version range",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig.validate",
    why="Every NetBox refuses the plugin: before 4.3 it does not start, since then it starts without the plugin.",
    bad='min_version = "4.7.0"\nmax_version = "4.6.99"',
    good='min_version = "4.6.0"\nmax_version = "4.7.99"',
    limits="A minimum above the newest release that is known here may be for one that is about to come out.",
)


@rule.on(Project)
def empty(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A minimum above the maximum, or a gap between two releases."""
    lowest, highest = (version_of(declared(project, name)) for name in ("min_version", "max_version"))
    if lowest is not None and highest is not None and lowest > highest:
        message = f"min_version {lowest} is above max_version {highest}: no NetBox accepts the plugin"
        yield rule.finding(project.config_place("min_version"), message, fix="lower the minimum or raise the maximum")
        return
    catalogue = Catalogue.load()
    if highest is None or (lowest is not None and lowest > catalogue.newest.version):
        return
    if not any((lowest is None or each.version >= lowest) and each.version <= highest for each in catalogue.releases):
        bounds = f"{lowest} to {highest}" if lowest is not None else f"up to {highest}"
        yield rule.finding(
            project.config_place("max_version"),
            f"no NetBox release is within the declared range, {bounds}; there are {catalogue.range_words()}",
            fix="declare a range that holds the releases the plugin is tested on",
            severity="warning" if highest < catalogue.oldest.version else None,
        )
