"""The cache, with real processes: built once, never half, never taken away from whoever uses it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.errors import UnavailableError
from tests.kit import Disk

USER = """
import sys, time
from pathlib import Path
from netbox_plugin_kit.cache import Cache

root, count, gate = map(Path, sys.argv[1:4])

def build(directory):
    with count.open("a") as file:
        file.write("built\\n")
    (directory / "half").write_text("so far")
    print("building", flush=True)
    while not gate.exists():
        time.sleep(0.01)
    (directory / "content").write_text("complete")
    return {}

with Cache(root).entry("thing", "one", label="the thing", build=build, progress=lambda text: print(text, flush=True)):
    print("using", flush=True)
    sys.stdin.read()
"""


class User:
    """A process that builds an entry if need be, as soon as the gate is open, and uses it until it is let go."""

    def __init__(self, root: Path, count: Path, gate: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, *map(str, (root, count, gate))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def says(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def let_go(self) -> None:
        self.process.communicate(timeout=20)

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def count(tmp_path: Path) -> Path:
    return tmp_path / "count"


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """While it does not exist, builders stop half way."""
    return tmp_path / "gate"


@pytest.fixture
def user(root: Path, count: Path, gate: Path) -> Iterator[Callable[[], User]]:
    with contextlib.ExitStack() as stack:

        def begin() -> User:
            process = User(root, count, gate)
            stack.callback(process.close)
            return process

        yield begin


def write(directory: Path) -> dict[str, Any]:
    (directory / "content").write_text("complete")
    return {"colour": "green"}


def fill(root: Path, key: str = "one", *, kind: str = "thing") -> Path:
    with Cache(root).entry(kind, key, label="the thing", build=write) as entry:
        return entry.path


def forbidden(_directory: Path) -> dict[str, Any]:
    raise AssertionError("built again")


def trouble(root: Path, build: Callable[[Path], dict[str, Any]] = write) -> str:
    with pytest.raises(UnavailableError) as caught, Cache(root).entry("thing", "one", label="the thing", build=build):
        pass
    return str(caught.value)


def test_an_entry_is_built_and_then_found(root: Path) -> None:
    fill(root)
    with Cache(root).entry("thing", "one", label="the thing", build=forbidden) as entry:
        assert (entry.path / "content").read_text() == "complete"
        assert (entry.label, entry.facts) == ("the thing", {"colour": "green"})


def test_two_that_come_at_the_same_time_build_once(user: Callable[[], User], count: Path, gate: Path) -> None:
    first = user()
    assert first.says() == "building"
    second = user()
    assert second.says() == "waiting for another run that prepares the thing"
    gate.touch()
    assert [first.says(), second.says()] == ["using", "using"]
    assert count.read_text() == "built\n"


def test_whoever_waited_builds_when_the_builder_is_killed(user: Callable[[], User], count: Path, gate: Path) -> None:
    first = user()
    assert first.says() == "building"
    second = user()
    assert second.says().startswith("waiting")
    first.process.kill()
    gate.touch()
    assert [second.says(), second.says()] == ["building", "using"]
    assert count.read_text() == "built\nbuilt\n"


def test_what_a_killed_builder_left_is_removed_by_the_next(user: Callable[[], User], root: Path) -> None:
    killed = user()
    assert killed.says() == "building"
    killed.close()
    assert Cache(root).find("thing", "one") is None
    assert Cache(root).leftovers() == [root / "thing" / "one"]
    assert not (fill(root) / "half").exists()


def test_a_build_that_fails_leaves_nothing(root: Path) -> None:
    def fail(directory: Path) -> dict[str, Any]:
        (directory / "half").touch()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), Cache(root).entry("thing", "one", label="the thing", build=fail):
        pass
    assert not (root / "thing" / "one").exists()


def test_a_build_that_cannot_start_a_program_says_so_in_one_line(root: Path) -> None:
    def fail(_directory: Path) -> dict[str, Any]:
        subprocess.run(["/nowhere/program"], check=True)
        return {}

    assert trouble(root, fail) == "the thing: No such file or directory (/nowhere/program)"


def test_what_went_wrong_with_many_files_is_said_once(root: Path, tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    for name in ("one", "two"):
        (tmp_path / "from" / name).symlink_to("nowhere")

    def fail(directory: Path) -> dict[str, Any]:
        shutil.copytree(tmp_path / "from", directory / "to")
        return {}

    assert trouble(root, fail).startswith("the thing: No such file or directory (")


def test_an_entry_in_use_is_not_removed(user: Callable[[], User], root: Path, gate: Path) -> None:
    gate.touch()
    other = user()
    assert [other.says(), other.says()] == ["building", "using"]
    assert not Cache(root).remove("thing", "one")
    other.let_go()
    assert Cache(root).remove("thing", "one")
    assert Cache(root).entries() == []


def test_an_entry_that_is_being_built_is_not_removed(user: Callable[[], User], root: Path) -> None:
    assert user().says() == "building"
    assert Cache(root).leftovers() == [root / "thing" / "one"]
    assert not Cache(root).remove("thing", "one")


def test_an_entry_that_is_held_is_not_removed(root: Path) -> None:
    fill(root)
    (entry,) = Cache(root).entries()
    with Cache(root).hold(entry) as there:
        assert there
        assert not Cache(root).remove("thing", "one")


def test_nothing_can_be_held_that_is_gone(root: Path) -> None:
    fill(root)
    (entry,) = Cache(root).entries()
    Cache(root).remove("thing", "one")
    with Cache(root).hold(entry) as there:
        assert not there


def test_what_was_used_last_comes_first(root: Path) -> None:
    older, newer = fill(root, "older"), fill(root, "newer")
    os.utime(newer / "entry.json", (1, 1))
    assert [entry.key for entry in Cache(root).entries()] == [older.name, newer.name]
    fill(root, "newer")
    assert [entry.key for entry in Cache(root).entries()] == [newer.name, older.name]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"label": "x", "facts": 1, "created": 0}', "\x00"])
def test_an_entry_with_a_broken_description_is_built_again(root: Path, content: str) -> None:
    path = fill(root)
    (path / "entry.json").write_text(content)
    assert Cache(root).entries() == []
    assert Cache(root).leftovers() == [path]
    assert fill(root) == path
    assert json.loads((path / "entry.json").read_text())["label"] == "the thing"


def test_logs_are_no_leftovers(root: Path) -> None:
    fill(root)
    (root / "logs" / "plugin-4.7.3").mkdir(parents=True)
    assert Cache(root).leftovers() == []


def test_the_directory_is_the_one_that_the_variable_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPK_CACHE_DIR", str(tmp_path / "elsewhere"))
    assert Cache().root == tmp_path / "elsewhere"


def test_a_tilde_in_the_variable_is_the_home_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NPK_CACHE_DIR", "~/kept")
    assert Cache().root == tmp_path / "kept"


@pytest.mark.parametrize("empty", [True, False], ids=["unset", "empty"])
def test_without_the_variable_it_is_the_platforms(monkeypatch: pytest.MonkeyPatch, *, empty: bool) -> None:
    monkeypatch.delenv("NPK_CACHE_DIR", raising=False)
    if empty:
        monkeypatch.setenv("NPK_CACHE_DIR", "")
    assert Cache().root.name == "netbox-plugin-kit"


def test_a_file_in_place_of_the_directory_is_named(root: Path) -> None:
    root.write_text("")
    advice = "name a writable directory with NPK_CACHE_DIR"
    assert trouble(root) == f"the cache cannot be in {root}: Not a directory; {advice}"
    assert Cache(root).entries() == []
    assert Cache(root).leftovers() == []


def test_a_read_only_cache_is_good_for_what_is_in_it(disk: Disk) -> None:
    path = fill(disk.place / "cache")
    disk.make_read_only()
    with Cache(disk.place / "cache").entry("thing", "one", label="the thing", build=forbidden) as entry:
        assert entry.path == path
    with Cache(disk.place / "cache").hold(entry) as there:
        assert there


def test_a_read_only_cache_that_lacks_the_entry_is_one_line(disk: Disk) -> None:
    fill(disk.place / "cache", "another")
    disk.make_read_only()
    said = trouble(disk.place / "cache")
    assert said.startswith("cannot write to ")
    assert said.endswith("; name a writable directory with NPK_CACHE_DIR")


def test_nothing_can_be_removed_from_a_read_only_cache(disk: Disk) -> None:
    fill(disk.place)
    disk.make_read_only()
    with pytest.raises(UnavailableError, match=r"cannot write to .*; name a writable directory with NPK_CACHE_DIR"):
        Cache(disk.place).remove("thing", "one")


def fill_up(directory: Path) -> dict[str, Any]:
    (directory / "content").write_bytes(bytes(4 * 1024**2))
    return {}


def test_a_full_disk_is_one_line_and_no_entry(disk: Disk) -> None:
    said = trouble(disk.place / "cache", fill_up)
    assert said.startswith("no space left on the device of ")
    assert "npk cache prune" in said
    assert list((disk.place / "cache" / "thing").iterdir()) == []


def test_a_disk_that_is_full_before_anything_is_built_is_one_line(disk: Disk) -> None:
    with contextlib.suppress(OSError):
        (disk.place / "ballast").write_bytes(bytes(4 * 1024**2))
    assert trouble(disk.place / "cache").startswith("no space left on the device of ")
    assert Cache(disk.place / "cache").entries() == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_directory_that_one_may_not_enter_is_one_line(root: Path) -> None:
    root.mkdir(mode=0o700)
    script = (
        "import os, sys; from netbox_plugin_kit.cache import Cache; from netbox_plugin_kit.errors import KitError\n"
        "os.setgid(65534); os.setuid(65534)\n"
        "try:\n    Cache(__import__('pathlib').Path(sys.argv[1])).entry('thing', 'one', label='it', build=dict)"
        ".__enter__()\nexcept KitError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(root)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("cannot write to ")
    assert done.stdout.strip().endswith("; name a writable directory with NPK_CACHE_DIR")


def test_size_counts_hard_links_once(root: Path) -> None:
    def build(directory: Path) -> dict[str, Any]:
        (directory / "one").write_bytes(os.urandom(256 * 1024))
        (directory / "two").hardlink_to(directory / "one")
        return {}

    with Cache(root).entry("thing", "one", label="the thing", build=build) as entry:
        assert 256 * 1024 <= entry.size() < 300 * 1024


def test_old_logs_are_removed_and_new_ones_stay(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for name in ("old", "new"):
        (tmp_path / "logs" / name).mkdir(parents=True)
    os.utime(tmp_path / "logs/old", (1000, 1000))

    removed = cache.remove_logs(2000)

    assert (removed, [path.name for path in (tmp_path / "logs").iterdir()]) == (1, ["new"])
