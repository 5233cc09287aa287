"""Valkey servers, on the real program."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.version import Version

from netbox_plugin_kit.environment import valkey
from netbox_plugin_kit.environment.valkey import ValkeyProgram, ValkeyServer, find_server, start
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.runs import Run, run_directory


@pytest.fixture
def run() -> Iterator[Run]:
    with run_directory() as run:
        yield run


@pytest.fixture
def program() -> ValkeyProgram:
    return find_server(Version("6.0"))


def ask(server: ValkeyServer, *commands: str) -> list[str]:
    with (
        socket.create_connection((server.host, server.port), timeout=5) as connection,
        connection.makefile() as answers,
    ):
        connection.sendall("".join(f"{command}\r\n" for command in commands).encode())
        return [answers.readline().strip() for _ in commands]


def script(path: Path, says: str) -> Path:
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return path


def test_a_server_answers_who_knows_the_password(program: ValkeyProgram, run: Run) -> None:
    with start(program, run) as server:
        assert ask(server, f"AUTH {server.password}", "SET a 1", "INCR a") == ["+OK", "+OK", ":2"]


def test_a_server_refuses_others(program: ValkeyProgram, run: Run) -> None:
    with start(program, run) as server:
        assert ask(server, "GET a") == ["-NOAUTH Authentication required."]
        (configuration,) = run.path.glob("*/valkey.conf")
        assert configuration.stat().st_mode & 0o077 == 0


def test_a_server_is_stopped_with_its_block(program: ValkeyProgram, run: Run) -> None:
    with start(program, run) as server:
        pass
    with pytest.raises(ConnectionRefusedError):
        ask(server, "PING")


def test_one_run_may_have_several(program: ValkeyProgram, run: Run) -> None:
    with start(program, run) as one, start(program, run) as other:
        assert ask(one, f"AUTH {one.password}", "SET a 1") == ["+OK", "+OK"]
        assert ask(other, f"AUTH {other.password}", "EXISTS a") == ["+OK", ":0"]
    assert not list(run.path.glob("valkey*"))


def test_a_taken_port_is_not_used(program: ValkeyProgram, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    free = valkey._free_port()  # noqa: SLF001 - the race cannot be lost on purpose otherwise
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ports = iter([taken.getsockname()[1], free])
        monkeypatch.setattr(valkey, "_free_port", lambda: next(ports))
        taken.settimeout(0)
        with start(program, run) as server:
            assert server.port == free


def test_a_program_that_ends_at_once_says_why(tmp_path: Path, run: Run) -> None:
    broken = ValkeyProgram(script(tmp_path / "valkey-server", "out of luck"), "Valkey", Version("9.0"), "PATH")
    with pytest.raises(UnavailableError, match="does not start: out of luck"):
        start(broken, run).__enter__()


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ("Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64", Version("7.0.15")),
        ("Valkey server v=7.2.8 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64", Version("7.2.8")),
    ],
)
def test_the_named_program_is_used(
    says: str, version: Version, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NPK_VALKEY_SERVER", str(script(tmp_path / "server", says)))
    assert find_server(Version("6.0")).version == version


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        ("Redis server v=5.0.14 sha=0", "Redis 5.0.14 is older than Redis 6.0"),
        ("hello", "it is no Valkey or Redis server: `--version` says hello"),
        ("", "it is no Valkey or Redis server: `--version` says nothing"),
    ],
)
def test_a_named_program_that_does_not_do_is_a_usage_error(says: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=reason):
        find_server(Version("6.0"), str(script(tmp_path / "server", says)))


def test_an_old_redis_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path / "redis-server", "Redis server v=5.0.14 sha=0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert find_server(Version("6.0")).name == "Valkey"


def test_none_at_all_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(valkey, "_packaged", lambda: None)
    with pytest.raises(UnavailableError, match=r"^no Redis 6\.0 or newer, and no Valkey\. Install one \(pip install"):
        find_server(Version("6.0"))
