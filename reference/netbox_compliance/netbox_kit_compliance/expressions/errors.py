__all__ = ('EvaluationError', 'ExpressionError')


class ExpressionError(Exception):
    """
    The text is no expression, or has something in it that expressions may not have.
    """


class EvaluationError(Exception):
    """
    The expression has no value for this device: something is not there, of the wrong type, or takes too much.
    """
