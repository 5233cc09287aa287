"""Receivers of signals that are connected under a name: Django drops a second one of the same name without a word."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .claims import FIRST, Claim, Namespace, Owners

__all__ = ["Connection", "claims", "witness"]

RECEIVER = Namespace(
    "dispatch_uid", "{winner} is connected, {loser}'s receiver is never called", FIRST,
    'write dispatch_uid="{package}...."',
)  # fmt: skip


@dataclass(frozen=True)
class Connection:
    """A receiver was connected under a name."""

    receiver: Any
    uid: str
    signal: int
    sender: int | None


@contextlib.contextmanager
def witness() -> Iterator[list[Connection]]:
    """Note every connection that is made within the block: the ones that Django drops can be seen nowhere else."""
    from django.dispatch import Signal

    seen: list[Connection] = []
    connect = Signal.connect

    def noting(self: Any, receiver: Any, sender: Any = None, weak: bool = True, dispatch_uid: Any = None) -> Any:
        if isinstance(dispatch_uid, str):
            seen.append(Connection(receiver, dispatch_uid, id(self), id(sender) if sender else None))
        return connect(self, receiver, sender, weak, dispatch_uid)

    Signal.connect = noting
    try:
        yield seen
    finally:
        Signal.connect = connect


def claims(owners: Owners) -> Iterator[Claim]:
    """Every receiver of the plugins that has a name."""
    for made in owners.netbox.connections:
        if (owner := owners.of_class(made.receiver)) is not None:
            # The same name on another signal or sender is another name.
            yield Claim(RECEIVER, f"{made.uid}\0{made.signal}\0{made.sender}", owner, made.receiver)
