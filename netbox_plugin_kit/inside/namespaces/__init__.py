"""Names that NetBox or Django keep in one place for all plugins: who takes which, and what a second taker does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import addresses, files, graphql, models, registered, signals
from .claims import Claim, Namespace, Owners

__all__ = ["CLAIMS", "Claim", "Namespace", "Owners"]

CLAIMS: tuple[Callable[[Owners], Iterator[Claim]], ...] = (
    addresses.claims,
    files.claims,
    models.claims,
    registered.claims,
    graphql.claims,
    signals.claims,
)
"""Each gives the names that the plugin and its companions take, of some kinds."""
