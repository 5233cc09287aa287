"""The questions put to a booted NetBox, by name, in the order they are asked."""

from __future__ import annotations

from collections.abc import Callable

from ..boot import Booted
from ..protocol import Answer, Request
from . import api, conflicts, loads, migrations, pages, permissions, removal, system, tests

__all__ = ["CHECKS", "Check"]

Check = Callable[[Booted, Request], Answer]

CHECKS: dict[str, Check] = {
    "loads": loads.loads,
    "system": system.system,
    "migrations": migrations.migrations,
    "api": api.api,
    "pages": pages.pages,
    "permissions": permissions.permissions,
    "tests": tests.tests,
    "conflicts": conflicts.conflicts,
    "removal": removal.removal,
}
