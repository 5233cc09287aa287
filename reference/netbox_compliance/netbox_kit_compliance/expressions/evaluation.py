"""
The value of an expression, and how it came about.
"""

import ast
import operator
import time
from collections.abc import Mapping
from dataclasses import dataclass

from .errors import EvaluationError
from .functions import FUNCTIONS, MAX_ITEMS, MAX_TEXT, look_up

__all__ = ('Outcome', 'evaluate')

MAX_NUMBER = 10**18

BINARY = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
COMPARISONS = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda item, group: item in group,
    ast.NotIn: lambda item, group: item not in group,
}


@dataclass(frozen=True)
class Outcome:
    """
    Whether it is true; the value of each of its parts, in the order in which they were looked at; what went wrong.
    """

    passed: bool
    steps: tuple = ()
    error: str = ''


def evaluate(expression, known, seconds):
    """
    Evaluate an expression that was parsed.

    `known` gives a value for a name, or raises EvaluationError; it is asked for those that are needed only.
    """
    evaluation = _Evaluation(known, time.monotonic() + seconds)
    error = ''
    passed = False
    try:
        passed = bool(evaluation.value(expression.body))
    except EvaluationError as problem:
        error = str(problem)
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        error = str(problem).strip("'") or type(problem).__name__
    except (MemoryError, RecursionError):
        error = 'it takes too much'
    return Outcome(passed, tuple(evaluation.steps.items()), error)


class _Evaluation:
    def __init__(self, known, deadline):
        self._known = known
        self._deadline = deadline
        self.steps = {}

    def value(self, node):
        if time.monotonic() > self._deadline:
            raise EvaluationError('it takes too long')
        match node:
            case ast.Constant(value=value):
                return value
            case ast.List(elts=elements) | ast.Tuple(elts=elements):
                return [self.value(element) for element in elements]
            case ast.Name(id=name):
                return self._known(name)
        value = self._bounded(self._compute(node))
        self.steps[ast.unparse(node)] = shorten(value)
        return value

    def _compute(self, node):
        match node:
            case ast.Attribute():
                return look_up(self._inner(node.value), node.attr)
            case ast.Subscript():
                return self._item(self._inner(node.value), self.value(node.slice))
            case ast.BoolOp():
                return self._logic(node)
            case ast.UnaryOp(op=ast.Not()):
                return not self.value(node.operand)
            case ast.UnaryOp():
                return -self.value(node.operand)
            case ast.BinOp():
                return self._arithmetic(type(node.op), self.value(node.left), self.value(node.right))
            case ast.Compare():
                return self._compare(node)
            case ast.IfExp():
                return self.value(node.body if self.value(node.test) else node.orelse)
            case ast.Call():
                return FUNCTIONS[node.func.id](self._deadline, *map(self.value, node.args))
        raise EvaluationError(f'{ast.unparse(node)} has no value')

    def _inner(self, node):
        """
        The value of what stands before the last dot: on the way only, so it is not explained.
        """
        if isinstance(node, ast.Attribute):
            return look_up(self._inner(node.value), node.attr)
        return self.value(node)

    @staticmethod
    def _item(value, key):
        if isinstance(value, Mapping):
            return look_up(value, key)
        if not isinstance(value, list | tuple | str):
            raise EvaluationError('only lists, texts and mappings have items')
        return value[key]

    def _logic(self, node):
        stops_at = isinstance(node.op, ast.Or)
        value = None
        for each in node.values:
            value = self.value(each)
            if bool(value) is stops_at:
                break
        return value

    def _compare(self, node):
        left = self.value(node.left)
        for operation, right_node in zip(node.ops, node.comparators, strict=True):
            right = self.value(right_node)
            if not COMPARISONS[type(operation)](left, right):
                return False
            left = right
        return True

    @staticmethod
    def _arithmetic(operation, left, right):
        texts_or_lists = isinstance(left, str | list) and type(left) is type(right)
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        # Texts and lists can be put together, but neither repeated nor used as formats, which makes much out of little.
        if not numbers and not (operation is ast.Add and texts_or_lists):
            raise EvaluationError(f'there is no such operation of {type(left).__name__} and {type(right).__name__}')
        if texts_or_lists and len(left) + len(right) > (MAX_TEXT if isinstance(left, str) else MAX_ITEMS):
            raise EvaluationError('it becomes too long')
        return BINARY[operation](left, right)

    @staticmethod
    def _bounded(value):
        if isinstance(value, int | float) and not -MAX_NUMBER <= value <= MAX_NUMBER:
            raise EvaluationError('the number is too large')
        return value


def shorten(value, depth=0):
    """
    The value as an explanation shows it: as JSON, and not more than somebody wants to read. What is inside of something
    else goes by its name.
    """
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return value if len(value) <= 200 else f'{value[:200]}…'
        case Mapping() if depth:
            return shorten(value['name']) if isinstance(value.get('name'), str) else '{…}'
        case Mapping():
            return {str(key): shorten(value[key], depth + 1) for key in list(value)[:10]}
        case list() | tuple() if depth < 2:
            return [shorten(each, depth + 1) for each in value[:10]] + ['…'] * (len(value) > 10)
        case list() | tuple():
            return '[…]'
    return str(value)[:200]
