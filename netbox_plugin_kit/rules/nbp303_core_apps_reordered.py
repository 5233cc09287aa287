"""NBP303: `django_apps` names an app that NetBox already has."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP303",
    title="Core apps reordered",
    severity="error",
    source="netbox/settings.py, where INSTALLED_APPS keeps the last of two; docs/plugins/development/index.md, "
    "django_apps",
    why="NetBox keeps the last mention of an app, so one of its own moves behind the plugin and loses its templates, "
    "static files, tags and commands to it.",
    bad='django_apps = ["utilities"]',
    good='django_apps = ["django_bootstrap5"]',
)


@rule.on(Project)
def reordered(project: Project, context: Context) -> Iterator[Violation]:
    """An entry that is, or lies in, the package of an installed app."""
    listed = project.plugin.attributes.get("django_apps") if project.plugin else None
    packages = {app.owner: app.minors for app in context.core.apps.values()}
    for name in listed if isinstance(listed, list | tuple) else ():
        owner = next((each for each in packages if isinstance(name, str) and f"{name}.".startswith(f"{each}.")), None)
        if owner is not None and (minors := context.among(packages[owner])):
            whose = "NetBox's own" if owner in context.core.packages else "installed with NetBox already"
            yield rule.finding(
                project.config_place("django_apps"), f"django_apps names {name}, an app that is {whose}",
                fix="leave it out: NetBox installs it", netbox=minors,
                severity="error" if owner in context.core.packages else "warning",
            )  # fmt: skip
