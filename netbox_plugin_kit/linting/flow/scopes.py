"""One walk over a module: which names are bound where, which calls, stores and classes there are.

Nothing is resolved here. A `Block` is a run of statements that either all run or none does, so that a later binding in
the same block, or in one around it, makes the earlier ones of no account.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

__all__ = ["Binding", "Block", "Found", "Scope", "walk_module"]

ScopeNode: TypeAlias = (
    ast.Module
    | ast.ClassDef
    | ast.FunctionDef
    | ast.AsyncFunctionDef
    | ast.Lambda
    | ast.ListComp
    | ast.SetComp
    | ast.DictComp
    | ast.GeneratorExp
)
Step: TypeAlias = "int | Literal['*']"
"""From a value to one it holds: an item by its index, or any element."""


@dataclass(eq=False, slots=True)
class Scope:
    """Names that belong together: of a module, a class, a function or a comprehension.

    Attributes:
        module: The dotted name of the module.
        bindings: What each name is bound to, in the order of the text.
        attributes: For a class, what its methods assign on `self` and `cls`.
        returns: For a function, what it returns; for a generator, what it yields.
        stars: Modules that `from ... import *` names, as written, with the number of leading dots.
    """

    node: ScopeNode
    module: str
    parent: Scope | None = None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    attributes: dict[str, list[Binding]] = field(default_factory=dict)
    returns: list[tuple[ast.expr, Block]] = field(default_factory=list)
    yields: list[tuple[ast.expr, Block]] = field(default_factory=list)
    stars: list[ast.ImportFrom] = field(default_factory=list)
    outer: set[str] = field(default_factory=set)

    @property
    def is_class(self) -> bool:
        """Whether its names are attributes, which functions inside do not see."""
        return isinstance(self.node, ast.ClassDef)

    @property
    def method_of(self) -> Scope | None:
        """The class whose method this is."""
        is_function = isinstance(self.node, ast.FunctionDef | ast.AsyncFunctionDef)
        return self.parent if is_function and self.parent is not None and self.parent.is_class else None


@dataclass(eq=False, slots=True)
class Block:
    """A run of statements that all run or none does."""

    scope: Scope
    parent: Block | None = None

    def is_within(self, other: Block) -> bool:
        """Whether it is the other one or lies inside it."""
        block: Block | None = self
        while block is not None and block is not other:
            block = block.parent
        return block is other


@dataclass(eq=False, slots=True)
class Binding:
    """One place where a name gets a value.

    Attributes:
        node: The expression, definition, import or parameter it comes from.
        block: Where that is written.
        steps: How to get from the value of `node` to what is bound: `for a, b in pairs` binds `b` to any element's
            second item.
        alias: For an import, which of its names.
    """

    node: ast.AST
    block: Block
    line: int
    steps: tuple[Step, ...] = ()
    alias: ast.alias | None = None


@dataclass(slots=True)
class Found:
    """What one walk over a module found.

    Attributes:
        scope: The module's own names.
        calls: Every call, with the block it is in.
        stores: Assignments to attributes and items, augmented assignments, deletions.
        classes: The scopes of all classes.
        functions: The scopes of all functions and lambdas.
        imports: Every import statement.
    """

    scope: Scope
    calls: list[tuple[ast.Call, Block]] = field(default_factory=list)
    stores: list[tuple[ast.stmt, Block]] = field(default_factory=list)
    classes: list[Scope] = field(default_factory=list)
    functions: list[Scope] = field(default_factory=list)
    imports: list[tuple[ast.Import | ast.ImportFrom, Block]] = field(default_factory=list)


def walk_module(tree: ast.Module, name: str) -> Found:
    """Walk over a module once."""
    scope = Scope(tree, name)
    walk = _Walk(Found(scope))
    walk.body(tree.body, Block(scope))
    return walk.found


_LEAVES = frozenset({ast.Name, ast.Constant})
_COMPREHENSIONS = frozenset({ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp})
_EXPRESSIONS: list[Any] = [*ast.expr.__subclasses__(), ast.keyword, ast.comprehension]
_EXPRESSION_FIELDS: dict[type[ast.AST], tuple[str, ...]] = {
    cls: tuple(name for name in cls._fields if name not in {"ctx", "op", "ops", "attr", "conversion", "is_async"})
    for cls in _EXPRESSIONS
}


class _Walk:
    def __init__(self, found: Found) -> None:
        self.found = found

    def body(self, statements: Iterable[ast.stmt], block: Block) -> None:
        for statement in statements:
            _STATEMENTS.get(statement.__class__, _other)(self, statement, block)

    def expression(self, root: ast.expr | None, block: Block) -> None:
        """Note the calls, lambdas, comprehensions and bindings inside an expression."""
        if root is None or root.__class__ in _LEAVES:
            return
        stack: list[ast.AST] = [root]
        while stack:
            node = stack.pop()
            kind = node.__class__
            if kind is ast.Call:
                self.found.calls.append((node, block))  # type: ignore[arg-type] # kind says so
            elif kind is ast.Lambda or kind in _COMPREHENSIONS:
                self.nested(node, block)
                continue
            elif kind is ast.NamedExpr:
                self.bind(node.target, node.value, block)  # type: ignore[attr-defined]
            elif kind is ast.Yield and node.value is not None:  # type: ignore[attr-defined]
                block.scope.yields.append((node.value, block))  # type: ignore[attr-defined]
            for name in _EXPRESSION_FIELDS.get(kind, ()):
                value = getattr(node, name)
                if value.__class__ is list:
                    stack.extend(item for item in value if item is not None and item.__class__ not in _LEAVES)
                elif isinstance(value, ast.AST) and value.__class__ not in _LEAVES:
                    stack.append(value)

    def nested(self, node: ast.AST, block: Block) -> None:
        """A lambda or a comprehension: names of its own."""
        scope = Scope(node, block.scope.module, block.scope)  # type: ignore[arg-type]
        inner = Block(scope)
        if isinstance(node, ast.Lambda):
            self.found.functions.append(scope)
            self.parameters(node.args, block, inner)
            scope.returns.append((node.body, inner))
            self.expression(node.body, inner)
            return
        for loop in node.generators:  # type: ignore[attr-defined]
            self.expression(loop.iter, inner)
            self.bind(loop.target, loop.iter, inner, ("*",))
            for condition in loop.ifs:
                self.expression(condition, inner)
        parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]  # type: ignore[attr-defined]
        for part in parts:
            self.expression(part, inner)

    def parameters(self, arguments: ast.arguments, outside: Block, inside: Block) -> None:
        for default in [*arguments.defaults, *arguments.kw_defaults]:
            self.expression(default, outside)
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        for parameter in [*every, *(each for each in (arguments.vararg, arguments.kwarg) if each)]:
            inside.scope.bindings.setdefault(parameter.arg, []).append(Binding(parameter, inside, parameter.lineno))

    def bind(self, target: ast.AST, value: ast.AST, block: Block, steps: tuple[Step, ...] = ()) -> None:
        """Note what an assignment, a loop or a `with` binds."""
        if isinstance(target, ast.Name):
            scope = block.scope
            while target.id in scope.outer and scope.parent is not None:
                scope = scope.parent
            scope.bindings.setdefault(target.id, []).append(Binding(value, block, target.lineno, steps))
        elif isinstance(target, ast.Tuple | ast.List):
            for index, element in enumerate(target.elts):
                self.bind(element, value, block, (*steps, "*" if isinstance(element, ast.Starred) else index))
        elif isinstance(target, ast.Starred):
            self.bind(target.value, value, block, steps)
        elif isinstance(target, ast.Attribute) and _is_self(target.value) and (owner := block.scope.method_of):
            owner.attributes.setdefault(target.attr, []).append(Binding(value, block, target.lineno, steps))


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in {"self", "cls"}


def _assign(walk: _Walk, node: ast.Assign, block: Block) -> None:
    walk.expression(node.value, block)
    for target in node.targets:
        walk.bind(target, node.value, block)
        walk.expression(target, block)
        if any(not isinstance(each, ast.Name) for each in _flat(target)):
            walk.found.stores.append((node, block))


def _flat(target: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Tuple | ast.List):
        for element in target.elts:
            yield from _flat(element)
    else:
        yield target


def _annotated(walk: _Walk, node: ast.AnnAssign, block: Block) -> None:
    if node.value is not None:
        walk.expression(node.value, block)
        walk.bind(node.target, node.value, block)
        if not isinstance(node.target, ast.Name):
            walk.found.stores.append((node, block))


def _augmented(walk: _Walk, node: ast.AugAssign, block: Block) -> None:
    walk.expression(node.value, block)
    walk.expression(node.target, block)
    walk.found.stores.append((node, block))


def _delete(walk: _Walk, node: ast.Delete, block: Block) -> None:
    for target in node.targets:
        walk.expression(target, block)
    walk.found.stores.append((node, block))


def _function(walk: _Walk, node: ast.FunctionDef | ast.AsyncFunctionDef, block: Block) -> None:
    for decorator in node.decorator_list:
        walk.expression(decorator, block)
    block.scope.bindings.setdefault(node.name, []).append(Binding(node, block, node.lineno))
    scope = Scope(node, block.scope.module, block.scope)
    inner = Block(scope)
    walk.found.functions.append(scope)
    walk.parameters(node.args, block, inner)
    walk.body(node.body, inner)


def _class(walk: _Walk, node: ast.ClassDef, block: Block) -> None:
    for part in [*node.decorator_list, *node.bases, *(word.value for word in node.keywords)]:
        walk.expression(part, block)
    block.scope.bindings.setdefault(node.name, []).append(Binding(node, block, node.lineno))
    scope = Scope(node, block.scope.module, block.scope)
    walk.found.classes.append(scope)
    walk.body(node.body, Block(scope))


def _import(walk: _Walk, node: ast.Import | ast.ImportFrom, block: Block) -> None:
    walk.found.imports.append((node, block))
    for alias in node.names:
        if alias.name == "*" and isinstance(node, ast.ImportFrom):
            block.scope.stars.append(node)
            continue
        name = alias.asname or (alias.name.partition(".")[0] if isinstance(node, ast.Import) else alias.name)
        block.scope.bindings.setdefault(name, []).append(Binding(node, block, node.lineno, (), alias))


def _return(walk: _Walk, node: ast.Return, block: Block) -> None:
    walk.expression(node.value, block)
    if node.value is not None:
        block.scope.returns.append((node.value, block))


def _loop(walk: _Walk, node: ast.For | ast.AsyncFor, block: Block) -> None:
    walk.expression(node.iter, block)
    inner = Block(block.scope, block)
    walk.bind(node.target, node.iter, inner, ("*",))
    walk.body(node.body, inner)
    walk.body(node.orelse, Block(block.scope, block))


def _conditional(walk: _Walk, node: ast.If | ast.While, block: Block) -> None:
    walk.expression(node.test, block)
    walk.body(node.body, Block(block.scope, block))
    walk.body(node.orelse, Block(block.scope, block))


def _with(walk: _Walk, node: ast.With | ast.AsyncWith, block: Block) -> None:
    for item in node.items:
        walk.expression(item.context_expr, block)
        if item.optional_vars is not None:
            walk.bind(item.optional_vars, item.context_expr, block)
    walk.body(node.body, block)


def _try(walk: _Walk, node: ast.Try, block: Block) -> None:
    walk.body(node.body, Block(block.scope, block))
    for handler in node.handlers:
        walk.body(handler.body, Block(block.scope, block))
    walk.body(node.orelse, Block(block.scope, block))
    walk.body(node.finalbody, block)


def _match(walk: _Walk, node: ast.Match, block: Block) -> None:
    walk.expression(node.subject, block)
    for case in node.cases:
        walk.expression(case.guard, block)
        walk.body(case.body, Block(block.scope, block))


def _global(walk: _Walk, node: ast.Global | ast.Nonlocal, block: Block) -> None:  # noqa: ARG001
    block.scope.outer.update(node.names)


def _value(walk: _Walk, node: ast.Expr, block: Block) -> None:
    walk.expression(node.value, block)


def _other(walk: _Walk, node: ast.stmt, block: Block) -> None:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            walk.expression(child, block)


_STATEMENTS: dict[type[ast.stmt], Callable[[_Walk, Any, Block], None]] = {
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Delete: _delete,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Import: _import,
    ast.ImportFrom: _import,
    ast.Return: _return,
    ast.For: _loop,
    ast.AsyncFor: _loop,
    ast.If: _conditional,
    ast.While: _conditional,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.Match: _match,
    ast.Global: _global,
    ast.Nonlocal: _global,
    ast.Expr: _value,
}
