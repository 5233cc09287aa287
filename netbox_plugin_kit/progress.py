"""How long work says what it is doing: a function that takes one short line."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress", "silent"]

Progress = Callable[[str], None]
"""Called with what is being done from now on, e.g. `migrating NetBox 4.7.3: dcim.0205 (112 of 336)`."""


def silent(_message: str) -> None:
    """Say nothing."""
