"""Conversations with real processes that say what the process inside NetBox says, or stop saying it."""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import psutil
import pytest

from netbox_plugin_kit.backends.conversation import converse, with_log
from netbox_plugin_kit.inside.protocol import KIT_FAILED, Request
from netbox_plugin_kit.matrix.results import CheckResult, Finding
from netbox_plugin_kit.processes import ProcessTree
from netbox_plugin_kit.progress import silent
from tests.kit import running

SPEAKS = """
import os
import subprocess
import sys
import time
from netbox_plugin_kit.inside.protocol import Finding, Writer, failed, passed, skipped

writer = Writer("results.jsonl")

def answer(check, what=passed("good")):
    writer.started(check)
    writer.answered(check, what, 0.5)

"""

Start = Callable[[str], ProcessTree]


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    (tmp_path / "logs").mkdir()
    return Request(
        package="netbox_small",
        site=str(tmp_path),
        label="netbox_small",
        checks=("loads", "system", "tests"),
        results=str(tmp_path / "results.jsonl"),
        logs=str(tmp_path / "logs"),
        timeout=20,
    )


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a process that speaks."""
    started = []

    def start(script: str) -> ProcessTree:
        started.append(ProcessTree(subprocess.Popen([sys.executable, "-c", SPEAKS + dedent(script)], cwd=tmp_path)))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def outcomes(results: list[CheckResult]) -> dict[str, str]:
    return {result.name: result.outcome for result in results}


def test_answers_are_in_the_order_of_the_request(start: Start, request_: Request) -> None:
    process = start("""
        answer("tests", skipped("none"))
        answer("loads")
        answer("system", failed("bad", [Finding("a field", "models.py", 3, "warning", "rename it")]))
    """)

    results = converse(process, request_, silent)

    assert outcomes(results) == {"loads": "pass", "system": "fail", "tests": "skip"}
    assert [result.detail for result in results] == ["good", "bad", "none"]
    assert results[1].findings == (Finding("a field", path="models.py", line=3, severity="warning", fix="rename it"),)


def test_people_are_told_what_the_process_says(start: Start, request_: Request) -> None:
    said: list[str] = []
    process = start("""
        writer.started("loads")
        writer.said("NetBox is up after 4 s")
        answer("loads")
        answer("system")
        answer("tests")
    """)

    converse(process, request_, said.append)

    assert said == ["starting NetBox", "NetBox is up after 4 s", "asking loads", "asking system", "asking tests"]


@pytest.mark.parametrize(
    ("end", "how"),
    [
        ("os._exit(3)", "ended with status 3"),
        ("os._exit(0)", "ended with status 0"),
        ("os.kill(os.getpid(), 9)", "was ended by signal 9"),
        ('os.write(writer._file, b\'{"event": "answ\'); os._exit(1)', "ended with status 1"),
    ],
)
def test_check_at_which_the_process_died_fails_and_what_was_answered_stands(
    start: Start, request_: Request, end: str, how: str
) -> None:
    process = start(f"""
        answer("loads")
        writer.started("system")
        {end}
    """)

    results = converse(process, request_, silent)

    assert outcomes(results) == {"loads": "pass", "system": "fail", "tests": "skip"}
    assert results[1].detail == f"NetBox's process {how} before it had answered"


def test_process_that_dies_between_two_checks_does_not_pass(start: Start, request_: Request) -> None:
    process = start('answer("loads")')

    results = converse(process, request_, silent)

    assert outcomes(results) == {"loads": "pass", "system": "fail", "tests": "skip"}


def test_process_that_dies_without_a_word_fails_at_the_first_check(start: Start, request_: Request) -> None:
    process = start("raise SystemExit(5)")

    results = converse(process, request_, silent)

    assert outcomes(results) == {"loads": "fail", "system": "skip", "tests": "skip"}
    assert "status 5" in results[0].detail


def test_failure_of_the_kit_itself_is_not_blamed_on_the_plugin(start: Start, request_: Request) -> None:
    process = start(f"""
        answer("loads")
        writer.started("system")
        os._exit({KIT_FAILED})
    """)

    results = converse(process, request_, silent)

    assert outcomes(results) == {"loads": "pass", "system": "error", "tests": "skip"}


def test_netbox_that_does_not_come_up_in_time_is_ended(start: Start, request_: Request) -> None:
    process = start("""
        writer.started("loads")
        time.sleep(1000)
    """)

    results = converse(process, replace(request_, timeout=2), silent)

    assert outcomes(results) == {"loads": "fail", "system": "skip", "tests": "skip"}
    assert results[0].detail == "time-out: NetBox's process said nothing for 2 s (--timeout)"
    assert process.poll() is not None


def test_process_that_falls_silent_is_ended_with_everything_it_started(start: Start, request_: Request) -> None:
    mark = uuid.uuid4().hex
    process = start(f"""
        writer.said("up")
        answer("loads")
        writer.started("system")
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)", "{mark}"], start_new_session=True)
        time.sleep(1000)
    """)

    results = converse(process, replace(request_, timeout=2), silent, grace=0.5)

    assert outcomes(results) == {"loads": "pass", "system": "fail", "tests": "skip"}
    left = running(mark)
    psutil.wait_procs(left, timeout=5)
    assert [one for one in left if one.is_running()] == []


def test_process_that_enforces_the_time_out_itself_is_given_the_grace(start: Start, request_: Request) -> None:
    process = start("""
        writer.said("up")
        writer.started("loads")
        time.sleep(2)
        answer("loads", failed("time-out"))
        answer("system")
        answer("tests")
    """)

    results = converse(process, replace(request_, timeout=1), silent, grace=30)

    assert outcomes(results) == {"loads": "fail", "system": "pass", "tests": "pass"}


def test_process_that_has_answered_everything_is_not_waited_for(start: Start, request_: Request) -> None:
    begun = time.monotonic()
    process = start("""
        for check in ("loads", "system", "tests"):
            answer(check)
        time.sleep(1000)
    """)

    results = converse(process, request_, silent)

    assert set(outcomes(results).values()) == {"pass"}
    assert process.poll() is not None
    assert time.monotonic() - begun < 15


def test_log_of_a_check_is_named_unless_it_is_empty(start: Start, request_: Request) -> None:
    logs = Path(request_.logs)
    (logs / "system.log").write_text("a warning")
    (logs / "tests.log").touch()
    process = start("""
        for check in ("loads", "system", "tests"):
            answer(check)
    """)

    results = converse(process, request_, silent)

    assert [with_log(result, logs).log for result in results] == [None, logs / "system.log", None]


def test_what_netbox_said_while_it_started_is_the_log_of_loads(start: Start, request_: Request) -> None:
    log = Path(request_.logs) / "netbox.log"
    log.write_text("Traceback")
    process = start("raise SystemExit(1)")

    results = converse(process, request_, silent)

    assert [with_log(result, log.parent).log for result in results] == [log, None, None]


def test_what_is_no_event_is_not_listened_to(start: Start, request_: Request) -> None:
    process = start("""
        with open("results.jsonl", "a") as file:
            file.write("nonsense\\n[1]\\n{}\\n\\n")
        for check in ("loads", "system", "tests"):
            answer(check)
    """)

    assert set(outcomes(converse(process, request_, silent)).values()) == {"pass"}
