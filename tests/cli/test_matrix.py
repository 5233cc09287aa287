"""`npk matrix` the way an author runs it, on real cells."""

from __future__ import annotations

import contextlib
import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import yaml

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.processes import processes_here
from tests.cell.plugins import plugin
from tests.cell.running import CURRENT
from tests.conftest import short_directory
from tests.kit import Done, Machine

pytestmark = pytest.mark.netbox

BELOW = "4.7.0"
QUICK = ("--checks", "loads")
BOUNDS = f'min_version = "{CURRENT}"\nmax_version = "4.7.99"'


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    """One with the cache that all tests share, and temporary files of its own."""
    with short_directory() as place:
        yield Machine(place, Cache().root)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A plugin that is nothing but a PluginConfig, and declares the current release."""
    return plugin(tmp_path / "project", config=BOUNDS)


@pytest.fixture
def matrix(machine: Machine) -> Callable[..., Done]:
    """Run `npk matrix`."""
    return lambda *arguments, **options: machine.npk("matrix", *arguments, seconds=900, **options)


def report(done: Done) -> dict[str, Any]:
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def verdicts(done: Done) -> dict[str, str]:
    return {cell["name"]: cell["verdict"] for cell in report(done)["cells"]}


# The plan


def test_the_plan_is_printed_and_nothing_is_run(matrix: Callable[..., Done], project: Path) -> None:
    done = matrix(project, "--plan")

    assert done.status == 0
    lines = done.stdout.splitlines()
    assert lines[0] == f"{project}: 3 cells"
    assert [line.split()[:2] for line in lines[1:]] == [
        ["4.7.2-refusal", "refuse"],
        ["4.7.2-probe", "probe"],
        ["4.7.3", "accept"],
    ]


def test_the_plan_as_programs_take_it(matrix: Callable[..., Done], project: Path) -> None:
    done = matrix(project, "--plan", "--format", "json")

    cells = json.loads(done.stdout)[str(project)]["cells"]
    assert [cell["name"] for cell in cells] == ["4.7.2-refusal", "4.7.2-probe", "4.7.3"]
    assert cells[0]["why"] == ["just below min_version 4.7.3"]


def test_the_plan_as_github_takes_it(matrix: Callable[..., Done], project: Path) -> None:
    done = matrix(project, "--plan", "--format", "github")

    (line,) = done.stdout.splitlines()
    jobs = json.loads(line)["include"]
    assert jobs[2] == {
        "cell": "4.7.3", "plugin": str(project), "netbox": "4.7.3", "python": "3.12", "role": "declared",
        "may_fail": False,
    }  # fmt: skip


def test_the_plan_as_gitlab_takes_it(matrix: Callable[..., Done], project: Path) -> None:
    done = matrix(project, "--plan", "--format", "gitlab")

    job = yaml.safe_load(done.stdout)["npk-matrix"]
    assert job["parallel"]["matrix"][0]["MATRIX_CELL"] == ["4.7.2-refusal", "4.7.2-probe", "4.7.3"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--netbox", "nonsense"], "--netbox cannot be 'nonsense'"),
        (["--shard", "3/2"], "3/2 is no shard"),
        (["--postgres", "new"], "new is no major version of PostgreSQL"),
        (["--cell", "4.0.0"], "--cell 4.0.0 is not planned; planned are 4.7.2-refusal"),
        (["--format", "gitlab"], "--format gitlab is a form of the plan: add --plan"),
        (["--plan", "--format", "junit"], "--plan has no format junit"),
        (["--write", "--shard", "1/2"], "--write needs a whole run"),
        (["--checks", "taste"], "there is no check taste"),
        (["--requirements", "missing.txt"], "missing.txt"),
        (["--dask", "tcp://127.0.0.1:1"], "Dask"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_line(
    matrix: Callable[..., Done], project: Path, arguments: list[str], said: str
) -> None:
    done = matrix(project, *arguments)

    assert done.status in {2, 3}
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_file_of_requirements_with_something_else_in_it(matrix: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "plugins.txt").write_text("# plugins\nnetbox-qrcode==1.0.0  # this one\n--index elsewhere\n")

    done = matrix("--requirements", tmp_path / "plugins.txt", "--plan")

    assert done.status == 2
    assert "plugins.txt:3: --index elsewhere is no requirement" in done.stderr


# The boundary


def test_a_release_below_the_range_refuses_the_plugin(matrix: Callable[..., Done], project: Path) -> None:
    done = matrix(project, "--cell", "4.7.2-refusal", "--format", "json")

    (cell,) = report(done)["cells"]
    assert (cell["role"], cell["expect"], cell["verdict"]) == ("refusal", "refuse", "pass")
    assert cell["checks"][-1]["detail"].startswith("refused as declared: ")
    assert "requires NetBox minimum version 4.7.3" in cell["checks"][-1]["detail"]


def test_a_release_that_breaks_on_the_plugin_instead_of_refusing_it(
    matrix: Callable[..., Done], tmp_path: Path
) -> None:
    early = 'from django.conf import settings\nsettings.RELEASE.version == "4.7.3" or __import__("added_in_4_7_3")'
    project = plugin(tmp_path / "project", config=f"{early}\n{BOUNDS}")

    done = matrix(project, "--cell", "4.7.2-refusal", "--format", "json")

    (cell,) = report(done)["cells"]
    assert done.status == 1
    assert "but not for its version" in cell["checks"][-1]["detail"]
    (finding,) = cell["checks"][-1]["findings"]
    assert "nothing that this NetBox lacks may be imported" in finding["fix"]


def test_a_plugin_that_is_refused_at_its_own_minimum(matrix: Callable[..., Done], tmp_path: Path) -> None:
    """What is read in the source is not what NetBox gets to see."""
    project = plugin(tmp_path / "project", config=f'{BOUNDS}\nlocals()["min_" + "version"] = "4.9.0"')

    done = matrix(project, "--cell", "4.7.3", *QUICK, "--format", "json")

    assert done.status == 1
    (cell,) = report(done)["cells"]
    loads = cell["checks"][-1]
    assert loads["outcome"] == "fail"
    assert "requires NetBox minimum version 4.9.0" in loads["findings"][0]["message"]


def test_a_plugin_that_passes_outside_its_range_is_told_so_and_its_declaration_is_mended(
    matrix: Callable[..., Done], project: Path
) -> None:
    done = matrix(
        project, "--netbox", f"declared,{BELOW}", "--force-load", "--no-boundaries", "--probe", "0", *QUICK,
        "--write", "--format", "json",
    )  # fmt: skip

    assert done.status == 0
    (finding,) = report(done)["findings"]
    assert (finding["code"], finding["severity"]) == ("NBP607", "info")
    assert f"passes every check on {BELOW}, which the declared range refuses" in finding["message"]
    source = (project / "netbox_small" / "__init__.py").read_text()
    assert f'min_version = "{BELOW}"' in source
    assert 'max_version = "4.7.99"' in source


@pytest.mark.mirror
def test_probes_go_on_while_they_pass(matrix: Callable[..., Done], tmp_path: Path) -> None:
    project = plugin(tmp_path / "project", config='min_version = "4.7.1"\nmax_version = "4.7.99"')

    done = matrix(project, "--cell", "4.7.0-probe", "--probe", "2", *QUICK, "--format", "json")

    assert verdicts(done) == {"4.6.8-probe": "pass", "4.7.0-probe": "pass"}


@pytest.mark.mirror
def test_revisions_pythons_and_servers_in_combination(matrix: Callable[..., Done], tmp_path: Path) -> None:
    project = plugin(tmp_path / "project")

    done = matrix(
        project, "--netbox", "4.6.8,git:v4.6.0", "--python", "3.12,3.13", "--postgres", "15", *QUICK,
        "--format", "json",
    )  # fmt: skip

    cells = {cell["name"]: (cell["netbox"], cell["python"], cell["role"]) for cell in report(done)["cells"]}
    assert cells == {
        "4.6.8-py3.12-pg15": ("4.6.8", "3.12", "declared"),
        "4.6.8-py3.13-pg15": ("4.6.8", "3.13", "declared"),
        "git:v4.6.0-py3.12": ("4.6.0", "3.12", "lane"),
        "git:v4.6.0-py3.13": ("4.6.0", "3.13", "lane"),
    }
    assert set(verdicts(done).values()) == {"pass"}


# Several plugins, several runs


def test_many_plugins_in_one_run_and_one_of_them_broken(matrix: Callable[..., Done], tmp_path: Path) -> None:
    good = plugin(tmp_path / "good", name="netbox_good", config=BOUNDS)
    broken = plugin(tmp_path / "broken", name="netbox_broken", config=f"{BOUNDS}\n1 / 0")

    done = matrix(good, broken, "--netbox", CURRENT, *QUICK, "--format", "json")

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["plugin"]["name"], one["cells"][0]["verdict"]) for one in found] == [
        ("netbox-good", "pass"),
        ("netbox-broken", "fail"),
    ]
    assert done.status == 1


def test_only_what_failed_is_run_again_once_it_is_mended(matrix: Callable[..., Done], tmp_path: Path) -> None:
    breaks = 'from django.conf import settings\nsettings.RELEASE.version == "4.7.0" and 1 / 0'
    project = plugin(tmp_path / "project", config=breaks)
    arguments = (project, "--netbox", f"{BELOW},{CURRENT}", *QUICK, "--format", "json")

    assert verdicts(matrix(*arguments)) == {BELOW: "fail", CURRENT: "pass"}
    module = project / "netbox_small" / "__init__.py"
    module.write_text(module.read_text().replace("1 / 0", "None"))
    assert verdicts(matrix(*arguments, "--only-failed")) == {BELOW: "pass"}
    again = matrix(*arguments, "--only-failed")
    assert (again.status, again.stdout) == (0, "")
    assert "every cell of the last run passed" in again.stderr


def test_shards_are_the_whole(matrix: Callable[..., Done], project: Path) -> None:
    arguments = (project, "--netbox", f"{BELOW},{CURRENT}", "--force-load", *QUICK, "--format", "json")

    found = [verdicts(matrix(*arguments, "--shard", f"{number}/2")) for number in (1, 2)]

    assert found == [{BELOW: "pass"}, {CURRENT: "pass"}]


def test_the_first_failure_ends_a_run_that_fails_fast(matrix: Callable[..., Done], tmp_path: Path) -> None:
    project = plugin(tmp_path / "project", config="1 / 0")

    done = matrix(
        project, "--netbox", f"{BELOW},{CURRENT}", *QUICK, "--fail-fast", "--jobs", "1", "--format", "json"
    )  # fmt: skip

    assert verdicts(done) == {CURRENT: "fail"}
    assert done.status == 1


# Ends nobody wished for


def _workers(kit: psutil.Process) -> list[psutil.Process]:
    return [child for child in kit.children() if "netbox_plugin_kit.matrix.worker" in child.cmdline()]


def test_a_worker_that_is_killed_costs_its_cell_a_second_attempt(machine: Machine, project: Path) -> None:
    with machine.begin("matrix", str(project), "--cell", CURRENT, *QUICK, "--format", "json") as kit:
        process = psutil.Process(kit.process.pid)
        kit.await_that(lambda: any("postgres" in line for line in machine.processes()), 300)
        (worker,) = _workers(process)
        worker.kill()
        assert kit.end(300) == 0

    assert [cell["verdict"] for cell in json.loads(kit.answer)["cells"]] == ["pass"]
    assert machine.remains() == []


def test_a_database_that_is_killed_is_the_kits_trouble(machine: Machine, project: Path) -> None:
    with machine.begin("matrix", str(project), "--cell", CURRENT, "--checks", "tests", "--format", "json") as kit:
        kit.await_that(lambda: _servers(machine) != [] and all(map(_accepts, _servers(machine))), 300)
        for server in _servers(machine):
            server.kill()
        assert kit.end(300) == 3

    (cell,) = json.loads(kit.answer)["cells"]
    assert cell["verdict"] == "error"
    assert "PostgreSQL was ended by signal 9 during the run" in cell["checks"][0]["detail"]
    assert machine.remains() == []


def _servers(machine: Machine) -> list[psutil.Process]:
    """PostgreSQL's first processes of this machine's runs."""
    found = []
    for process in processes_here():
        with contextlib.suppress(psutil.Error):
            command = process.cmdline()
            if process.name() == "postgres" and "-D" in command and str(machine.temporary) in " ".join(command):
                found.append(process)
    return found


def _accepts(server: psutil.Process) -> bool:
    """Whether it has started: the last line of postmaster.pid then says so."""
    data = server.cmdline()[server.cmdline().index("-D") + 1]
    with contextlib.suppress(OSError):
        return Path(data, "postmaster.pid").read_text(encoding="utf-8").rstrip().endswith("ready")
    return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_ends_in_the_middle_leaves_nothing_and_is_resumed(
    machine: Machine, tmp_path: Path, number: signal.Signals
) -> None:
    project = plugin(tmp_path / "project")
    arguments = (str(project), "--netbox", f"{BELOW},{CURRENT}", *QUICK, "--jobs", "1", "--format", "json")
    with machine.begin("matrix", *arguments) as kit:
        kit.await_words(f"begins {BELOW}", 300)
        kit.await_that(lambda: _servers(machine) != [], 300)
        kit.process.send_signal(number)
        assert kit.end(60) != 0
    assert machine.remains() == []

    done = machine.npk("matrix", *arguments, "--resume", seconds=600)

    assert verdicts(done) == {BELOW: "pass", CURRENT: "pass"}
    assert f"begins {BELOW}" in done.stderr
    assert f"begins {CURRENT}" not in done.stderr
