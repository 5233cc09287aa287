"""NBP509: Django, or another library that NetBox runs on, is patched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.linting.flow import Function
from netbox_plugin_kit.rules.paths import top_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP509",
    title="Framework patched",
    severity="error",
    source="docs/plugins/index.md, Limitations: disable core components",
    why="NetBox is then not the only one that behaves otherwise: every plugin and every command does, and each release "
    "brings other versions of these libraries.",
    bad="django.db.models.Model.save = counted_save",
    good="class Example(NetBoxModel):\n    def save(self, *args, **kwargs): ...",
    limits="Seen are classes, and functions that are replaced by one of the plugin's; objects that libraries hand "
    "out are not.",
)

_LIBRARIES = frozenset(
    [
        "django",
        "django_filters",
        "django_htmx",
        "django_prometheus",
        "django_rq",
        "django_tables2",
        "drf_spectacular",
        "graphene",
        "graphene_django",
        "mptt",
        "rest_framework",
        "rq",
        "social_core",
        "social_django",
        "strawberry",
        "strawberry_django",
        "taggit",
    ]
)
_OTHERS = ("django.conf", "django.template", "django.urls", "django.contrib.auth", "django.apps")
_CLASS = re.compile(r"(?:^|\.)[A-Z]\w*[a-z]\w*(?:$|[.\[])")


@rule.on(Change)
def patched(change: Change, _context: Context) -> Iterator[Violation]:
    """A member of a class, or a function of a module that becomes one of the plugin's."""
    target = change.target
    if "(" in target or top_of(target) not in _LIBRARIES or target.startswith(_OTHERS):
        return
    if target.endswith(".receivers") or change.member in {"receivers", "_live_receivers"}:
        return
    function = change.how == "set" and any(isinstance(value, Function) for value in change.values())
    if _CLASS.search(target) or (function and not change.member.startswith("[")):
        yield rule.finding(
            change.place, f"{change.words} changes {change.path}, a part of what NetBox runs on",
            fix="subclass it, and use the subclass",
        )  # fmt: skip
