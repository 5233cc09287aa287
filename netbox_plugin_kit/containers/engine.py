"""The Docker engine: which one, and its troubles in one line."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from netbox_plugin_kit.errors import UnavailableError, UsageError

if TYPE_CHECKING:
    import docker

__all__ = ["connect", "engine_identity", "engine_trouble"]

_PATIENCE = 600
"""Seconds that an answer may take: loading an image of a gigabyte on a slow disk takes minutes."""


def connect(context: str | None = None) -> docker.DockerClient:
    """The engine that was asked for: of a context, of DOCKER_HOST, of the current context, in this order.

    Args:
        context: A context of Docker's command line (`docker context ls`).

    Raises:
        UsageError: The SDK is not installed, or there is no such context.
        UnavailableError: The engine does not answer.
    """
    try:
        import docker
        from docker.context import ContextAPI
    except ImportError:
        raise UsageError(
            "containers need Docker's SDK, which is not installed: pip install 'netbox-plugin-kit[docker]'"
        ) from None
    named = context or (None if os.environ.get("DOCKER_HOST") else os.environ.get("DOCKER_CONTEXT"))
    with engine_trouble(f"there is no Docker engine{f' in the context {named}' if named else ''}", _ADVICE):
        found = None
        if named or not os.environ.get("DOCKER_HOST"):
            found = ContextAPI.get_context(named) if named else ContextAPI.get_current_context()
            if named and found is None:
                raise UsageError(f"there is no context {named}; `docker context ls` shows which there are")
        if found is not None and found.Host:
            client = docker.DockerClient(base_url=found.Host, tls=found.TLSConfig, timeout=_PATIENCE)
        else:
            client = docker.from_env(timeout=_PATIENCE)
        client.ping()
    return client


_ADVICE = "start one, or name another with DOCKER_HOST or --docker-context"


def engine_identity(client: docker.DockerClient) -> str:
    """What tells an engine from others."""
    about = client.info()
    if any(each["Name"] == "Podman Engine" for each in client.version().get("Components") or ()):
        return f"{about['Name']}:{about['DockerRootDir']}"  # its ID is another one whenever it is asked
    return str(about["ID"])


@contextlib.contextmanager
def engine_trouble(what: str, advice: str = "") -> Iterator[None]:
    """Turn an engine's refusal into one line: what could not be done, its words, what to do."""
    from docker.errors import DockerException
    from requests.exceptions import RequestException

    try:
        yield
    except (DockerException, RequestException, OSError) as error:
        words = " ".join(str(getattr(error, "explanation", None) or error).split())
        raise UnavailableError(f"{what}: {words}{f'; {advice}' if advice else ''}") from error
