"""NBP901: templates or static files do not get into the wheel."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.building import package_directory, read_build
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP901",
    title="Data files left out of the wheel",
    severity="error",
    source="setuptools documentation, Data Files Support; netbox-community/netbox-plugin-tutorial#18",
    why="Everything works in the author's checkout; installed from the package index, every page of the plugin ends "
    "with TemplateDoesNotExist, or has no scripts and styles.",
    bad='[build-system]\nbuild-backend = "setuptools.build_meta"\n\n[tool.setuptools.packages.find]\n'
    'include = ["netbox_example*"]',
    good='[tool.setuptools.package-data]\nnetbox_example = ["templates/**", "static/**"]',
    limits="Looked at are templates, static files and translations of projects that setuptools builds: from "
    "package-data, MANIFEST.in and setuptools-scm. What a .gitignore keeps out of other back ends' wheels is not seen.",
)

_KINDS = {"templates": "templates", "static": "static files", "locale": "translations"}


@rule.on(Project)
def left_out(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Files in `templates`, `static` and `locale` of the package that no configuration names."""
    package, build = package_directory(project), read_build(project)
    if not package or build is None or build.setuptools is None:
        return
    for directory, kind in _KINDS.items():
        begin = f"{package}/{directory}/"
        files = [name for name in project.files if name.startswith(begin) and not name.endswith((".py", ".po"))]
        lacking = build.lacks(files)
        if lacking:
            what = f"{len(lacking)} {kind}, among them {lacking[0]}" if len(lacking) > 1 else lacking[0]
            yield rule.finding(
                build.place,
                f"the wheel will lack {what}",
                fix=f'name them in [tool.setuptools.package-data]: {package.rpartition("/")[2]} = ["{directory}/**"]',
            )
