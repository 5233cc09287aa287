"""NBP712: a template extension or search index is written and not registered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition, Project
from netbox_plugin_kit.linting.flow import Flow, Items, Klass, Module, Ref
from netbox_plugin_kit.rules.loading import resources
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP712",
    title="Extension or index that is not registered",
    severity="warning",
    source="netbox/plugins/__init__.py, PluginConfig.ready; docs/plugins/development/views.md, Extra Template Content; "
    "docs/plugins/development/search.md",
    why="NetBox registers what is in the list, and nothing that is only defined beside it.",
    bad="class SitePanel(PluginTemplateExtension): ...\n\ntemplate_extensions = []",
    good="class SitePanel(PluginTemplateExtension): ...\n\ntemplate_extensions = [SitePanel]",
    limits="Lists that are built in steps, classes that others are made from, and names that begin with an underscore "
    "are left alone.",
)

_KINDS = {"template_extensions": "PluginTemplateExtension", "search_indexes": "SearchIndex"}


@rule.on(Project)
def unlisted(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Classes of the module that NetBox takes the list from, which are not in it."""
    flow = project.flow
    for attribute, dotted, name in resources(project):
        module = flow.modules.get(dotted)
        if attribute not in _KINDS or module is None or (listed := _listed(module, name, flow)) is None:
            continue
        for scope in module.found.classes:
            klass = Klass(scope)
            definition = ClassDefinition(
                module.source.place(klass.node.lineno, klass.node.col_offset + 1), klass, module, flow
            )
            if (
                klass not in listed
                and scope.parent is module.found.scope
                and not definition.name.startswith("_")
                and not klass.node.decorator_list
                and _is_kind(definition, _KINDS[attribute])
                and not _is_used(definition)
            ):
                yield rule.finding(
                    definition.place,
                    f"{definition.name} is not in {name}, so NetBox never registers it",
                    fix=f"add it to {name}, or remove it",
                )


def _listed(module: Module, name: str, flow: Flow) -> set[object] | None:
    """What the list holds; None when that is not certain."""
    text = module.source.text
    if module.found.scope.stars or re.search(rf"\b{name}\s*(\.(append|extend|insert)\b|\+=|:)", text):
        return None
    bindings = module.found.scope.bindings.get(name, ())
    if not bindings:
        return set() if not re.search(rf"\b{name}\b", text) and "register_" not in text else None
    values = tuple(flow.name_in(module, name))
    if len(bindings) != 1 or len(values) != 1 or not isinstance(values[0], Items):
        return None
    elements = values[0].elements
    found: set[object] = set()
    for element in elements:
        known = flow.values(element, values[0].block)
        if not known or not all(isinstance(value, Klass | Ref) for value in known):
            return None
        found.update(known)
    return found


def _is_kind(definition: ClassDefinition, kind: str) -> bool:
    return any(path == f"netbox.plugins.{kind}" or path.endswith(f".{kind}") for path in definition.bases())


def _is_used(definition: ClassDefinition) -> bool:
    """Whether its name is written anywhere else in its module, or other classes are made from it."""
    written = re.findall(rf"\b{definition.name}\b", definition.module.source.text)
    flow = definition.flow
    return len(written) > 1 or any(
        definition.klass in flow.bases(Klass(scope))
        for module in flow.modules
        for scope in module.found.classes
        if module is not definition.module
    )
