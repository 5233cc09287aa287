"""NBP906: the project has no licence file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.building import read_build
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP906",
    title="No licence file",
    severity="info",
    source="NetBox's wiki, Plugin Certification Program",
    why="Without a licence nobody may use, change or pass on the plugin, whatever its page says; the certification of "
    "plugins asks for one in the project's directory.",
    bad="pyproject.toml, netbox_example/",
    good="LICENSE, pyproject.toml, netbox_example/",
)

_LICENCE = re.compile(r"(licen[cs]es?|copying|unlicense)([-_.].*)?(/.*)?", re.IGNORECASE)


@rule.on(Project)
def missing(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """No file or directory at the top that is named like a licence."""
    build = read_build(project)
    if build is not None and not any(_LICENCE.fullmatch(name) for name in project.files):
        yield rule.finding(build.place, "the project has no licence file", fix="add the text of its licence as LICENSE")
