"""NBP722: the PluginConfig is defined in a module where NetBox then looks for the resources."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.loading import RESOURCES
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP722",
    title="PluginConfig outside the package's __init__",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig._load_resource: self.__module__",
    why="NetBox looks for the menu, the search, template extensions and all other resources below the module that "
    "defines the class. Below netbox_example/apps.py there is nothing: every resource is missing without a word.",
    bad="# netbox_example/__init__.py\nfrom .apps import ExampleConfig\n\nconfig = ExampleConfig",
    good="# netbox_example/__init__.py\nclass ExampleConfig(PluginConfig): ...\n\nconfig = ExampleConfig",
    limits="Found only where the package has a module that NetBox should have loaded.",
)


@rule.on(Project)
def elsewhere(project: Project, context: Context) -> Iterator[Violation]:
    """The class is in another module of the package, and there are resources beside it."""
    if project.config is None or project.plugin is None or project.config.module.name == context.package:
        return
    home = project.config.module.name
    modules = project.flow.modules
    lost = sorted(
        {
            path.partition(".")[0]
            for attribute, path in RESOURCES.items()
            if modules.get(f"{context.package}.{path.partition('.')[0]}") is not None
            and modules.get(f"{home}.{path.partition('.')[0]}") is None
            and project.plugin.attributes.get(attribute) is None
        }
    )
    if lost and "__module__" not in project.config.module.source.text:
        yield rule.finding(
            project.config.place,
            f"{project.config.name} is defined in {home}, so NetBox looks there, and not in {context.package}, "
            f"for {', '.join(lost)}",
            fix=f"define it in the __init__.py of {context.package}",
        )
