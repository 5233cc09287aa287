"""What a user can run into, each with its exit status; shown as one line, never as a traceback."""

from __future__ import annotations

__all__ = ["KitError", "UnavailableError", "UsageError"]


class KitError(Exception):
    """Something the user should read: what was asked, what stands in the way, what to do."""

    exit_code = 3


class UsageError(KitError):
    """What was given is wrong: a path, an option, a configuration file."""

    exit_code = 2


class UnavailableError(KitError):
    """The kit could not provide what was asked: no interpreter, no PostgreSQL, no network, no space."""

    exit_code = 3
