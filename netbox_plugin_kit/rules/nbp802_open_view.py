"""NBP802: a page that everybody can open, logged in or not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, ClassDefinition
from netbox_plugin_kit.linting.flow import Flow, Function, Klass, Ref, Scope
from netbox_plugin_kit.rules.permissions import CHECKS
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import lines_of

rule = Rule(
    code="NBP802",
    title="View open to everybody",
    severity="warning",
    source="utilities/views.py, ConditionalLoginRequiredMixin (no middleware asks for a login since NetBox 4.1)",
    why="NetBox leaves it to each view to ask who is there. A view of Django's own answers anybody who can "
    "reach the server.",
    bad="class ProbeListView(View):\n    def get(self, request):\n        probes = Probe.objects.all()",
    good="class ProbeListView(ObjectPermissionRequiredMixin, View):\n    queryset = Probe.objects.all()\n"
    '    def get_required_permission(self):\n        return "netbox_example.view_probe"',
    limits="Only views that read or write objects, or accept other requests than GET, are found; one whose code "
    "looks at the user or at permissions in any way is left alone.",
)

_TRANSPARENT = (
    "django.views.",
    "utilities.views.GetReturnURLMixin",
    "utilities.views.GetRelatedModelsMixin",
    "builtins.",
)
_WRITES = frozenset({"post", "put", "patch", "delete", "form_valid"})
_TOUCHES = ("objects", "_default_manager", "get_object_or_404", "get_list_or_404", "queryset", "model")


@rule.on(ClassDefinition)
def open_view(definition: ClassDefinition, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A class that descends from Django's views alone, or whose mixin comes too late."""
    if not definition.node.bases or not definition.module.parts or not _is_view(definition):
        return
    own = (definition.klass, *definition.own_ancestors())
    if not any(_does_something(klass.node) for klass in own):
        return
    if any(_asks(klass.node, klass.scope, definition.flow) for klass in own):
        return
    message = f"{definition.name} asks for no login and no permission: everybody can open it"
    if late := _late_mixin(definition):
        message = f"{late} comes after the view among the bases of {definition.name}, where it is never asked"
    yield rule.finding(
        definition.place, message, fix="put ObjectPermissionRequiredMixin of utilities.views before the view's own base"
    )


def _is_view(definition: ClassDefinition) -> bool:
    """Whether its outside ancestors are Django's views, none of which asks for anything."""
    paths = definition.bases()
    if not any(path.startswith("django.views.") for path in paths):
        return False
    known = all(
        len(definition.flow.bases(klass)) >= len(klass.node.bases)
        for klass in (definition.klass, *definition.own_ancestors())
    )
    return known and (all(path.startswith(_TRANSPARENT) for path in paths) or bool(_late_mixin(definition)))


def _late_mixin(definition: ClassDefinition) -> str:
    """A mixin that checks something, behind a view of Django's: the view's dispatch() is found first."""
    view = False
    for base in definition.flow.bases(definition.klass):
        if isinstance(base, Ref):
            if view and base.path.endswith("RequiredMixin"):
                return base.path.rpartition(".")[2]
            if not view and not base.path.startswith(_TRANSPARENT):
                return ""
            view = view or base.path.startswith("django.views.")
        elif isinstance(base, Klass) and not view:
            return ""
    return ""


def _asks(node: ast.AST, scope: Scope, flow: Flow) -> bool:
    """Whether a decorator or the code inside looks at who is there."""
    module = flow.modules.get(scope.module)
    parts = [*getattr(node, "decorator_list", ()), *getattr(node, "body", ())]
    return module is None or any(CHECKS.search(lines_of(part, module.source)) for part in parts)


def _does_something(node: ast.AST) -> bool:
    for each in ast.walk(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name in _WRITES:
            return True
        if isinstance(each, ast.Attribute) and each.attr in _TOUCHES:
            return True
        if isinstance(each, ast.Name) and each.id in _TOUCHES:
            return True
    return False


@rule.on_call("path", "re_path")
def open_function(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A function that is a view, without a decorator and without a look at the user."""
    if not any(path.startswith("django.urls") for path in call.paths):
        return
    for value in call.values(1, "view"):
        if isinstance(value, Function) and isinstance(value.scope.node, ast.FunctionDef):
            node = value.scope.node
            if not node.decorator_list and _does_something(node) and not _asks(node, value.scope, call.flow):
                yield rule.finding(
                    call.place,
                    f"the view {node.name}() asks for no login and no permission: everybody can open it",
                    fix="decorate it with permission_required, or make it a class with ObjectPermissionRequiredMixin",
                )
