"""NBP602: min_version or max_version is not a version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.declaring import BOUNDS, declared, rewrite, version_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP602",
    title="Not a version",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig.validate (packaging.version.parse)",
    why="NetBox does not start: it reads both texts with `packaging.version`, which knows no wildcards, and nothing "
    "catches the InvalidVersion.",
    bad='max_version = "4.7.x"',
    good='max_version = "4.7.99"',
    fixable="safe",
    limits="Only a wildcard is mended; what an empty text was meant to say is not known.",
)

_WILDCARDS = re.compile(r"v?\d+(\.\d+)*(\.[xX*])+")


@rule.on(Project)
def not_a_version(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A text that packaging refuses, or a number."""
    for name in BOUNDS:
        value = declared(project, name)
        if value is None or version_of(value) is not None:
            continue
        instead = _without_wildcards(value, "0" if name == "min_version" else "99")
        yield rule.finding(
            project.config_place(name),
            f"{name} is {value!r}, which is not a version: NetBox does not start with it",
            fix=f"write {instead or 'a version of three parts, such as 4.7.0 or 4.7.99, or None'}",
            repair=rewrite(project, name, instead, safe=True) if instead else None,
        )


def _without_wildcards(value: object, instead: str) -> str | None:
    if not isinstance(value, str) or not _WILDCARDS.fullmatch(value.strip()):
        return None
    parts = [part if part.isdecimal() else instead for part in value.strip().removeprefix("v").split(".")]
    return ".".join([*parts, instead, instead][: max(3, len(parts))])
