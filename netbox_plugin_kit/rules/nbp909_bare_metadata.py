"""NBP909: the project's page on the package index would be empty."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.plugin.metadata import table
from netbox_plugin_kit.rules.manifest import place_in_pyproject
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP909",
    title="Metadata missing",
    severity="info",
    source="docs/plugins/development/index.md, Create pyproject.toml",
    why="People find plugins by their description, and decide by the page that the README becomes.",
    bad='[project]\nname = "netbox-example"\nversion = "1.0.0"',
    good='[project]\nname = "netbox-example"\nversion = "1.0.0"\ndescription = "..."\nreadme = "README.md"',
    limits="Projects without a [project] table are left alone.",
)


@rule.on(Project)
def bare(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A `[project]` without a description or a readme."""
    metadata = table(project.pyproject, "project")
    dynamic = metadata.get("dynamic", ())
    missing = [name for name in ("description", "readme") if not metadata.get(name) and name not in dynamic]
    if metadata and missing:
        yield rule.finding(
            place_in_pyproject(project, r"^\s*\[project\]"),
            f"[project] has no {' and no '.join(missing)}",
            fix="say in a line what the plugin is for, and name its README",
        )
