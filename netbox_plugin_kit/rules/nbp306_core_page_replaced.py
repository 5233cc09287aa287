"""NBP306: a core view is given another template, or files are put over core's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change, ContainerFile
from netbox_plugin_kit.rules.paths import is_core
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP306",
    title="Core page replaced",
    severity="error",
    source="docs/plugins/index.md, Limitations: override core templates",
    why="The page stays what it was on the day it was copied, while core's view, its context and its blocks go on.",
    bad='SiteView.template_name = "netbox_example/site.html"',
    good='class SitePanel(PluginTemplateExtension):\n    models = ["dcim.site"]',
)

_TEMPLATE = frozenset({"template_name", "template", "base_template", "htmx_template_name"})
_CORE_PLACES = re.compile(
    r"/opt/netbox/netbox/(?:templates|static|project-static|dcim|ipam|utilities|extras|core|users)\b[\w./-]*"
)
_COPIES = ("copy", "copy2", "copyfile", "copytree", "move", "symlink", "rename", "replace")
_FIX = "add to core's page with a PluginTemplateExtension"


@rule.on(Change)
def template(change: Change, context: Context) -> Iterator[Violation]:
    """`template_name` of a class of core."""
    if change.member in _TEMPLATE and "(" not in change.target and is_core(change.target, context.core):
        yield rule.finding(
            change.place, f"{change.words} gives {change.target} of NetBox's core another template", fix=_FIX
        )


@rule.on_call(*_COPIES)
def copied(call: Call, _context: Context) -> Iterator[Violation]:
    """Files that a program puts into core's directories."""
    if not any(path.startswith(("shutil.", "os.")) for path in call.paths):
        return
    for text in call.texts(1):
        if match := _CORE_PLACES.search(text):
            yield rule.finding(call.place, f"{call.name} puts files over NetBox's own ({match[0]})", fix=_FIX)


@rule.on(ContainerFile)
def image(file: ContainerFile, _context: Context) -> Iterator[Violation]:
    """COPY, ADD, and volumes that put files into core's directories."""
    compose = file.source.name.endswith((".yml", ".yaml"))
    for line, instruction in file.instructions:
        words = instruction.split()
        if compose:
            target = instruction.lstrip("- '\"").split(":")[1] if instruction.count(":") else ""
        else:
            target = words[-1].strip("\"]'") if words[0].upper() in {"COPY", "ADD"} else ""
        if match := _CORE_PLACES.match(target):
            yield rule.finding(file.source.place(line), f"puts files over NetBox's own ({match[0]})", fix=_FIX)
