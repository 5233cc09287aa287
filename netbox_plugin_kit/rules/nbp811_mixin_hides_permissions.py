"""NBP811: a mixin of Django's takes the place of NetBox's object permissions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Ref
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP811",
    title="Mixin hides object permissions",
    severity="error",
    source="utilities/views.py, ObjectPermissionRequiredMixin.has_permission",
    why="Both mixins have a has_permission(), and the first one wins: NetBox's, which restricts the query set, is "
    "never called, and a user who may see one object sees all of them.",
    bad="class ProbeView(PermissionRequiredMixin, generic.ObjectView): ...",
    good='class ProbeView(generic.ObjectView):\n    additional_permissions = ["netbox_example.start_probe"]',
    limits="A class with a has_permission() of its own is left alone.",
)

_PERMITS = re.compile(
    r"netbox\.views\.generic\.(\w+\.)?(Object(Edit|List|Delete|Children)?|Bulk\w+|BaseObject|ComponentCreate)View"
)


@rule.on(ClassDefinition)
def hides(definition: ClassDefinition, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Django's PermissionRequiredMixin before one of NetBox's generic views."""
    if len(definition.node.bases) < 2 or "has_permission" in definition.klass.scope.bindings:  # noqa: PLR2004
        return
    mixin = ""
    for base in definition.flow.bases(definition.klass):
        if not isinstance(base, Ref):
            continue
        if base.path == "django.contrib.auth.mixins.PermissionRequiredMixin":
            mixin = "PermissionRequiredMixin"
        elif mixin and _PERMITS.fullmatch(base.path):
            yield rule.finding(
                definition.place,
                f"{mixin} comes before {base.path.rpartition('.')[2]} among the bases of {definition.name}: "
                "object permissions are no longer applied",
                fix="name the permission in additional_permissions instead of using the mixin",
            )
            return
