"""A cell's containers: PostgreSQL, Valkey and NetBox on a private network without a way out."""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from netbox_plugin_kit.containers.engine import engine_trouble
from netbox_plugin_kit.containers.process import ContainerProcess
from netbox_plugin_kit.containers.resources import Stay
from netbox_plugin_kit.containers.transfer import USER, Packing, bring, packing, send
from netbox_plugin_kit.environment.inside import Start
from netbox_plugin_kit.environment.postgres import SETTINGS, PostgresServer
from netbox_plugin_kit.environment.valkey import ValkeyServer
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.matrix.cells import CHECKS, Limits

if TYPE_CHECKING:
    import docker
    from docker.models.containers import Container

__all__ = ["ContainerServers", "postgres_command", "serve"]

_DATA = "/tmp/npk/data"  # noqa: S108 - in the container, where no volume keeps it out of an image
"""Where PostgreSQL's cluster is."""

_HARDENED: dict[str, Any] = {"cap_drop": ["ALL"], "security_opt": ["no-new-privileges"], "init": True}
_PATIENCE = 120.0
_MANY = 512
"""Processes and threads: NetBox's tests have some ten, a fork bomb has thousands."""

_CORES, _PERIOD = 2, 100_000
"""How many cores a container may keep busy; the period is the kernel's usual one, in microseconds."""

_SHARE = 2
"""How much more memory than one process may take all of NetBox's may: a check runs in a process of its own."""

_FILE = 512 * 1024**2
"""Bytes that one file may grow to."""

_SPARE = 600
"""Seconds that a cell may take beside its checks."""

_WRITABLE = ("work", "logs", "files", "tests")
"""What of a workspace the process may change: the rest belongs to root."""

_STAGE = ("sh", "-c", 'exec 3>&1 1>&2; exec "$@"', "npk")
"""Events to standard output, everything that is printed to standard error."""


def postgres_command(*, new: bool) -> list[str]:
    """The command of a database's container: PostgreSQL on a cluster that is there, or on a new one."""
    settings = SETTINGS | {"listen_addresses": "*", "unix_socket_directories": "/tmp"}  # noqa: S108
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    make = (
        f"initdb -D {_DATA} -U netbox --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions "
        f"--wal-segsize=1 >&2 && echo 'host all all all trust' >> {_DATA}/pg_hba.conf && "
        f"echo 'CREATE DATABASE netbox' | postgres --single -D {_DATA} postgres >&2 && "
    )
    return ["sh", "-c", f"{make if new else ''}exec postgres -D {_DATA} {options}"]


def _start_postgres(
    client: docker.DockerClient, image: str, major: int, command: Sequence[str], **options: Any
) -> Container:
    """Start a database's container and wait until it serves.

    Raises:
        UnavailableError: It does not start; the end of its log.
    """
    path = f"/usr/lib/postgresql/{major}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    with engine_trouble("PostgreSQL's container cannot be started"):
        container = client.containers.create(
            image, list(command), entrypoint="", user="postgres", environment={"PATH": path, "LANG": "C.UTF-8"},
            stop_signal="SIGINT", working_dir="/tmp", **_HARDENED, **options,  # noqa: S108
        )  # fmt: skip
        container.start()
        _await(container, b"database system is ready to accept connections", "PostgreSQL")
    return container


def _start_valkey(client: docker.DockerClient, image: str, password: str, **options: Any) -> Container:
    command = ["valkey-server", "--bind", "*", "--save", "", "--appendonly", "no", "--requirepass", password]
    with engine_trouble("Valkey's container cannot be started"):
        container = client.containers.create(
            image, command, entrypoint="", user=f"{USER}:{USER}", read_only=True, working_dir="/",
            **_HARDENED, **options,
        )  # fmt: skip
        container.start()
        _await(container, b"Ready to accept connections", "Valkey")
    return container


def _bounds(limits: Limits, *, share: int = 1) -> dict[str, Any]:
    """What a container may take; the database runs a plugin's programs, too (COPY ... TO PROGRAM)."""
    memory = limits.memory and limits.memory * share
    return {
        "cpu_period": _PERIOD, "cpu_quota": _CORES * _PERIOD, "pids_limit": _MANY,
        "mem_limit": memory, "memswap_limit": memory,
    }  # fmt: skip


def _await(container: Container, words: bytes, name: str) -> None:
    """Wait until a container says that it is ready."""
    deadline = time.monotonic() + _PATIENCE
    # Asked again and again, not followed: the SDK does not let go of a stream that has not come to its end.
    while words not in (said := container.logs()):
        container.reload()
        if container.status == "exited" or time.monotonic() > deadline:
            break
        time.sleep(0.05)
    else:
        return
    lines = said.decode(errors="replace").strip().splitlines()
    raise UnavailableError(f"{name} does not start in its container: {' / '.join(lines[-3:]) or 'it said nothing'}")


@contextlib.contextmanager
def serve(
    stay: Stay, limits: Limits, *, database: tuple[str, int, Sequence[str]], valkey: str
) -> Iterator[ContainerServers]:
    """Start a network with a database and a cache in it.

    Args:
        stay: On the engine.
        limits: What the cell may take.
        database: The image, PostgreSQL's major version and the command.
        valkey: The image.

    Raises:
        UnavailableError: One does not start, or did not live as long as the block.
    """
    client, labels = stay.client, stay.labels
    name, password = f"npk-{secrets.token_hex(6)}", secrets.token_hex(16)
    with engine_trouble("the cell's network cannot be made"):
        network = client.networks.create(
            name, internal=True, labels=labels, check_duplicate=None,
            # Without an address on the bridge, nothing that listens on the engine's machine can be reached.
            options={"com.docker.network.bridge.inhibit_ipv4": "true"},
        )  # fmt: skip
        volume = client.volumes.create(labels=labels)
    place: dict[str, Any] = {"network": name, "labels": labels, **_bounds(limits)}
    with ThreadPoolExecutor(1) as pool:
        image, major, command = database
        starting = pool.submit(_start_valkey, client, valkey, password, name=f"{name}-redis", **place)
        postgres = _start_postgres(client, image, major, command, name=f"{name}-database", **place)
        redis = starting.result()
    try:
        yield ContainerServers(
            stay, limits, name, str(volume.name),
            PostgresServer(f"{name}-database"), ValkeyServer(f"{name}-redis", 6379, password),
        )  # fmt: skip
        for container, what in ((postgres, "PostgreSQL"), (redis, "Valkey")):
            container.reload()
            if container.status != "running":
                raise UnavailableError(f"{what}'s container ended during the run, run it again")
    finally:  # as soon as it can be; what is in the way is left to the end of the stay
        for container in (postgres, redis):
            with contextlib.suppress(Exception):
                container.remove(force=True, v=True)
        with contextlib.suppress(Exception):
            network.remove()
        with contextlib.suppress(Exception):
            volume.remove(force=True)


@dataclass(frozen=True, slots=True)
class ContainerServers:
    """A database and a cache in containers, and NetBox beside them.

    The volume of NetBox's container is in the place of the run's directory, so that every path means the same there.
    """

    stay: Stay
    limits: Limits
    network: str
    volume: str
    database: PostgresServer
    redis: ValkeyServer

    @contextlib.contextmanager
    def launch(self, start: Start, output: IO[bytes]) -> Iterator[ContainerProcess]:
        """A container in which everything has the path that it has here."""
        workspace = start.workspace
        container = self._create(start)
        process = None
        try:
            with packing() as (pack, file):
                self._pack(pack, workspace, start.path)
                pack.close()
                send(self.stay.client, str(container.id), str(self.stay.run.path), file)
            process = ContainerProcess(self.stay.client, container, workspace / "results.jsonl", output)
            yield process
        finally:
            if process:
                process.close()
                with contextlib.suppress(Exception):  # what is there is shown, and the outcome is known
                    bring(self.stay.client, str(container.id), str(workspace / "logs"), workspace / "logs")
            with contextlib.suppress(Exception):
                container.remove(force=True, v=True)

    def _create(self, start: Start) -> Container:
        from docker.types import Ulimit

        # Whatever becomes of the kit: it does not go on for ever.
        lifetime = f"{self.limits.timeout * len(CHECKS) + _SPARE:.0f}"
        command = ["timeout", "--signal=KILL", lifetime, str(start.netbox.python), "-m", *start.module]
        environment = {
            **start.variables, "PYTHONPATH": start.python_path([self._inside(place) for place in start.path]),
            "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/tmp", "LANG": "C.UTF-8",  # noqa: S108
        }  # fmt: skip
        with engine_trouble(f"NetBox {start.netbox.release} cannot be started in a container"):
            return self.stay.client.containers.create(
                start.netbox.image, [*_STAGE, *command], entrypoint="", environment=environment, user=f"{USER}:{USER}",
                working_dir=str(start.workspace / "work"), network=self.network, labels=self.stay.labels,
                read_only=True, tmpfs={"/tmp": "size=1g,mode=1777"},  # noqa: S108 - in the container
                volumes={self.volume: {"bind": str(self.stay.run.path), "mode": "rw"}},
                ulimits=[Ulimit(name="fsize", soft=_FILE, hard=_FILE), Ulimit(name="core", soft=0, hard=0)],
                **_bounds(self.limits, share=_SHARE), **_HARDENED,
            )  # fmt: skip

    def _pack(self, pack: Packing, workspace: Path, path: Sequence[Path]) -> None:
        """What the process needs of the run's directory, and what its path names elsewhere."""
        here = str(workspace.relative_to(self.stay.run.path))
        pack.tree(here, workspace, without=(*_WRITABLE, "results.jsonl"))
        for name in _WRITABLE:
            pack.directory(f"{here}/{name}", user=USER)
            pack.tree(f"{here}/{name}", workspace / name, user=USER)
        pack.directory("state", user=USER)
        pack.link(f"{here}/results.jsonl", "/proc/self/fd/3")
        for place in path:
            if not place.is_relative_to(workspace):
                pack.tree(str(self._inside(place).relative_to(self.stay.run.path)), place)

    def _inside(self, place: Path) -> Path:
        """Where a directory of the path is in the container."""
        return place if place.is_relative_to(self.stay.run.path) else self.stay.run.path / "brought" / place.parent.name
