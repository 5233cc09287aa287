"""NBP507: a class, function or value of core is replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.paths import is_core, model_in
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP507",
    title="Core code patched",
    severity="error",
    source="docs/plugins/index.md, Limitations; docs/plugins/development/index.md, what is not documented is not API",
    why="Views, forms, tables, choices and helpers of core are then others than the release notes speak of, for core "
    "and "
    "for every other plugin.",
    bad='CableProfileChoices.CHOICES += (("own", "Own"),)',
    good='register_table_column(column, "example", SiteTable)  # where NetBox offers a way to add',
    limits="Models, settings, URLs, the registry, navigation and authentication have rules of their own.",
)

_OTHERS = re.compile(
    r"netbox\.(?:settings|configuration|registry|navigation|authentication|api\.authentication|config\.)"
    r"|(?:account|users)\.views\.|\w+(?:\.\w+)*\.urls(?:$|[.\[])"
)
_TEMPLATES = frozenset({"template_name", "template", "base_template", "htmx_template_name"})


@rule.on(Change)
def patched(change: Change, context: Context) -> Iterator[Violation]:
    """Any change of what a module of core defines; what is done to objects that core hands out is not meant."""
    if "(" in change.target or not is_core(change.target, context.core) or _OTHERS.match(change.path):
        return
    if change.member in _TEMPLATES or change.target.endswith(".receivers") or model_in(change.target, context.core):
        return
    verb = {"set": "replaces", "delete": "removes", "mutate": "changes"}[change.how]
    yield rule.finding(
        change.place, f"{change.words} {verb} {change.path}, code of NetBox's core",
        fix="use what NetBox offers to add to it, or a class of the plugin's own",
    )  # fmt: skip
