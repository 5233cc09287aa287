"""NBP606: NetBox's version is taken apart in a way that breaks on some NetBox."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import PythonFile
from netbox_plugin_kit.linting.flow import Block, Flow, Module
from netbox_plugin_kit.linting.repairs import Repair, replace_node
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP606",
    title="NetBox's version parsed the fragile way",
    severity="warning",
    source="utilities/release.py, ReleaseInfo.full_version; netbox-community/netbox-docker from 3.2.0",
    why="settings.VERSION is a text for people: in a container it reads 4.7.3-Docker-5.1.1, which packaging "
    "refuses with InvalidVersion, so NetBox does not start; compared as text, 4.10 comes before 4.9.",
    bad="if version.parse(settings.VERSION) >= version.parse('4.5'): ...",
    good="if version.parse(settings.RELEASE.version) >= version.parse('4.5'): ...",
    fixable="unsafe",
    limits="settings.RELEASE exists from NetBox 4.1. Showing the version, testing it with startswith() or taking "
    "its first two numbers is left alone. Mended only where every declared NetBox has RELEASE.",
)

_VERSION = frozenset(
    {"django.conf.settings.VERSION", "netbox.settings.VERSION", "django.conf.settings.RELEASE.full_version"}
)
_NAMED = re.compile(r"(\.|import\s+\(?)\s*(VERSION|full_version)\b")
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_FIX = "use settings.RELEASE.version, which has no suffix (NetBox 4.1 and later)"


@rule.on(PythonFile)
def taken_apart(file: PythonFile, context: Context) -> Iterator[Violation]:
    """Parsed as a version, split at its dots, or compared as text."""
    module, flow = file.module, file.flow
    if not _NAMED.search(module.source.text):
        return
    suffixed = context.since("4.2")  # containers have it from 4.2.3
    for node, block in module.found.calls if suffixed else ():
        place = module.source.place(node.lineno, node.col_offset + 1)
        if node.args and _is_version(node.args[0], block, flow) and _parses(node, block, flow):
            message = "settings.VERSION is parsed, but it is not a version where NetBox runs in a container"
            yield rule.finding(place, message, fix=_FIX, netbox=suffixed, repair=_repair(node.args[0], module, context))
        elif _is_split(node, block, flow) and node not in _shortened(module.tree):
            message = (
                "settings.VERSION is split into numbers, but its third part is none where NetBox runs in a container"
            )
            yield rule.finding(place, message, fix=_FIX, netbox=suffixed)
    for compare in ast.walk(module.tree):
        if isinstance(compare, ast.Compare) and any(isinstance(each, _ORDER) for each in compare.ops):
            sides = (compare.left, *compare.comparators)
            if any(_is_version(side, module.block, flow) for side in sides):
                yield rule.finding(
                    module.source.place(compare.lineno, compare.col_offset + 1),
                    "settings.VERSION is compared as text, and then 4.10 comes before 4.9",
                    fix="compare packaging.version.parse(settings.RELEASE.version) with a parsed version",
                )


def _is_version(node: ast.expr, block: Block, flow: Flow) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str" and node.args:
        node = node.args[0]
    return not _VERSION.isdisjoint(flow.paths(node, block))


def _parses(node: ast.Call, block: Block, flow: Flow) -> bool:
    return any(re.search(r"version\.(parse|\w*Version)$", path) for path in flow.paths(node.func, block))


def _is_split(node: ast.Call, block: Block, flow: Flow) -> bool:
    function = node.func
    if not isinstance(function, ast.Attribute) or function.attr != "split" or len(node.args) != 1:
        return False
    return flow.texts(node.args[0], block) == (".",) and _is_version(function.value, block, flow)


def _shortened(tree: ast.Module) -> Iterator[ast.expr]:
    """What is indexed with 0 or 1, or cut to at most two."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            end = node.slice.upper if isinstance(node.slice, ast.Slice) else node.slice
            most = 2 if isinstance(node.slice, ast.Slice) else 1
            if isinstance(end, ast.Constant) and isinstance(end.value, int) and 0 <= end.value <= most:
                yield node.value


def _repair(node: ast.expr, module: Module, context: Context) -> Repair | None:
    written = isinstance(node, ast.Attribute) and node.attr == "VERSION" and isinstance(node.value, ast.Name)
    if not written or context.before("4.1"):
        return None
    text = f"{node.value.id}.RELEASE.version"  # type: ignore[attr-defined] # it is an attribute of a name
    return Repair((replace_node(module.source, node, text),), safe=False)
