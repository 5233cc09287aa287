"""`npk test --watch`: a process that is left running while a plugin is edited."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from netbox_plugin_kit.cache import Cache
from tests.conftest import short_directory
from tests.kit import Kit, Machine, eventually

from .conftest import Directory
from .plugins import plugin
from .running import CURRENT

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

WATCHING = "watching "


@dataclass
class Session:
    """What was seen of one process, from its start to Ctrl-C."""

    lines: list[str] = field(default_factory=list)
    status: int | None = None
    answer: str = ""
    remains: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def somewhere() -> Iterator[Machine]:
    """Temporary files of its own, and everybody's cache."""
    with short_directory() as place:
        (place / "t").mkdir(mode=0o711)
        yield Machine(place / "t", Cache().root)


def _await_verdicts(kit: Kit, count: int) -> str:
    """Wait until so many runs are over: what was said of the last one."""

    def verdicts() -> list[str]:
        return [line for line in list(kit.said) if line.startswith(WATCHING)]

    assert eventually(lambda: len(verdicts()) >= count or kit.process.poll() is not None, 240), kit.said
    return verdicts()[count - 1]


@pytest.fixture(scope="module")
def session(somewhere: Machine, directory: Directory) -> Session:
    """A run, a save that breaks the plugin, one that mends it, one of what cannot be read, and Ctrl-C during a run."""
    project = plugin(directory("watched"), files={"views.py": "GOOD = True\n"})
    views, pyproject = project / "netbox_small/views.py", project / "pyproject.toml"
    readable = pyproject.read_text()
    seen = Session()
    arguments = ("test", str(project), "--netbox", CURRENT, "--checks", "loads", "--watch")
    with somewhere.begin(*arguments, NO_COLOR="1") as kit:
        seen.lines.append(_await_verdicts(kit, 1))
        views.write_text("GOOD = this_name\n")
        seen.lines.append(_await_verdicts(kit, 2))
        views.write_text("GOOD = True\n")
        seen.lines.append(_await_verdicts(kit, 3))
        pyproject.write_text("no [ toml")
        seen.lines.append(_await_verdicts(kit, 4))
        said = len(kit.said)
        pyproject.write_text(readable)
        kit.await_that(lambda: any("starting NetBox" in line for line in kit.said[said:]), 300)
        views.write_text("GOOD = that_name\n")  # what goes on is abandoned
        seen.lines.append(_await_verdicts(kit, 5))
        kit.process.send_signal(signal.SIGINT)
        seen.status = kit.end(30)
        seen.answer = kit.answer
    seen.remains = somewhere.remains()
    return seen


def test_the_first_run_comes_by_itself(session: Session) -> None:
    assert ": pass after " in session.lines[0]


def test_a_save_that_breaks_the_plugin_is_told(session: Session) -> None:
    assert ": fail after " in session.lines[1]
    assert "name 'this_name' is not defined" in session.answer


def test_a_save_that_mends_it_is_told(session: Session) -> None:
    assert ": pass after " in session.lines[2]


def test_a_mistake_of_the_user_does_not_end_it(session: Session) -> None:
    assert ": no result; a save runs it again" in session.lines[3]


def test_a_save_during_a_run_begins_another(session: Session) -> None:
    assert ": fail after " in session.lines[4]
    assert session.answer.count("on NetBox") == 4, "an abandoned run has no report"
    assert "name 'that_name' is not defined" in session.answer


def test_ctrl_c_ends_it_and_leaves_nothing(session: Session) -> None:
    assert session.status == 130
    assert session.remains == []


def test_only_a_directory_can_be_watched(somewhere: Machine) -> None:
    done = somewhere.npk("test", "netbox-qrcode", "--netbox", CURRENT, "--watch")

    assert done.status == 2
    assert "--watch needs the directory of a project; netbox-qrcode is a requirement" in done.stderr


def test_only_what_matters_is_watched(tmp_path: Path) -> None:
    from watchfiles import Change

    from netbox_plugin_kit.watching import Relevant

    matters = Relevant([tmp_path])

    def kept(*names: str) -> list[str]:
        return [name for name in names if matters(Change.modified, str(tmp_path / name))]

    sources = ["netbox_x/views.py", "pyproject.toml", "netbox_x/templates/x.html", "netbox_x/site/a.py"]
    assert kept(*sources) == sources
    assert kept(".git/index", "netbox_x/__pycache__/a.py", "dist/x.whl", "build/lib/x.py", "a.pyc", "a.py~") == []
