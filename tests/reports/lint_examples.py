"""Results of the linter with one of everything in them."""

from __future__ import annotations

from pathlib import Path

from netbox_plugin_kit.linting.repairs import Edit, Repair
from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.linting.sources import Source
from netbox_plugin_kit.matrix.results import PluginSummary, Severity
from netbox_plugin_kit.rules import Rule

__all__ = ["BASE", "RULES", "everything", "nothing"]

BASE = Path("/srv/work")
ROOT = BASE / "netbox-example"
PLUGIN = PluginSummary("netbox-example", "netbox_example", "1.2", "4.5.0", "4.7.99")


def _rule(code: str, title: str, severity: Severity) -> Rule:
    why = f"Why {code} <matters> & hurts."
    return Rule(code, title, severity, "docs/plugins/index.md", why, f"bad({code!r})", f"good({code!r})")


RULES = (
    _rule("NBP101", "Field added to a core model", "error"),
    _rule("NBP104", "Generic relation on a core model", "warning"),
    _rule("NBP108", "Core objects cannot be deleted", "info"),
    _rule("NBP602", "Not a version", "error"),
)
MODELS = Source(
    ROOT / "netbox_example/models.py",
    "netbox_example/models.py",
    "from dcim.models import Device\r\n\r\n\tnamé = '日本'; Device.add_to_class('owner', field)\r\nlong = 1\r\n",
)
CONFIG = Source(
    ROOT / "netbox_example/__init__.py",
    "netbox_example/__init__.py",
    'class ExampleConfig(PluginConfig):\n    min_version = "4,5"\n',
)


def everything() -> LintResult:
    """Every severity, a place of every precision, a safe repair and an unsafe one, and a file of an odd name."""
    added, relation, kept, version = RULES
    start = CONFIG.text.index('"4,5"')
    found = (
        version.finding(
            CONFIG.place(2, 19), "min_version '4,5' is no version", fix="write 4.5",
            repair=Repair((Edit(CONFIG.name, start, start + 5, '"4.5"'),)),
        ),
        added.finding(
            MODELS.place_of(MODELS.text.index("Device.add")), "adds 100% of a field,\nand more: <it>",
            netbox=("4.6", "4.7"),
        ),
        kept.finding(MODELS.place(4), "says something about a line"),
        relation.finding(
            MODELS.place(4, 1), "says something else about it", fix="take it out",
            repair=Repair((Edit(MODELS.name, 0, 0, "#"),), safe=False),
        ),
        kept.finding(
            Source(ROOT / "a", "netbox_example/static/a b,c:\x1b[31m.css", "").place(), "says something about a file"
        ),
        kept.finding(Source(ROOT, "", "").place(), "says something about the project"),
    )  # fmt: skip
    return LintResult(
        plugin=PLUGIN, root=ROOT, rules=RULES, violations=found, sources={each.name: each for each in (MODELS, CONFIG)},
        modules=12, suppressed=2, baselined=3, stale=1, fixed=4,
    )  # fmt: skip


def nothing() -> LintResult:
    """Another project, without a finding."""
    other = PluginSummary("netbox-other")
    return LintResult(other, Path("/srv/elsewhere/other"), RULES[:1], violations=(), sources={}, modules=1)
