"""From what the user named to an unpacked wheel."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from packaging.version import Version

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.wheel import (
    Given,
    Unpacked,
    WheelError,
    copy_sources,
    unpack_sdist,
    unpacked,
    what_is,
)
from netbox_plugin_kit.errors import UsageError

PYTHON = Interpreter(Path(sys.executable), Version(".".join(map(str, sys.version_info[:3]))), "running")

SETUPTOOLS = """
    [build-system]
    requires = ["setuptools"]
    build-backend = "setuptools.build_meta"
    [project]
    name = "netbox-example"
    version = "1.2"
    dependencies = ["somebody-elses>=2"]
    [tool.setuptools.package-data]
    "*" = ["*.html"]
"""

HATCHLING = """
    [build-system]
    requires = ["hatchling"]
    build-backend = "hatchling.build"
    [project]
    name = "netbox-example"
    version = "1.2"
    dependencies = ["somebody-elses>=2"]
"""

ANSWERED = "a backend of its own, so that nothing is fetched"

IN_TREE = f'''
    """{ANSWERED}."""
    import os, zipfile

    def build_wheel(directory, config_settings=None, metadata_directory=None):
        name = "netbox_example-1.2-py3-none-any.whl"
        with zipfile.ZipFile(os.path.join(directory, name), "w") as wheel:
            for at, _, files in os.walk("."):
                for file in filter(os.path.exists, (os.path.join(at, file) for file in files)):
                    wheel.write(file)
            info = "netbox_example-1.2.dist-info/"
            wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: netbox-example\\nVersion: 1.2\\n")
            wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
            wheel.writestr(info + "RECORD", "")
        return name
'''

OWN = """
    [build-system]
    requires = []
    build-backend = "backend"
    backend-path = ["."]
"""


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def project(root: Path, pyproject: str = OWN, *, package: str = "netbox_example") -> Path:
    files = {
        "pyproject.toml": pyproject,
        "backend.py": IN_TREE if pyproject is OWN else "",
        f"{package}/__init__.py": "",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    return root


def content(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def build(root: Path, cache: Cache) -> tuple[Unpacked, set[str]]:
    """The wheel of a project, and the files in it that are not metadata."""
    with unpacked(Given("directory", root), root, PYTHON, cache) as wheel:
        files = {str(path.relative_to(wheel.site)) for path in wheel.site.rglob("*") if path.is_file()}
    return wheel, {name for name in files if ".dist-info/" not in name and "__pycache__" not in name}


def builds(root: Path, cache: Cache) -> bool:
    """Is the wheel built, rather than found in the cache?"""
    said: list[str] = []
    with unpacked(Given("directory", root), root, PYTHON, cache, said.append):
        return any("building" in line for line in said)


# What the user named


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (".", "directory"),
        ("./example", "directory"),
        ("netbox_example-1.2-py3-none-any.whl", "wheel"),
        ("netbox_example-1.2.tar.gz", "sdist"),
        ("netbox_example-1.2.zip", "sdist"),
        ("netbox-example", "requirement"),
        ("netbox-example==1.2", "requirement"),
        ("netbox-example[extra]>=1,<2", "requirement"),
        ("netbox-example @ git+https://git.example/netbox-example.git@main", "requirement"),
        ("netbox-example @ https://files.example/" + "x" * 5000 + ".whl", "requirement"),
    ],
    ids=lambda text: text[:40],
)
def test_what_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, kind: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "example").mkdir()
    for name in ("netbox_example-1.2-py3-none-any.whl", "netbox_example-1.2.tar.gz", "netbox_example-1.2.zip"):
        (tmp_path / name).touch()
    given = what_is(text)
    assert given.kind == kind
    assert given.path is None or given.path.is_absolute()


def test_a_tilde_is_the_home_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "plugin").mkdir()
    assert what_is("~/plugin") == Given("directory", tmp_path / "plugin")


# A project directory


def test_a_setuptools_project(tmp_path: Path, cache: Cache) -> None:
    root = project(tmp_path / "project", SETUPTOOLS)
    (root / "netbox_example" / "page.html").touch()
    wheel, files = build(root, cache)
    assert (wheel.distribution, wheel.version, wheel.requirements) == ("netbox-example", "1.2", ("somebody-elses>=2",))
    assert files == {"netbox_example/__init__.py", "netbox_example/page.html"}


def test_a_hatchling_project(tmp_path: Path, cache: Cache) -> None:
    wheel, files = build(project(tmp_path / "project", HATCHLING), cache)
    assert (wheel.distribution, wheel.version, wheel.requirements) == ("netbox-example", "1.2", ("somebody-elses>=2",))
    assert files == {"netbox_example/__init__.py"}


def test_a_project_with_src(tmp_path: Path, cache: Cache) -> None:
    root = project(tmp_path / "project", SETUPTOOLS, package="src/netbox_example")
    assert build(root, cache)[1] == {"netbox_example/__init__.py"}


def test_nothing_is_littered_in_the_project(tmp_path: Path, cache: Cache) -> None:
    root = project(tmp_path / "project", SETUPTOOLS)
    before = content(root)
    build(root, cache)
    assert content(root) == before


def test_a_stale_build_directory_is_not_used(tmp_path: Path, cache: Cache) -> None:
    root = project(tmp_path / "project", SETUPTOOLS)
    stale = root / "build" / "lib" / "netbox_example" / "yesterday.py"
    stale.parent.mkdir(parents=True)
    stale.touch()
    assert build(root, cache)[1] == {"netbox_example/__init__.py"}


@pytest.mark.parametrize("name", ["site", "build", "dist", "venv"])
def test_a_package_may_have_a_directory_of_any_name(tmp_path: Path, cache: Cache, name: str) -> None:
    root = project(tmp_path / "project")
    (root / "netbox_example" / name).mkdir()
    (root / "netbox_example" / name / "page.html").touch()
    assert f"netbox_example/{name}/page.html" in build(root, cache)[1]


def test_a_backend_that_fails_is_quoted(tmp_path: Path, cache: Cache) -> None:
    root = project(tmp_path / "project")
    (root / "backend.py").write_text("def build_wheel(*_): raise SystemExit('the frontend assets are missing')\n")
    with (
        pytest.raises(WheelError, match="the frontend assets are missing"),
        unpacked(Given("directory", root), root, PYTHON, cache),
    ):
        pass
    assert [*cache.entries(), *cache.leftovers()] == []


def test_a_project_that_did_not_change_is_not_built_again(tmp_path: Path, cache: Cache) -> None:
    root = project(tmp_path / "project")
    assert builds(root, cache)
    (root / "netbox_example" / "__pycache__").mkdir()
    (root / "netbox_example" / "__pycache__" / "module.pyc").touch()
    (root / "build").mkdir()
    (root / "build" / "yesterday.py").touch()
    os.utime(root / "netbox_example" / "__init__.py", (1, 1))
    assert not builds(root, cache)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "netbox_example" / "__init__.py").write_text("# changed\n"),
        lambda root: (root / "netbox_example" / "new.html").touch(),
        lambda root: (root / "netbox_example" / "__init__.py").rename(root / "netbox_example" / "renamed.py"),
    ],
    ids=["edited", "added", "renamed"],
)
def test_a_project_that_changed_is_built_again(tmp_path: Path, cache: Cache, change: Callable[[Path], object]) -> None:
    root = project(tmp_path / "project")
    assert builds(root, cache)
    change(root)
    assert builds(root, cache)


def test_a_commit_is_a_change_because_versions_come_from_git(tmp_path: Path, cache: Cache) -> None:
    root = project(tmp_path / "project")
    git(root, "init", "--quiet")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "first")
    assert builds(root, cache)
    git(root, "commit", "--quiet", "--allow-empty", "--message", "second")
    assert builds(root, cache)


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def test_pipes_sockets_and_dangling_links_are_in_nobodys_way(cache: Cache) -> None:
    place = Path(tempfile.mkdtemp(dir="/tmp"))  # a socket's path must be short
    try:
        root = project(place / "project")
        os.mkfifo(root / "pipe")
        (root / "dangling").symlink_to("nowhere")
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(root / "socket"))
            _, files = build(root, cache)
        assert files >= {"netbox_example/__init__.py"}
        assert not files & {"pipe", "socket"}
    finally:
        shutil.rmtree(place)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    place = Path(tempfile.mkdtemp(dir="/tmp"))
    place.chmod(0o777)
    root = project(place / "project")
    (root / "secret").write_text("")
    (root / "secret").chmod(0)
    script = (
        "import os, sys; from pathlib import Path; from netbox_plugin_kit.environment.wheel import copy_sources\n"
        "os.setgid(65534); os.setuid(65534)\n"
        "try:\n    copy_sources(Path(sys.argv[1]), Path(sys.argv[1] + '-copy'))\nexcept Exception as error:\n"
        "    print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(root)], capture_output=True, text=True, check=True)
    shutil.rmtree(place)
    assert done.stdout.startswith(f"UsageError {root}/secret cannot be copied: ")
    assert tmp_path.exists()


def test_git_is_there_in_the_copy(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    (root / ".git").mkdir()
    (root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    copy_sources(root, tmp_path / "copy")
    assert (tmp_path / "copy" / ".git" / "HEAD").read_text() == "ref: refs/heads/main\n"


# A wheel, a source archive, a requirement


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with a wheel in it, as an index would have it."""
    place = tmp_path_factory.mktemp("published")
    namespace: dict[str, Callable[[str], str]] = {}
    exec(dedent(IN_TREE), namespace)  # noqa: S102 - what the backend does
    root = project(place / "project")
    before = Path.cwd()
    os.chdir(root)
    try:
        namespace["build_wheel"](str(place))
    finally:
        os.chdir(before)
    return place


def test_a_wheel_is_taken_as_it_is(published: Path, cache: Cache) -> None:
    (path,) = published.glob("*.whl")
    with unpacked(what_is(str(path)), None, PYTHON, cache) as wheel:
        assert (wheel.distribution, wheel.version) == ("netbox-example", "1.2")
        assert (wheel.site / "netbox_example" / "__init__.py").exists()


def test_a_wheel_that_changed_is_taken_again(published: Path, cache: Cache, tmp_path: Path) -> None:
    path = tmp_path / "netbox_example-1.2-py3-none-any.whl"
    shutil.copy(next(published.glob("*.whl")), path)
    with unpacked(what_is(str(path)), None, PYTHON, cache):
        pass
    with zipfile.ZipFile(path, "a") as wheel:
        wheel.writestr("netbox_example/new.py", "")
    with unpacked(what_is(str(path)), None, PYTHON, cache) as taken:
        assert (taken.site / "netbox_example" / "new.py").exists()


@pytest.mark.parametrize("damage", [lambda _: b"no zip", lambda whole: whole[:200]], ids=["text", "cut"])
def test_a_damaged_wheel_is_refused(
    published: Path, cache: Cache, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "netbox_example-1.2-py3-none-any.whl"
    path.write_bytes(damage(next(published.glob("*.whl")).read_bytes()))
    with pytest.raises(WheelError) as caught, unpacked(what_is(str(path)), None, PYTHON, cache):
        pass
    assert "\n" not in str(caught.value)
    assert cache.entries() == []


def test_a_requirement_is_brought(published: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_FIND_LINKS", str(published))
    monkeypatch.setenv("UV_OFFLINE", "1")
    with unpacked(what_is("netbox-example==1.2"), None, PYTHON, cache) as wheel:
        assert (wheel.distribution, wheel.version) == ("netbox-example", "1.2")


def test_a_requirement_that_nobody_published_is_refused(
    published: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_FIND_LINKS", str(published))
    monkeypatch.setenv("UV_OFFLINE", "1")
    with (
        pytest.raises(WheelError, match="netbox-example==9"),
        unpacked(what_is("netbox-example==9"), None, PYTHON, cache),
    ):
        pass


def test_a_requirement_for_another_machine_is_refused(
    published: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_FIND_LINKS", str(published))
    monkeypatch.setenv("UV_OFFLINE", "1")
    with (
        pytest.raises(WheelError, match="for other machines"),
        unpacked(what_is('netbox-example==1.2; sys_platform == "vms"'), None, PYTHON, cache),
    ):
        pass


def sdist(place: Path, suffix: str) -> Path:
    root = project(place / "netbox_example-1.2")
    path = place / f"netbox_example-1.2{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in content(root):
                archive.write(root / name, f"{root.name}/{name}")
    else:
        with tarfile.open(path, "w:gz") as tar:
            tar.add(root, arcname=root.name)
    return path


@pytest.mark.parametrize("suffix", [".tar.gz", ".zip"])
def test_a_source_archive_is_a_project(tmp_path: Path, cache: Cache, suffix: str) -> None:
    root = unpack_sdist(sdist(tmp_path, suffix), tmp_path / "unpacked")
    assert root.name == "netbox_example-1.2"
    assert "netbox_example/__init__.py" in build(root, cache)[1]


@pytest.mark.parametrize("suffix", [".tar.gz", ".zip"])
@pytest.mark.parametrize("damage", ["cut", "flipped"])
def test_a_damaged_source_archive_is_refused_wherever_it_is_hit(tmp_path: Path, suffix: str, damage: str) -> None:
    path = sdist(tmp_path, suffix)
    whole = path.read_bytes()
    refused = 0
    for number, position in enumerate(range(0, len(whole), len(whole) // 60)):
        rest = whole[position + 1 :] if damage == "flipped" else b""
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0xFF] * bool(rest)) + rest)
        with contextlib.suppress(UsageError):  # anything else is a traceback; some bytes do not matter
            unpack_sdist(path, tmp_path / f"unpacked-{number}")
            continue
        refused += 1
    assert refused > 30


def test_an_empty_source_archive_is_an_empty_project(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "empty.tar.gz", "w:gz"):
        pass
    assert list(unpack_sdist(tmp_path / "empty.tar.gz", tmp_path / "unpacked").iterdir()) == []


def test_a_source_archive_writes_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("")
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as tar:
        tar.add(tmp_path / "outside.txt", arcname="../escaped.txt")
    with pytest.raises(UsageError, match="cannot be unpacked"):
        unpack_sdist(tmp_path / "evil.tar.gz", tmp_path / "unpacked")
    assert not (tmp_path / "escaped.txt").exists()


def test_a_link_out_of_the_project_is_followed(tmp_path: Path) -> None:
    project = tmp_path / "repository/plugin"
    project.mkdir(parents=True)
    (tmp_path / "repository/LICENSE").write_text("Apache-2.0")
    (project / "LICENSE").symlink_to("../LICENSE")

    copy_sources(project, tmp_path / "elsewhere/copy")

    assert (tmp_path / "elsewhere/copy/LICENSE").read_text() == "Apache-2.0"


def test_a_work_tree_of_git_stays_one(tmp_path: Path) -> None:
    def git(*arguments: str | Path) -> str:
        command = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "--quiet", tmp_path / "repository")
    git("-C", tmp_path / "repository", "commit", "--quiet", "--allow-empty", "--message", "first")
    git("-C", tmp_path / "repository", "worktree", "add", "--quiet", tmp_path / "tree")

    copy_sources(tmp_path / "tree", tmp_path / "elsewhere/copy")

    assert git("-C", tmp_path / "elsewhere/copy", "log", "--format=%s") == "first"
