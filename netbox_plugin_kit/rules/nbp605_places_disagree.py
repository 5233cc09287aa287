"""NBP605: the places that tell which NetBox a release supports do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.sources import Place, Source
from netbox_plugin_kit.plugin.agreement import differences
from netbox_plugin_kit.releases import Catalogue
from netbox_plugin_kit.rules.declaring import declared, version_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP605",
    title="Places that tell versions disagree",
    severity="warning",
    source="docs/plugins/development/index.md, Compatibility Matrix; the manifest of NetBox's plugin catalogue",
    why="NetBox follows the code; people follow the table, the manifest or the README, install the plugin, and find it "
    "refused or broken.",
    bad="| Release | Minimum NetBox Version | Maximum NetBox Version |\n| 1.2.0   | 4.5.0 | 4.6.x |",
    good="| Release | Minimum NetBox Version | Maximum NetBox Version |\n| 1.2.0   | 4.5.0 | 4.7.x |",
    limits="Read are COMPATIBILITY.md and netbox-plugin.yaml in their documented forms, the headings of CHANGELOG.md, "
    "and tables of README.md with a column for NetBox and one for the plugin; of the latter only rows for exactly the "
    "plugin's version are held against the code. A version that comes from the version control system is not known.",
)

_SEPARATOR = re.compile(r"\|?[\s:|-]+\|[\s:|-]*")
_MINOR = re.compile(r"v?(\d+\.\d+)(?:\.[xX*])?")


@rule.on(Project)
def disagree(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Every place that says something else than the PluginConfig."""
    if project.plugin is None:
        return
    try:
        for each in differences(project.plugin):
            yield rule.finding(
                Place(each.file, each.line), each.message, fix=f"bring {each.file} up to date with the code"
            )
    except UsageError:
        yield rule.finding(
            Place("netbox-plugin.yaml"),
            "netbox-plugin.yaml is not a manifest of NetBox's plugin catalogue: it has no list of compatible releases",
            fix="give it a list `compatibility` with release, netbox_min and netbox_max for each entry",
        )
    if (readme := project.source("README.md")) is not None and isinstance(project.plugin.version, str):
        yield from _in_readme(readme, project, project.plugin.version)


def _in_readme(readme: Source, project: Project, version: str) -> Iterator[Violation]:
    lowest, highest = (version_of(declared(project, name)) for name in ("min_version", "max_version"))
    if lowest is None and highest is None:
        return
    for number, minor in _rows(readme.lines, version):
        releases = Catalogue.load().of_minor(minor)
        if releases and not any(
            (lowest is None or each.version >= lowest) and (highest is None or each.version <= highest)
            for each in releases
        ):
            yield rule.finding(
                readme.place(number),
                f"README.md says that {version} is for NetBox {minor}, which the code refuses "
                f"({lowest or 'any'} to {highest or 'any'})",
                fix="bring README.md up to date with the code",
            )


def _rows(lines: list[str], version: str) -> Iterator[tuple[int, str]]:
    """The lines of tables that name the version, with the NetBox minor they name."""
    ours = theirs = -1
    for number, line in enumerate(lines, 1):
        cells = [cell.strip(" `*") for cell in line.strip().strip("|").split("|")]
        if number < len(lines) and _SEPARATOR.fullmatch(lines[number].strip()) and "|" in line:
            heads = [cell.lower() for cell in cells]
            theirs = next((at for at, head in enumerate(heads) if head in {"netbox", "netbox version"}), -1)
            ours = next((at for at, head in enumerate(heads) if at != theirs and re.search("plugin|release", head)), -1)
        elif min(ours, theirs) >= 0 and len(cells) > max(ours, theirs) and cells[ours].removeprefix("v") == version:
            minor = _MINOR.fullmatch(cells[theirs])
            if minor is not None:
                yield number, minor[1]
