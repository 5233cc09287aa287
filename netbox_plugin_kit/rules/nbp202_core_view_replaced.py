"""NBP202: a view of core for one of its models is replaced."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.linting.flow import Ref
from netbox_plugin_kit.releases.core import CoreView
from netbox_plugin_kit.rules.paths import model_in
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP202",
    title="Core view replaced",
    severity="error",
    source="docs/plugins/development/views.md, Additional Tabs; utilities/views.py, register_model_view",
    why="Plugins register their views first, so the plugin's answers on core's own address, and nobody is told.",
    bad='@register_model_view(Site, "edit")\nclass OwnSiteEdit(ObjectEditView): ...',
    good='@register_model_view(Site, "example", path="example")\nclass SiteExample(ObjectView): ...',
    limits="A further view of a core model under a name and a path of its own is what the documentation offers.",
)


@rule.on_call("register_model_view")
def replaced(call: Call, context: Context) -> Iterator[Violation]:
    """A registration whose name or path core uses for the same model."""
    labels = [
        model.label
        for value in call.values(0, "model")
        if isinstance(value, Ref) and (model := model_in(value.path, context.core)) is not None and not model.rest
    ]
    name = next(iter(call.texts(1, "name")), "")
    path = next(iter(call.texts(2, "path")), name)
    detail = call.argument(3, "detail")
    about_one = not (isinstance(detail, ast.Constant) and detail.value is False)
    for label in labels:
        for view in context.core.views.get(label.lower(), ()):
            minors = context.among(view.minors)
            if minors and view.detail is about_one and _collides(view, name, path):
                yield rule.finding(
                    call.place,
                    f"the view {name!r} at {path!r} takes the place of core's own {view.name!r} of {label}",
                    fix="give it a name and a path that say the plugin's name",
                    netbox=minors,
                )
                break


def _collides(view: CoreView, name: str, path: str) -> bool:
    return view.name == name or view.path.strip("/") == path.strip("/")
