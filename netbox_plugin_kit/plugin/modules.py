"""Reads the modules of a project, statement by statement, for the names they end up with.

Only what runs on import counts; function bodies do not. Where branches cannot be decided and disagree, the name is
Unknown (literals) or any of the alternatives (classes, imports).
"""

from __future__ import annotations

import ast
import functools
import sys
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from netbox_plugin_kit.plugin.facts import Unknown
from netbox_plugin_kit.plugin.literals import computed, evaluate
from netbox_plugin_kit.plugin.values import Class, Distribution, External, Function, Module, Scope, Value, merge, truth

__all__ = ["Modules", "parse"]

# Never the project's own, even if a directory of that name lies in it.
_OUTSIDE = frozenset({"netbox", "extras", "django", "importlib", "setuptools"})


def parse(path: Path) -> ast.Module | str:
    """The syntax tree of a file, or in one line why there is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the plugin's source, e.g. invalid escapes
            return ast.parse(path.read_bytes(), filename=str(path))
    except SyntaxError as error:
        return f"{path}, line {error.lineno or 1}: {error.msg}"
    except (ValueError, RecursionError, MemoryError) as error:
        return f"{path}: cannot be parsed ({str(error) or type(error).__name__})"
    except OSError as error:
        return f"{path}: {error.strerror or error}"


class Modules:
    """The modules found below some import roots, read when asked for.

    Args:
        roots: Directories that would be on the import path, the first wins.
        metadata: What `importlib.metadata` would tell of the project's distribution.
        owned: Whether a file belongs; the default takes every file.
    """

    def __init__(
        self,
        roots: Iterable[Path],
        metadata: Distribution | None = None,
        owned: Callable[[Path], bool] = lambda _: True,
    ) -> None:
        self.roots = tuple(roots)
        self.metadata = metadata
        self.owned = owned
        self._known: dict[str, Value | None] = {}
        self.calls: list[tuple[str, dict[str, Value]]] = []

    def get(self, name: str) -> Value | None:
        """A module by its dotted name; Unknown when it cannot be read, None when the project has none."""
        if name not in self._known:
            self._known[name] = None
            place = self._place(name)
            self._known[name] = self.read(name, place) if place is not None else self._namespace(name)
        return self._known[name]

    def imported(self, name: str) -> Value:
        """What an absolute import gives."""
        top = name.partition(".")[0]
        if top in _OUTSIDE or self._place(top) is None:
            return External(name)
        found = self.get(name)
        return Unknown(f"{name} is not in the project (made when it is built?)") if found is None else found

    def read(self, name: str, path: Path) -> Value:
        """Read one file as the module of that name."""
        tree = parse(path)
        if isinstance(tree, str):
            return Unknown(tree)
        is_package = path.name == "__init__.py"
        names: dict[str, Value] = {
            "__name__": name,
            "__package__": name if is_package else name.rpartition(".")[0],
            "__file__": str(path),
        }
        module = Module(name, path, is_package, names, self.get)
        self._known[name] = module
        try:
            _run(tree.body, _Reader(module, names, None, self.metadata, self.calls, self))
        except RecursionError:
            return Unknown(f"{path}: nested too deeply")
        return module

    def _place(self, name: str) -> Path | None:
        for root in self.roots:
            base = root.joinpath(*name.split("."))
            for path in (base / "__init__.py", base.parent / f"{base.name}.py"):
                if _is(path, Path.is_file) and self.owned(path):
                    return path
        return None

    def _namespace(self, name: str) -> Module | None:
        for root in self.roots:
            path = root.joinpath(*name.split("."))
            if _is(path, Path.is_dir):
                return Module(name, path, True, {}, self.get)
        return None


def _is(path: Path, question: Callable[[Path], bool]) -> bool:
    try:
        return question(path)
    except OSError:  # a name too long, a loop of symbolic links
        return False


class _Reader(Scope):
    """A scope that can import."""

    def __init__(  # noqa: PLR0913, PLR0917 - a scope and what it imports from
        self,
        module: Module,
        names: dict[str, Value],
        parent: Scope | None,
        metadata: Distribution | None,
        calls: list[tuple[str, dict[str, Value]]],
        modules: Modules,
    ) -> None:
        super().__init__(module, names, parent, metadata, calls)
        self.modules = modules

    def within(self) -> _Reader:
        return _Reader(self.module, {}, self, self.metadata, self.calls, self.modules)


def _run(body: Iterable[ast.stmt], scope: _Reader) -> None:
    for statement in body:
        _execute(statement, scope)


@functools.singledispatch
def _execute(node: ast.AST, scope: _Reader) -> None:
    """Anything else (loops, match, del ...): whatever it may bind is not known."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store | ast.Del):
            scope.names[inner.id] = Unknown(f"set by the statement in line {inner.lineno}")


@_execute.register
def _expression(node: ast.Expr, scope: _Reader) -> None:
    if not isinstance(node.value, ast.Call):
        return
    function = evaluate(node.value.func, scope)
    if isinstance(function, External):
        words: dict[str, Value] = {}
        for keyword in node.value.keywords:
            value = evaluate(keyword.value, scope)
            words |= {keyword.arg: value} if keyword.arg else value if isinstance(value, dict) else {}
        scope.calls.append((function.name, words))


@_execute.register
def _assign(node: ast.Assign, scope: _Reader) -> None:
    value = evaluate(node.value, scope)
    for target in node.targets:
        _bind(target, value, scope)


@_execute.register
def _annotated(node: ast.AnnAssign, scope: _Reader) -> None:
    if node.value is not None:
        _bind(node.target, evaluate(node.value, scope), scope)


@_execute.register
def _augmented(node: ast.AugAssign, scope: _Reader) -> None:
    if isinstance(node.target, ast.Name):
        read = ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
        operation = ast.copy_location(ast.BinOp(read, node.op, node.value), node)
        _bind(node.target, evaluate(operation, scope), scope)


def _bind(target: ast.expr, value: Value, scope: _Reader) -> None:
    if isinstance(target, ast.Name):
        scope.names[target.id] = value
    elif isinstance(target, ast.Attribute):
        owner = evaluate(target.value, scope)
        if isinstance(owner, Class):
            owner.names[target.attr] = value
    elif isinstance(target, ast.Subscript):
        owner, key = evaluate(target.value, scope), evaluate(target.slice, scope)
        if isinstance(owner, dict) and isinstance(key, str):
            _bind(target.value, owner | {key: value}, scope)  # a new one: another branch may hold the old
    elif isinstance(target, ast.Tuple | ast.List):
        paired = isinstance(value, list | tuple) and len(value) == len(target.elts)
        values = list(value) if paired and isinstance(value, list | tuple) else [computed(target)] * len(target.elts)
        for element, item in zip(target.elts, values, strict=True):
            _bind(element, item, scope)


@_execute.register(ast.FunctionDef)
@_execute.register(ast.AsyncFunctionDef)
def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, scope: _Reader) -> None:
    scope.names[node.name] = Function(node.name)


@_execute.register
def _class(node: ast.ClassDef, scope: _Reader) -> None:
    inner = scope.within()
    bases = tuple(evaluate(base, scope) for base in node.bases)
    _run(node.body, inner)
    scope.names[node.name] = Class(node.name, bases, inner.names)


@_execute.register
def _import(node: ast.Import, scope: _Reader) -> None:
    for alias in node.names:
        wanted = alias.name if alias.asname else alias.name.partition(".")[0]
        found = scope.modules.imported(alias.name)
        known = found if alias.asname or isinstance(found, Unknown) else scope.modules.imported(wanted)
        scope.names[alias.asname or wanted] = known


@_execute.register
def _from(node: ast.ImportFrom, scope: _Reader) -> None:
    source = _source(node, scope)
    for alias in node.names:
        if alias.name == "*":
            scope.names.update(_everything(source))
        else:
            scope.names[alias.asname or alias.name] = _member(source, alias.name)


def _source(node: ast.ImportFrom, scope: _Reader) -> Value:
    if not node.level:
        return scope.modules.imported(node.module or "")
    module = scope.module
    package = module.name if module.is_package else module.name.rpartition(".")[0]
    for _ in range(node.level - 1):
        package = package.rpartition(".")[0]
    name = ".".join(part for part in (package, node.module) if part)
    found = scope.modules.get(name) if name else None
    return Unknown(f"{name or node.module} is not in the project (made when it is built?)") if found is None else found


def _member(source: Value, name: str) -> Value:
    if isinstance(source, External):
        return External(f"{source.name}.{name}")
    if not isinstance(source, Module):
        return source
    found = source.get(name)
    return Unknown(f"{source.name} has no name {name}") if found is None and name not in source.names else found


def _everything(source: Value) -> dict[str, Value]:
    if isinstance(source, External):
        # What a plugin can want from there; other star imports bring nothing that matters here.
        wanted = source.name in {"netbox.plugins", "extras.plugins"}
        return {"PluginConfig": External(f"{source.name}.PluginConfig")} if wanted else {}
    if not isinstance(source, Module):
        return {}
    listed = source.names.get("__all__")
    if isinstance(listed, list | tuple):
        return {name: _member(source, name) for name in listed if isinstance(name, str)}
    return {name: value for name, value in source.names.items() if not name.startswith("_")}


@_execute.register(ast.With)
def _with(node: ast.With, scope: _Reader) -> None:
    for item in node.items:
        if item.optional_vars is not None:
            _bind(item.optional_vars, computed(item.context_expr), scope)
    _run(node.body, scope)


@_execute.register
def _if(node: ast.If, scope: _Reader) -> None:
    known = truth(evaluate(node.test, scope))
    if known is not None:
        _run(node.body if known else node.orelse, scope)
        return
    one, other = _branch(node.body, scope), _branch(node.orelse, scope)
    reason = f"depends on: {ast.unparse(node.test)} (line {node.lineno})"
    for name in one.keys() | other.keys():
        missing = Unknown(reason)
        scope.names[name] = merge(one.get(name, missing), other.get(name, missing), reason)


def _branch(body: Iterable[ast.stmt], scope: _Reader) -> dict[str, Value]:
    before = scope.names
    scope.names = dict(before)
    _run(body, scope)
    after, scope.names = scope.names, before
    return after


@_execute.register(ast.Try)
@_execute.register(ast.TryStar)
def _try(node: ast.Try | ast.TryStar, scope: _Reader) -> None:
    before = dict(scope.names)
    handled = [_branch(handler.body, scope) for handler in node.handlers]
    _run([*node.body, *node.orelse], scope)
    reason = f"depends on whether line {node.lineno} succeeds"
    for names in handled:
        for name, value in names.items():
            if name in before and before[name] is value:
                continue
            if name not in scope.names or _may_fail(node.body, scope):
                scope.names[name] = merge(scope.names.get(name, Unknown(reason)), value, reason)
    _run(node.finalbody, scope)


def _may_fail(body: Iterable[ast.stmt], scope: _Reader) -> bool:
    """Whether the handlers matter: an installed plugin has NetBox, the standard library, itself and its metadata."""
    safe = sys.stdlib_module_names | {"netbox", "django"}
    imported = [alias.name for node in body if isinstance(node, ast.Import) for alias in node.names]
    imported += [node.module or "" for node in body if isinstance(node, ast.ImportFrom) and not node.level]
    tops = {name.partition(".")[0] for name in imported} - safe
    return any(isinstance(scope.modules.imported(top), External) for top in tops)
