"""NBP903: the wheel brings a top-level package of a name that is not the plugin's own."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.building import read_build
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP903",
    title="Top-level package of a general name",
    severity="warning",
    source="The wheel of NetBox 4.7, whose packages are top-level in site-packages; setuptools, Package Discovery",
    why="All plugins and NetBox share one site-packages: files of the same name overwrite each other, and "
    "`import tests` gives somebody else's. A package of NetBox's own name breaks NetBox.",
    bad='[tool.setuptools.packages.find]      # takes "tests" along',
    good='[tool.setuptools.packages.find]\ninclude = ["netbox_example*"]',
)

_GENERAL = frozenset(
    {
        *("tests", "test", "testing", "docs", "doc", "examples", "example", "scripts", "tools", "utils", "util", "lib"),
        *("config", "configuration", "development", "contrib", "common", "helpers", "requirements", "docker", "ci"),
        *("benchmarks", "develop", "dev", "templates", "static", "migrations", "api", "plugins", "plugin", "src"),
    }
)


@rule.on(Project)
def general(project: Project, context: Context) -> Iterator[Violation]:
    """Top-level packages with modules, by the names of NetBox's and of what every project has."""
    build = read_build(project)
    if build is None:
        return
    for directory in build.tops:
        name = directory.rpartition("/")[2]
        if not any(each.startswith(f"{directory}/") and each.endswith(".py") for each in project.files):
            continue
        if minors := context.core.packages.get(name):
            yield rule.finding(
                build.place,
                f"the wheel will bring a top-level package {name}, which is one of NetBox's own",
                fix="move it into the plugin's package, or leave it out of the wheel",
                netbox=context.among(minors),
                severity="error",
            )
        elif name in _GENERAL:
            own = context.package.partition(".")[0]
            found = f'leave it out: include = ["{own}*"] in [tool.setuptools.packages.find]'
            yield rule.finding(
                build.place,
                f"the wheel will bring a top-level package {name}, which everybody else has too",
                fix=found if build.setuptools is not None else "take it from the list of packages",
            )
