"""NBP204: the path below /plugins/ cannot work, or is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP204",
    title="Bad base_url or label",
    severity="error",
    source="netbox/plugins/urls.py; docs/plugins/development/index.md, PluginConfig Attributes",
    why="NetBox joins it between slashes and escapes nothing: with one of its own the address has two, and with a name "
    "that NetBox uses itself one of the two is never reached. An app label of core's keeps NetBox from starting.",
    bad='base_url = "/example/"',
    good='base_url = "example"',
)

_GOOD = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*")


@rule.on(Project)
def wrong(project: Project, context: Context) -> Iterator[Violation]:
    """The address and the label of the plugin."""
    if project.plugin is None:
        return
    url = project.plugin.attributes.get("base_url")
    if isinstance(url, str) and url and not _GOOD.fullmatch(url):
        yield rule.finding(
            project.config_place("base_url"), f"base_url {url!r} is more than letters, digits, hyphens and underscores",
            fix=f'write base_url = "{re.sub(r"[^A-Za-z0-9_-]+", "-", url).strip("-") or "example"}"',
        )  # fmt: skip
    elif minors := context.among(context.core.plugin_roots.get(project.plugin.base_url, ())):
        yield rule.finding(
            project.config_place("base_url"), f"base_url {project.plugin.base_url!r} is an address of NetBox's own",
            fix="choose another one", netbox=minors,
        )  # fmt: skip
    label = context.core.apps.get(project.plugin.label)
    if label is not None and (minors := context.among(label.minors)):
        yield rule.finding(
            project.config_place("label"), f"the app label {project.plugin.label!r} is that of {label.owner}",
            fix="give the plugin's app a label of its own", netbox=minors,
        )  # fmt: skip
