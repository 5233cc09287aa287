"""Hands every fact to the rules that asked for it; the only place that knows both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from netbox_plugin_kit.linting.changes import CHANGING_CALLS, changes_of_call, changes_of_statement
from netbox_plugin_kit.linting.collecting import Collection, collect
from netbox_plugin_kit.linting.facts import (
    Call,
    Change,
    ClassDefinition,
    Command,
    ContainerFile,
    Fact,
    PythonFile,
    StaticFile,
    TagLibrary,
    Template,
)
from netbox_plugin_kit.linting.flow.arguments import called_name
from netbox_plugin_kit.linting.sources import Unreadable
from netbox_plugin_kit.linting.targets import target_minors
from netbox_plugin_kit.releases.core import Core
from netbox_plugin_kit.rules.rule import Context, Handler, Rule, Violation

__all__ = ["by_place", "violations"]


def violations(root: Path, rules: Iterable[Rule]) -> tuple[Collection, list[Violation]]:
    """Everything that some rules find in a project, in the order of the files and lines, each once."""
    core = Core.load()
    collection = collect(root, core)
    context = Context(collection.project, core, target_minors(collection.project.plugin))
    found = list(_apply(collection, context, _Handlers(rules)))
    return collection, sorted(_merged(found), key=by_place)


def _merged(found: Iterable[Violation]) -> Iterator[Violation]:
    """One violation for all that a rule says of a place: a loop over ten models is one thing to mend."""
    by_place: dict[tuple[object, ...], list[Violation]] = {}
    for violation in dict.fromkeys(found):
        finding = violation.finding
        by_place.setdefault((finding.code, finding.path, finding.line, finding.column), []).append(violation)
    for same in by_place.values():
        first, *others = same
        if others:
            message = f"{first.finding.message} (and {len(others)} more here)"
            everywhere = not all(each.netbox for each in same)
            minors = () if everywhere else dict.fromkeys(minor for each in same for minor in each.netbox)
            first = replace(first, finding=replace(first.finding, message=message), netbox=tuple(minors))
        yield first


def by_place(violation: Violation) -> tuple[str, int, int, str]:
    """The order of findings: by file, line and column."""
    finding = violation.finding
    return finding.path or "", finding.line or 0, finding.column or 0, finding.code or ""


class _Handlers:
    """Which functions want which fact."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_fact: dict[type[Any], list[Handler]] = {}
        self._by_name: dict[str, list[Handler]] = {}
        for rule in rules:
            for handler in rule.handlers:
                if handler.fact is Call:
                    for name in handler.names:
                        self._by_name.setdefault(name, []).append(handler)
                else:
                    self._by_fact.setdefault(handler.fact, []).append(handler)

    def wants(self, fact: type[Any]) -> bool:
        return fact in self._by_fact

    def of_call(self, name: str | None) -> list[Handler]:
        return self._by_name.get(name, []) if name else []

    def ask(self, fact: Fact, context: Context) -> Iterator[Violation]:
        for handler in self._by_fact.get(type(fact), ()):
            yield from handler.function(fact, context)


def _apply(collection: Collection, context: Context, handlers: _Handlers) -> Iterator[Violation]:
    for fact in _facts(collection, handlers):
        yield from handlers.ask(fact, context)
    for module in collection.modules:
        for node, block in module.found.calls:
            name = called_name(node)
            if wanted := handlers.of_call(name):
                place = module.source.place(node.lineno, node.col_offset + 1)
                call = Call(place, name or "", node, block, collection.flow, module)
                for handler in wanted:
                    yield from handler.function(call, context)


def _facts(collection: Collection, handlers: _Handlers) -> Iterator[Fact]:
    """Every fact but calls, of the kinds that somebody wants."""
    yield from collection.unreadable
    yield collection.project
    sources: dict[type[Any], Callable[[], Iterator[Fact]]] = {
        PythonFile: collection.python_files,
        ClassDefinition: collection.classes,
        Template: collection.templates,
        StaticFile: collection.static_files,
        TagLibrary: collection.tag_libraries,
        Command: collection.commands,
        ContainerFile: collection.container_files,
    }
    for kind, source in sources.items():
        # A template that cannot be read is a fact of another kind.
        if handlers.wants(kind) or (kind is Template and handlers.wants(Unreadable)):
            yield from source()
    if handlers.wants(Change):
        yield from _changes(collection)


def _changes(collection: Collection) -> Iterator[Change]:
    for module in collection.modules:
        for statement, block in module.found.stores:
            yield from changes_of_statement(statement, block, module, collection.flow)
        for node, block in module.found.calls:
            if called_name(node) in CHANGING_CALLS:
                yield from changes_of_call(node, block, module, collection.flow)
