"""What an expression can stand for: asked backwards, from the expression to where its parts come from.

Every answer is a set of possibilities, as a tuple; an empty one says that nothing is known. Answers are kept, and a
question that comes back to itself is answered with nothing.
"""

from __future__ import annotations

import ast
import builtins
import functools
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from netbox_plugin_kit.linting.flow.arguments import argument_values, called_name
from netbox_plugin_kit.linting.flow.expressions import EXPRESSIONS
from netbox_plugin_kit.linting.flow.known import KNOWN_CALLS, METHODS
from netbox_plugin_kit.linting.flow.modules import Module, Modules
from netbox_plugin_kit.linting.flow.scopes import Binding, Block, Scope, Step
from netbox_plugin_kit.linting.flow.values import (
    Const,
    Function,
    Instance,
    Items,
    Klass,
    Mapping,
    ModuleValue,
    Ref,
    Value,
)

__all__ = ["Flow"]

_MOST = 24
"""Possibilities that are kept: more are no longer worth telling."""
_DEEPEST = 60
"""Questions that may wait for each other's answers."""
_BUILTINS = frozenset(dir(builtins))

Values = tuple[Value, ...]


class Flow:
    """Answers what expressions of some modules can stand for.

    Args:
        modules: The modules of the project.
        star: What a name can be that `from MODULE import *` of a module outside may bring: the path, or None.
    """

    def __init__(self, modules: Modules, star: Callable[[str, str], str | None] = lambda _module, _name: None) -> None:
        self.modules = modules
        self._star = star
        self._answers: dict[tuple[object, ...], Values] = {}
        self._asking: set[tuple[object, ...]] = set()
        self._kept: list[ast.AST] = []

    def values(self, node: ast.AST | None, block: Block) -> Values:
        """What an expression can stand for."""
        handler = EXPRESSIONS.get(type(node)) if node is not None else None
        if node is None or handler is None:
            return ()
        key = (id(node), id(block.scope))
        if key not in self._answers:
            self._kept.append(node)  # one that was made on the way must not give its identity to another
        return self._once(key, lambda: handler(self, node, block))

    def _once(self, key: tuple[object, ...], answer: Callable[[], Iterable[Value]]) -> Values:
        """The answer to a question, found once; one that leads back to itself, or too deep, has none."""
        if key in self._answers:
            return self._answers[key]
        if key in self._asking or len(self._asking) > _DEEPEST:
            return ()
        self._asking.add(key)
        try:
            found = _distinct(answer())
        finally:
            self._asking.discard(key)
        self._answers[key] = found
        return found

    def paths(self, node: ast.AST | None, block: Block) -> tuple[str, ...]:
        """The paths outside the project that an expression can stand for."""
        return tuple(value.path for value in self.values(node, block) if isinstance(value, Ref))

    def texts(self, node: ast.AST | None, block: Block) -> tuple[str, ...]:
        """The texts that an expression can stand for."""
        return tuple(
            value.value
            for value in self.values(node, block)
            if isinstance(value, Const) and isinstance(value.value, str)
        )

    @cached_property
    def calls(self) -> dict[str, list[tuple[ast.Call, Block]]]:
        """Every call of the project by the last part of the name that is called."""
        found: dict[str, list[tuple[ast.Call, Block]]] = {}
        for module in self.modules:
            for call, block in module.found.calls:
                if name := called_name(call):
                    found.setdefault(name, []).append((call, block))
        return found

    @cached_property
    def callables(self) -> frozenset[str]:
        """The names of all functions and classes of the project."""
        found = [scope for module in self.modules for scope in [*module.found.functions, *module.found.classes]]
        return frozenset(getattr(scope.node, "name", "") for scope in found)

    def module(self, name: str) -> Value:
        """What an absolute import of a module gives."""
        own = self.modules.get(name)
        return ModuleValue(own) if own is not None else Ref(name)

    # From a value to what it holds

    def attribute(self, value: Value, name: str) -> Iterable[Value]:  # noqa: PLR0911 - a kind of value each
        """What `value.name` can be."""
        match value:
            case Ref(path):
                if name == "__class__" and path.endswith("()"):
                    return [Ref(path[:-2])]
                return [Ref(f"{path}.{name}")]
            case ModuleValue(module):
                return self.name_in(module, name)
            case Klass():
                return self._of_class(value, name)
            case Instance(klass):
                if name == "__class__":
                    return [klass]
                return self._of_class(klass, name)
        return []

    def name_in(self, module: Module, name: str) -> Iterable[Value]:
        """What a name of a module can be, at the end of its import."""
        scope = module.found.scope
        if name in scope.bindings:
            return self._bound(scope.bindings[name])
        if starred := self._starred(scope, name):  # `from .schema import *` hides the module of that name
            return starred
        below = f"{module.name}.{name}"
        return [self.module(below)] if self.modules.get(below) is not None else []

    def _of_class(self, klass: Klass, name: str, depth: int = 0) -> Iterable[Value]:
        """An attribute of a class or its objects; what comes from a class outside is that of an object of it."""
        if depth > 10:  # noqa: PLR2004 - no real class is as deep
            return []
        found: list[Value] = []
        scope = klass.scope
        if name in scope.bindings:
            found += self._bound(scope.bindings[name])
        if name in scope.attributes:
            found += self._bound(scope.attributes[name])
        if found:
            return found
        for base in self.bases(klass):
            if isinstance(base, Klass):
                found += self._of_class(base, name, depth + 1)
            elif isinstance(base, Ref):
                found.append(Ref(f"{base.path}().{name}"))
        return found

    def bases(self, klass: Klass) -> Values:
        """The classes that a class names as its own."""
        outside = _block_outside(klass.scope)
        return _distinct(value for base in klass.node.bases for value in self.values(base, outside))

    def ancestors(self, klass: Klass) -> Iterator[Value]:
        """Every class it descends from as far as they are known, the nearest first."""
        level, seen = [klass], {klass}
        while level:
            following = []
            for each in level:
                for base in self.bases(each):
                    if isinstance(base, Klass) and base not in seen:
                        seen.add(base)
                        following.append(base)
                    yield base
            level = following

    def elements(self, value: Value) -> Iterable[Value]:
        """What a loop over a value yields."""
        match value:
            case Ref(path):
                return [Ref(f"{path}[*]")]
            case Items(elements, block):
                return [found for element in elements for found in self._spread(element, block)]
            case Mapping(node, block):
                return [found for key in node.keys for found in self.values(key, block)]
            case Function(scope):
                return [found for item, block in scope.yields for found in self.values(item, block)]
        return []

    def _spread(self, element: ast.expr, block: Block) -> Iterable[Value]:
        if isinstance(element, ast.Starred):
            return [item for value in self.values(element.value, block) for item in self.elements(value)]
        return self.values(element, block)

    def item(self, value: Value, key: object) -> Iterable[Value]:  # noqa: PLR0911 - a kind of value each
        """What `value[key]` can be."""
        if key == "*":
            return self.elements(value)
        match value:
            case Ref("sys.modules") if isinstance(key, str):
                return [self.module(key)]
            case Ref(path):
                return [Ref(f"{path}[{key}]")]
            case Items(elements, block) if isinstance(key, int):
                plain = not any(isinstance(element, ast.Starred) for element in elements)
                if plain and -len(elements) <= key < len(elements):
                    return self.values(elements[key], block)
                return self.elements(value)
            case Mapping(node, block):
                pairs = zip(node.keys, node.values, strict=True)
                return [
                    found
                    for name, item in pairs
                    if any(isinstance(known, Const) and known.value == key for known in self.values(name, block))
                    for found in self.values(item, block)
                ]
        return []

    def mapping_values(self, value: Mapping) -> Iterable[Value]:
        """What the values of a dictionary can be."""
        return [found for item in value.node.values for found in self.values(item, value.block)]

    # Names

    def name(self, name: str, block: Block, line: int) -> Iterable[Value]:
        """What a name can stand for at a line of a block."""
        scope: Scope | None = block.scope
        first = True
        while scope is not None:
            if name in scope.bindings and (first or not scope.is_class):
                bindings = scope.bindings[name]
                reaching = _reaching(bindings, block, line) if first and name not in scope.outer else bindings
                return self._bound(reaching)
            first = first and not isinstance(scope.node, ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef)
            if not scope.parent and (starred := self._starred(scope, name)):
                return starred
            scope = scope.parent
        return [Ref(f"builtins.{name}")] if name in _BUILTINS else []

    def reaching(self, node: ast.Name, block: Block) -> list[Binding]:
        """The places in its own scope from which a name can have its value; none when it comes from elsewhere."""
        bindings = block.scope.bindings.get(node.id)
        return _reaching(bindings, block, node.lineno) if bindings else []

    def _starred(self, scope: Scope, name: str) -> Values:
        return self._once((id(scope), "*", name), lambda: self._brought(scope, name)) if scope.stars else ()

    def _brought(self, scope: Scope, name: str) -> list[Value]:
        """What the star imports of a scope bring by a name."""
        found: list[Value] = []
        for node in scope.stars:
            where = self._source(node, scope.module)
            if isinstance(where, ModuleValue):
                if where.module.found.scope is not scope and not name.startswith("_"):
                    found += self.name_in(where.module, name)
            elif isinstance(where, Ref) and (path := self._star(where.path, name)):
                found.append(Ref(path))
        return found

    def _bound(self, bindings: Iterable[Binding]) -> list[Value]:
        found: list[Value] = []
        for binding in bindings:
            values: Iterable[Value] = self._once((id(binding),), functools.partial(self._binding, binding))
            for step in binding.steps:
                values = [inner for value in values for inner in self._step(value, step)]
            found += values
        return found

    def _step(self, value: Value, step: Step) -> Iterable[Value]:
        return self.elements(value) if step == "*" else self.item(value, step)

    def _binding(self, binding: Binding) -> Iterable[Value]:
        node, block = binding.node, binding.block
        if isinstance(node, ast.Import) and binding.alias is not None:
            name = binding.alias.name
            return [self.module(name if binding.alias.asname else name.partition(".")[0])]
        if isinstance(node, ast.ImportFrom) and binding.alias is not None:
            return self.attribute(self._source(node, block.scope.module), binding.alias.name)
        if isinstance(node, ast.arg):
            return argument_values(self, node, block)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            scope = self.scope_of(node)
            return [Klass(scope) if isinstance(node, ast.ClassDef) else Function(scope)] if scope else []
        return self.values(node, block)

    @cached_property
    def _scopes(self) -> dict[int, Scope]:
        every = [module.found for module in self.modules]
        return {id(scope.node): scope for found in every for scope in [*found.classes, *found.functions]}

    def scope_of(self, node: ast.AST) -> Scope | None:
        """The scope that a class, function or lambda opens."""
        return self._scopes.get(id(node))

    def _source(self, node: ast.ImportFrom, module_name: str) -> Value:
        module = self.modules.get(module_name)
        return self.module(module.absolute(node) if module is not None else node.module or "")

    # Calls

    def call(self, node: ast.Call, block: Block) -> Iterable[Value]:
        """What a call can give."""
        found: list[Value] = []
        if isinstance(node.func, ast.Attribute) and (method := METHODS.get(node.func.attr)):
            for owner in self.values(node.func.value, block):
                if isinstance(owner, Items | Mapping):
                    found += method(self, owner, node, block)
        for function in self.values(node.func, block):
            match function:
                case Ref(path):
                    known = KNOWN_CALLS.get(path) or KNOWN_CALLS.get(path.rpartition(".")[2])
                    result = known(self, path, node, block) if known else None
                    found += [Ref(f"{path}()")] if result is None else result
                case Function(scope):
                    found += [value for item, inner in scope.returns for value in self.values(item, inner)]
                    found += [function] if scope.yields else []
                case Klass():
                    found.append(Instance(function))
        return found


def _block_outside(scope: Scope) -> Block:
    assert scope.parent is not None  # noqa: S101 - a class is never a module
    return Block(scope.parent)


def _reaching(bindings: list[Binding], block: Block, line: int) -> list[Binding]:
    """The bindings that can still hold at a line: not those that a later one, sure to run, has replaced."""
    before = [binding for binding in bindings if binding.line <= line] or bindings
    for index in range(len(before) - 1, -1, -1):
        if block.is_within(before[index].block):
            return before[index:]
    return before


def _distinct(values: Iterable[Value]) -> Values:
    return tuple(dict.fromkeys(values))[:_MOST]
