"""
What tests are written in: a small part of Python's expressions, in which nothing can be reached but what is given.
"""

from .errors import EvaluationError, ExpressionError
from .evaluation import Outcome, evaluate
from .grammar import NAMES, Expression, parse

__all__ = (
    'NAMES',
    'EvaluationError',
    'Expression',
    'ExpressionError',
    'Outcome',
    'evaluate',
    'parse',
)
