"""NBP904: NetBox shows another version than the one that is installed."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.declaring import version_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP904",
    title="Two versions",
    severity="warning",
    source="docs/plugins/development/index.md, PluginConfig Attributes: version",
    why="The page of installed plugins, the API's status and every bug report name a version that does not exist, or "
    "another one.",
    bad='version = "0.9.0"      # pyproject.toml says 1.0.0',
    good='from importlib.metadata import version\n\n__version__ = version("netbox-example")',
    limits="Versions that are computed are not compared.",
)


@rule.on(Project)
def differ(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """The version of the PluginConfig and that of the distribution, compared as versions."""
    if project.plugin is None:
        return
    shown, installed = project.plugin.attributes.get("version"), project.plugin.version
    if not isinstance(shown, str) or not shown or not isinstance(installed, str):
        return
    if shown != installed and (version_of(shown) is None or version_of(shown) != version_of(installed)):
        yield rule.finding(
            project.config_place("version"),
            f"{project.plugin.config_class} says version {shown}, the project's metadata {installed}",
            fix="say it once: read the version of the installed distribution with importlib.metadata",
        )
