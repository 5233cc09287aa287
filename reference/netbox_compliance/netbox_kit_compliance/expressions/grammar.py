"""
What an expression may be made of. Everything that is not named here is refused, before anything is evaluated.
"""

import ast
import difflib
from dataclasses import dataclass, field

from .errors import ExpressionError
from .functions import FUNCTIONS

__all__ = ('NAMES', 'Expression', 'parse')

# What an expression knows
NAMES = ('device', 'config', 'context')

MAX_LENGTH = 4000
MAX_NODES = 500
MAX_DEPTH = 40

OPERATORS = (
    ast.And, ast.Or, ast.Not, ast.USub,
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod,
    ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.Is, ast.IsNot,
)  # fmt: skip
STRUCTURE = (
    ast.Expression, ast.BoolOp, ast.UnaryOp, ast.BinOp, ast.Compare, ast.IfExp, ast.List, ast.Tuple, ast.Subscript,
    ast.Load,
)  # fmt: skip
CONSTANTS = (bool, float, int, str, type(None))


@dataclass(frozen=True)
class Expression:
    """
    An expression that is made of nothing but what is allowed.
    """

    text: str
    body: ast.expr
    names: frozenset = field(default_factory=frozenset)


def parse(text):
    """
    Raise ExpressionError unless the text is an expression that may be evaluated.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f'An expression has {MAX_LENGTH} characters at most.')
    try:
        # Parentheses, so that an expression may go over several lines
        tree = ast.parse(f'({text.strip()}\n)', mode='eval')
    except (MemoryError, RecursionError):
        raise ExpressionError('The expression is nested too deeply.') from None
    except (SyntaxError, ValueError) as error:
        raise ExpressionError(f'This is no expression: {getattr(error, "msg", error)}.') from None
    if isinstance(tree.body, ast.Tuple):
        # Nothing at all is one here, and so is anything with a comma at its end, which would be true of every device.
        raise ExpressionError('There is nothing to evaluate, or a comma too many.')
    names = set()
    # Neither ast.walk() nor the evaluation may meet more than they can take, so size and depth come first.
    for count, (node, depth) in enumerate(_walk(tree), start=1):
        if count > MAX_NODES:
            raise ExpressionError('The expression is too long.')
        if depth > MAX_DEPTH:
            raise ExpressionError('The expression is nested too deeply.')
        _check(node)
        if isinstance(node, ast.Name) and node.id in NAMES:
            names.add(node.id)
    return Expression(text, tree.body, frozenset(names))


def _walk(tree):
    waiting = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += [(child, depth + 1) for child in ast.iter_child_nodes(node)]


def _check(node):
    match node:
        case ast.Constant(value=value):
            if type(value) not in CONSTANTS:
                raise ExpressionError(f'{ast.unparse(node)} cannot be part of an expression.')
        case ast.Name(id=name):
            if name not in NAMES and name not in FUNCTIONS:
                raise ExpressionError(f"There is no '{name}'{_suggestion(name)}.")
        case ast.Attribute(attr=name):
            if name.startswith('_'):
                raise ExpressionError(f"'{name}' begins with an underscore; nothing does that can be looked at.")
        case ast.Call(func=function, args=args, keywords=keywords):
            if not isinstance(function, ast.Name) or function.id not in FUNCTIONS:
                raise ExpressionError(f'{ast.unparse(function)} is no function; there are {", ".join(FUNCTIONS)}.')
            if keywords or any(isinstance(argument, ast.Starred) for argument in args):
                raise ExpressionError('Functions take values only, neither names nor stars.')
        case _ if not isinstance(node, (*STRUCTURE, *OPERATORS)):
            raise ExpressionError(f'{_describe(node)} cannot be part of an expression.')


def _describe(node):
    return KINDS.get(type(node), type(node).__name__)


KINDS = {
    ast.Lambda: 'A lambda',
    ast.ListComp: 'A comprehension',
    ast.SetComp: 'A comprehension',
    ast.DictComp: 'A comprehension',
    ast.GeneratorExp: 'A comprehension',
    ast.Pow: 'A power',
    ast.JoinedStr: 'A formatted text',
    ast.NamedExpr: 'An assignment',
}


def _suggestion(name):
    known = [*NAMES, *FUNCTIONS]
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(known)}'
