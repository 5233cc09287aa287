"""NBP006: no PluginConfig can be made out."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP006",
    title="No plugin found",
    severity="error",
    source="netbox/settings.py, which looks for `config` in a plugin's package; docs/plugins/development/index.md",
    why="NetBox does not start with a package in PLUGINS that offers no PluginConfig as `config`; and what rules need "
    "to know of it, such as its NetBox versions, is not known.",
    bad="class ExampleConfig(PluginConfig): ...",
    good="class ExampleConfig(PluginConfig): ...\n\n\nconfig = ExampleConfig",
)


@rule.on(Project)
def missing(project: Project, _context: Context) -> Iterator[Violation]:
    """A project without a plugin."""
    if project.plugin is None:
        said = (project.problem or "").replace(f"{project.root}/", "").replace(str(project.root), "this directory")
        problem, _, advice = said.rpartition("; ")
        yield rule.finding(project.place, problem or advice, fix=advice or None)
