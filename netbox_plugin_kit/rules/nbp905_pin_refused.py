"""NBP905: the plugin needs another version of a library than NetBox does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.manifest import place_in_pyproject
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP905",
    title="Requirement against NetBox's pin",
    severity="error",
    source="requirements.txt of each NetBox release; from 4.7 the metadata of its wheel",
    why="NetBox pins each of its libraries to one version. Beside NetBox 4.7 the plugin cannot be installed at all; "
    "before, pip replaces NetBox's library with one that NetBox was never run with.",
    bad='dependencies = ["django-filter<25"]      # NetBox 4.7 has 26.2',
    good='dependencies = ["django-filter"]',
    limits="Held against it is the newest patch of every declared minor. Requirements with a marker or of an extra, "
    "and libraries that NetBox does not pin itself, are left alone.",
)

_SINCE = {
    "rq": "4.1",
    "django-storages": "4.3",
    "jsonschema": "4.3",
    "colorama": "4.4",
    "sorl-thumbnail": "4.4",
    "redis": "4.6",
}
_ALWAYS = frozenset(
    {
        *(
            "bleach",
            "django",
            "django-cors-headers",
            "django-debug-toolbar",
            "django-filter",
            "django-htmx",
            "gunicorn",
        ),
        *(
            "django-graphiql-debug-toolbar",
            "django-mptt",
            "django-pglocks",
            "django-pgware",
            "django-prometheus",
            "nh3",
        ),
        *("django-redis", "django-rich", "django-rq", "django-tables2", "django-taggit", "django-timezone-field"),
        *(
            "djangorestframework",
            "drf-spectacular",
            "drf-spectacular-sidecar",
            "feedparser",
            "graphene-django",
            "jinja2",
        ),
        *("markdown", "netaddr", "pillow", "psycopg", "pyyaml", "requests", "social-auth-app-django", "svgwrite"),
        *("social-auth-core", "strawberry-graphql", "strawberry-graphql-django", "tablib", "tzdata"),
    }
)
"""What NetBox pins itself; the rest of what is installed with it comes along, and may be another version."""


@rule.on(Project)
def refused(project: Project, context: Context) -> Iterator[Violation]:
    """Requirements that the pinned version does not satisfy."""
    needed = project.plugin.dependencies if project.plugin else ()
    for text in needed if isinstance(needed, tuple) else ():
        try:
            requirement = Requirement(text)
            against = dict(_against(requirement, context))
        except ValueError:  # InvalidRequirement is one, and so is a number of thousands of digits
            continue
        if against:
            written = rf"(?i)(?<![\w.-])[\"']?{re.escape(requirement.name)}[\"']?\s*(\[[^]]*\]\s*)?[<>=!~]"
            those = ", ".join(f"{minor} has {pin}" for minor, pin in against.items())
            yield rule.finding(
                place_in_pyproject(project, written),
                f"{requirement.name}{requirement.specifier} cannot be had together with NetBox: {those}",
                fix=f"widen the requirement on {requirement.name}, or leave its version to NetBox",
                netbox=against,
            )


def _against(requirement: Requirement, context: Context) -> Iterator[tuple[str, str]]:
    """The declared minors whose pin a requirement refuses, with the pin."""
    name = canonicalize_name(requirement.name)
    pinned = name in _ALWAYS or name in _SINCE
    if pinned and requirement.marker is None and not requirement.url:
        pins = context.core.pins.get(name, {})
        for minor in context.since(_SINCE.get(name, "3.7")):
            if minor in pins and not requirement.specifier.contains(pins[minor], prereleases=True):
                yield minor, pins[minor]
