"""NBP719: views are registered for a model of the plugin whose URLs are never included."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Block, Klass, Module
from netbox_plugin_kit.linting.flow.arguments import argument
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.tables import models_with_tables

rule = Rule(
    code="NBP719",
    title="Registered view without a URL",
    severity="warning",
    source="docs/plugins/development/views.md, Additional Tabs; utilities/urls.py, get_model_urls",
    why="register_model_view only notes the view. Its URL is made by get_model_urls in the plugin's urls.py: without "
    "that the page cannot be opened, and links to it end in NoReverseMatch.",
    bad='@register_model_view(Asset, "history")\nclass AssetHistoryView(generic.ObjectView): ...',
    good='path("assets/<int:pk>/", include(get_model_urls("netbox_example", "asset")))',
    limits="Views that urls.py names itself are left alone, and so is a plugin whose URLs are computed.",
)


@rule.on(Project)
def not_mounted(project: Project, context: Context) -> Iterator[Violation]:
    """A view of an own model that neither get_model_urls nor a path of its own leads to."""
    flow = project.flow
    registered = flow.calls.get("register_model_view", ())
    mounted = _mounted(project, context) if registered else None
    if mounted is None:
        return
    own = {model.klass: model.name.lower() for model in models_with_tables(project)}
    for call, block in registered:
        module = flow.modules.get(block.scope.module)
        detail = argument(call, 3, "detail")
        is_detail = detail is None or getattr(detail, "value", None) is True
        names = {own.get(value) for value in flow.values(argument(call, 0, "model"), block) if isinstance(value, Klass)}
        view = _decorated(call, module) if module is not None else None
        if (
            module is None
            or view is None
            or len(names) != 1
            or None in names
            or not isinstance(detail, ast.Constant | None)
        ):
            continue
        name = str(next(iter(names)))
        if (name, is_detail) not in mounted and not _is_named(view, project):
            mounted.add((name, is_detail))  # one finding for all views that lack the same URLs
            yield rule.finding(
                module.source.place(call.lineno, call.col_offset + 1),
                f"{view} is registered, but no URL leads to it: urls.py never includes "
                f'get_model_urls("{context.label}", "{name}"{"" if is_detail else ", detail=False"})',
                fix="include the model's URLs in urls.py",
            )


def _mounted(project: Project, context: Context) -> set[tuple[str, bool]] | None:
    """Models, and whether it is about one object or the list, whose URLs are included; None when that is computed."""
    found: set[tuple[str, bool]] = set()
    for call, block in project.flow.calls.get("get_model_urls", ()):
        labels, names = _texts(call, 0, "app_label", block, project), _texts(call, 1, "model_name", block, project)
        detail = argument(call, 2, "detail")
        if len(labels) != 1 or len(names) != 1 or not isinstance(detail, ast.Constant | None):
            return None
        if labels[0] == context.label:
            found.add((names[0].lower(), detail is None or detail.value is True))
    return found


def _texts(call: ast.Call, position: int, word: str, block: Block, project: Project) -> tuple[str, ...]:
    return project.flow.texts(argument(call, position, word), block)


def _decorated(call: ast.Call, module: Module) -> str | None:
    """The class that a call decorates."""
    for scope in module.found.classes:
        if isinstance(scope.node, ast.ClassDef) and call in scope.node.decorator_list:
            return scope.node.name
    return None


def _is_named(view: str, project: Project) -> bool:
    """Whether the plugin makes a URL of it, or hands it on, in its own words."""
    named = re.compile(rf"\b{view}\b(?!\()")
    return any(
        named.search(module.source.text)
        for module in project.flow.modules
        if "urls" in module.parts or f"{view}.as_view" in module.source.text
    )
