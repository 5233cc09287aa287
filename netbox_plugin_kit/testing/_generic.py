"""Deriving plugin-aware classes from whatever classes the running release has."""

from __future__ import annotations

__all__ = ["teach"]


def teach(target: type, collection: type, base: type, *mixins: type) -> None:
    """Give `target` the test cases that are nested in a class of NetBox's, each with mixins in front.

    Args:
        target: Where they go, by the same names.
        collection: Such as `utilities.testing.ViewTestCases`.
        base: Only subclasses of it are taken.
        mixins: What they are to learn.
    """
    for name, nested in vars(collection).items():
        if isinstance(nested, type) and issubclass(nested, base):
            body = {"__doc__": nested.__doc__, "__module__": target.__module__}
            setattr(target, name, type(name, (*mixins, nested), body))
