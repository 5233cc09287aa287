"""What runs when a module is imported or a function is called: statements, and the project's functions they call."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from netbox_plugin_kit.linting.flow import Block, Flow, Function, Klass, Module, Scope
from netbox_plugin_kit.linting.sources import Place

__all__ = ["Running", "at_import", "in_function", "is_never_in_netbox", "with_called"]

_DEEPEST = 5
"""Functions that call each other are followed as far as this."""


@dataclass(frozen=True, slots=True)
class Running:
    """A piece of code that runs.

    Attributes:
        node: The piece.
        scope: Whose names it sees.
        module: Where it is.
        guarded: Whether an exception in it is caught.
        conditional: Whether something in its function decides if it runs.
        through: The functions that were called on the way there, the first one first.
    """

    node: ast.AST
    scope: Scope
    module: Module
    guarded: bool = False
    conditional: bool = False
    through: tuple[str, ...] = ()

    @property
    def block(self) -> Block:
        """To ask the data flow with."""
        return Block(self.scope)

    @property
    def place(self) -> Place:
        """Where it is."""
        node = self.node.iter if isinstance(self.node, ast.comprehension) else self.node
        return self.module.source.place(getattr(node, "lineno", None), getattr(node, "col_offset", 0) + 1)


def at_import(module: Module, flow: Flow) -> Iterator[Running]:
    """Everything that runs when a module is imported: its statements, and the bodies of its classes."""
    return _each(module.tree.body, module.found.scope, module, flow)


def in_function(scope: Scope, flow: Flow) -> Iterator[Running]:
    """Everything that runs in a function itself."""
    module = flow.modules.get(scope.module)
    if module is not None and isinstance(scope.node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from _each(scope.node.body, scope, module, flow)


def _each(nodes: Iterable[ast.AST], scope: Scope, module: Module, flow: Flow) -> Iterator[Running]:
    stack = _pieces(nodes, Running(module.tree, scope, module))
    while stack:
        here = stack.pop()
        node = here.node
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            stack += _pieces([*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)], here)
            continue
        yield here
        if isinstance(node, ast.ClassDef):
            stack += _pieces(node.body, replace(here, scope=flow.scope_of(node) or scope))
            stack += _pieces([*node.decorator_list, *node.bases, *node.keywords], here)
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            branches = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [*node.body, *node.orelse]
            skipped = node.body if isinstance(node, ast.If) and is_never_in_netbox(node) else ()
            stack += _pieces([each for each in branches if each not in skipped], replace(here, conditional=True))
            stack += _pieces([node.test], here)
        elif isinstance(node, ast.Try) and node.handlers:
            stack += _pieces([*node.handlers, *node.orelse], replace(here, conditional=True))
            stack += _pieces(node.finalbody, here)
            stack += _pieces(node.body, replace(here, guarded=True))
        else:
            maybe = isinstance(node, ast.BoolOp | ast.Match) and not here.conditional
            stack += _pieces(ast.iter_child_nodes(node), replace(here, conditional=True) if maybe else here)


def _pieces(nodes: Iterable[ast.AST], here: Running) -> list[Running]:
    """Pieces that follow each other, the last one first; after a branch that leaves, the rest is conditional."""
    found: list[Running] = []
    conditional = here.conditional
    for node in nodes:
        if isinstance(node, _SAY_NOTHING):
            continue
        # Not `replace`: this is done for every node of the project.
        found.append(Running(node, here.scope, here.module, here.guarded, conditional, here.through))
        if isinstance(node, ast.If | ast.Try | ast.For | ast.While):
            conditional = conditional or any(isinstance(each, _LEAVING) for each in ast.walk(node))
    return found[::-1]


_SAY_NOTHING = (ast.Constant, ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop, ast.alias)
_LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def is_never_in_netbox(node: ast.If) -> bool:
    """Whether the body of an `if` does not run in NetBox: for type checkers only, or as a script only."""
    text = ast.unparse(node.test)
    return text in {"TYPE_CHECKING", "typing.TYPE_CHECKING"} or ("__name__" in text and "__main__" in text)


def with_called(pieces: Iterable[Running], flow: Flow) -> Iterator[Running]:
    """Pieces that run, and those of the project's functions that they call, each once."""
    seen: set[int] = set()
    waiting = [*pieces]
    while waiting:
        following: list[Running] = []
        for here in waiting:
            yield here
            if not isinstance(here.node, ast.Call) or len(here.through) >= _DEEPEST:
                continue
            function = here.node.func
            called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            if called not in flow.callables:
                continue
            for scope in _scopes(here, flow):
                if id(scope) not in seen:
                    seen.add(id(scope))
                    following += [
                        replace(
                            each,
                            guarded=each.guarded or here.guarded,
                            conditional=each.conditional or (here.conditional and bool(here.through)),
                            through=(*here.through, getattr(scope.node, "name", called)),
                        )
                        for each in in_function(scope, flow)
                    ]
        waiting = following


@functools.lru_cache(maxsize=1)
def _scopes(here: Running, flow: Flow) -> Iterator[Scope]:
    """The functions of the project that a call runs; for a class, its `__init__`."""
    assert isinstance(here.node, ast.Call)  # noqa: S101 - the caller asked
    for value in flow.values(here.node.func, here.block):
        if isinstance(value, Function) and not value.scope.yields:
            yield value.scope
        elif isinstance(value, Klass):
            for made in flow.attribute(value, "__init__"):
                if isinstance(made, Function):
                    yield made.scope
