"""NBP907: the plugin requires NetBox as a distribution."""

from __future__ import annotations

from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.manifest import place_in_pyproject
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP907",
    title="NetBox as a requirement",
    severity="warning",
    source="docs/plugins/development/index.md, min_version; the wheel of NetBox 4.7",
    why="NetBox is not installed from the package index but from its repository or an image, so pip finds none and "
    "installs one: before 4.7 that name belonged to something else, since then a second NetBox lies beside the first.",
    bad='dependencies = ["netbox>=4.5"]',
    good='min_version = "4.5.0"      # in the PluginConfig',
)


@rule.on(Project)
def required(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`netbox` among the requirements that every installation has."""
    needed = project.plugin.dependencies if project.plugin else ()
    for text in needed if isinstance(needed, tuple) else ():
        try:
            name = Requirement(text).name
        except ValueError:  # InvalidRequirement is one
            continue
        if canonicalize_name(name) == "netbox":
            yield rule.finding(
                place_in_pyproject(project, r"(?i)[\"']netbox\b(?![-_.\w])|^\s*netbox\s*="),
                f"the project requires {text}: pip installs a NetBox beside the one that runs the plugin",
                fix="declare min_version and max_version instead; for development use an extra or a dependency group",
            )
