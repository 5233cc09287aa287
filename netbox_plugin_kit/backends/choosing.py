"""The backend that was asked for."""

from __future__ import annotations

from netbox_plugin_kit.backends.asking import Backend
from netbox_plugin_kit.backends.embedded import Embedded
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.matrix.tasks import Where

__all__ = ["backend_for"]


def backend_for(where: Where, cache: Cache) -> Backend:
    """A place to run cells.

    Args:
        where: What was asked for.
        cache: Where everything expensive is kept.

    Raises:
        UsageError: What was asked for does not go together, or the SDK of Docker is not installed.
        UnavailableError: There is no Docker engine.
    """
    if where.backend == "docker":
        from netbox_plugin_kit.backends.docker import Docker

        return Backend(cache, Docker(cache, where))
    return Backend(cache, Embedded(cache))
