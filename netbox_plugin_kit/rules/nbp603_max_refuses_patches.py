"""NBP603: a max_version that refuses the patches of the release it names."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.releases import Catalogue
from netbox_plugin_kit.rules.declaring import declared, rewrite, version_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP603",
    title="Maximum refuses its own patches",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig.validate; netbox-community/netbox#7754",
    why="Versions are compared part by part: 4.7 is 4.7.0, so NetBox 4.7.1 is above it, and the plugin is refused by "
    "every release that people have installed.",
    bad='max_version = "4.7"',
    good='max_version = "4.7.99"',
    fixable="unsafe",
    limits="A maximum of three parts, even 4.7.0, is taken at its word; so is one of a release that is not out yet.",
)

_PARTS = 3


@rule.on(Project)
def refuses(project: Project, context: Context) -> Iterator[Violation]:
    """A maximum of one or two parts, below releases that begin with the same parts."""
    value = declared(project, "max_version")
    version = version_of(value)
    if not isinstance(value, str) or version is None or len(version.release) >= _PARTS or version.is_prerelease:
        return
    begin = version.release
    releases = [each for each in Catalogue.load().releases if each.version.release[: len(begin)] == begin]
    refused = [each for each in releases if each.version > version]
    if refused:
        instead = ".".join(map(str, [*begin, 99, 99][:_PARTS]))
        yield rule.finding(
            project.config_place("max_version"),
            f"max_version {value} refuses NetBox {refused[0]}"
            + (f" to {refused[-1]}" if len(refused) > 1 else "")
            + f": it means {'.'.join(map(str, [*begin, 0, 0][:_PARTS]))}",
            fix=f"write {instead}",
            netbox=context.among(each.minor.version for each in refused),
            repair=rewrite(project, "max_version", instead, safe=False),
        )
