"""NBP608: the project refuses every Python that a NetBox it declares runs on."""

from __future__ import annotations

from collections.abc import Iterator

from packaging.specifiers import SpecifierSet

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.releases import Catalogue, Minor, python_words
from netbox_plugin_kit.rules.declaring import declared
from netbox_plugin_kit.rules.manifest import place_in_pyproject
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP608",
    title="Python of a declared NetBox excluded",
    severity="warning",
    source="netbox/settings.py, the check of Python's version; docs/installation/upgrading.md",
    why="The plugin says it is for that NetBox, and cannot be installed beside it: pip takes an older release of the "
    "plugin, or none.",
    bad='requires-python = ">=3.13"  # with min_version = "4.4.0", a NetBox that runs on Python 3.10 to 3.12',
    good='requires-python = ">=3.10"',
    limits="NetBox releases below an undeclared minimum are not held against the project.",
)

_NEWEST = 40


@rule.on(Project)
def excluded(project: Project, context: Context) -> Iterator[Violation]:
    """Minors of which no Python satisfies `requires-python`."""
    wanted = project.plugin.requires_python if project.plugin else None
    if not isinstance(wanted, str) or not isinstance(declared(project, "min_version"), str):
        return
    minors = {release.minor.version: release.minor for release in Catalogue.load().releases}
    try:
        refused = [minor for minor in context.minors if minor in minors and not _meet(wanted, minors[minor])]
    except ValueError:  # InvalidSpecifier is one, and so is a number of thousands of digits
        return
    if refused:
        runs_on = dict.fromkeys(python_words(minors[minor].python) for minor in refused)
        yield rule.finding(
            place_in_pyproject(project, r"^\s*(requires-python|python)\s*="),
            f"requires-python {wanted} excludes every Python of NetBox {', '.join(refused)} "
            f"({', '.join(runs_on)}), which the plugin declares",
            fix="allow a Python that it runs on, or declare only NetBox releases the plugin can be installed with",
            netbox=refused,
        )


def _meet(wanted: str, minor: Minor) -> bool:
    allowed = SpecifierSet(wanted)
    pythons = [f"3.{number}" for number in range(_NEWEST) if minor.python.contains(f"3.{number}")]
    return any(allowed.contains(f"{python}.{patch}") for python in pythons for patch in range(_NEWEST))
