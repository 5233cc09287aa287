"""Questions in forks of their own.

Each test's questions are asked in a small process of their own: what asks becomes the parent of every orphan and ends
them all, which is not for the process of the tests.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest

from tests.kit import running

ASKS = """
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from netbox_plugin_kit.inside.isolation import adopt_orphans, isolated
from netbox_plugin_kit.inside.protocol import Finding, failed, passed


def ask():
QUESTION


adopt_orphans()
for _ in range(TIMES):
    answer = isolated(ask, log=Path("ask.log"), timeout=TIMEOUT, memory=MEMORY)
    print(json.dumps(asdict(answer)))
"""

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Asked:
    answers: list[dict[str, Any]]
    log: str
    seconds: float

    @property
    def answer(self) -> dict[str, Any]:
        (answer,) = self.answers
        return answer


class Asker:
    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def __call__(self, question: str, *, timeout: float = 20, memory: int | None = None, times: int = 1) -> Asked:
        script = (
            ASKS.replace("QUESTION", indent(dedent(question), "    "))
            .replace("TIMES", str(times))
            .replace("TIMEOUT", str(timeout))
            .replace("MEMORY", str(memory))
        )
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=self._directory, capture_output=True, text=True, check=True, timeout=60
        )
        seconds = time.monotonic() - begun
        log = (self._directory / "ask.log").read_text()
        return Asked([json.loads(line) for line in done.stdout.splitlines()], log, seconds)


@pytest.fixture
def ask(tmp_path: Path) -> Asker:
    """Asks the body of a function, in isolation, and returns the answers."""
    return Asker(tmp_path)


def test_answer_comes_back_whole(ask: Asker) -> None:
    asked = ask('return failed("wrong", [Finding("bad name", "a/b.py", 3, fix="rename it")], applied=True)')

    assert asked.answer == {
        "outcome": "fail",
        "detail": "wrong",
        "findings": [
            {"message": "bad name", "path": "a/b.py", "line": 3, "severity": "error", "fix": "rename it"},
        ],
        "facts": {"applied": True},
    }


def test_answer_longer_than_a_pipe_holds_comes_back_whole(ask: Asker) -> None:
    asked = ask('return passed("x" * 1_000_000)')

    assert len(asked.answer["detail"]) == 1_000_000


def test_output_goes_to_the_log_and_nowhere_else(ask: Asker) -> None:
    asked = ask("""
        print("to standard output")
        print("to standard error", file=sys.stderr)
        subprocess.run(["echo", "from a program"])
        return passed()
    """)

    assert {"to standard output", "to standard error", "from a program"} <= set(asked.log.splitlines())
    assert asked.answer["outcome"] == "pass"


def test_nothing_can_be_read_from_standard_input(ask: Asker) -> None:
    asked = ask("return passed(repr(sys.stdin.read()))")

    assert asked.answer["detail"] == "''"


def test_what_one_question_changes_the_next_does_not_see(ask: Asker) -> None:
    asked = ask(
        """
        seen = "changed" in vars(sys)
        sys.changed = True
        return passed(str(seen))
        """,
        times=2,
    )

    assert [answer["detail"] for answer in asked.answers] == ["False", "False"]


def test_exception_that_nobody_expected_is_the_kits_error_with_its_traceback(ask: Asker) -> None:
    asked = ask('raise LookupError("no such thing")')

    assert asked.answer["outcome"] == "error"
    assert asked.answer["detail"] == "LookupError: no such thing"
    assert "Traceback" in asked.log


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("sys.exit(4)", "the plugin ended NetBox's process: SystemExit(4)"),
        ("os._exit(3)", "the plugin ended NetBox's process with status 3"),
        ("os._exit(0)", "the plugin ended NetBox's process with status 0"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "the plugin's process was ended by SIGSEGV"),
    ],
)
def test_process_that_ends_early_is_a_failure_that_says_how(ask: Asker, question: str, detail: str) -> None:
    asked = ask(question)

    assert (asked.answer["outcome"], asked.answer["detail"]) == ("fail", detail)


@pytest.mark.skipif(sys.platform != "linux", reason="there are no real-time signals")
def test_signal_without_a_name_is_a_number(ask: Asker) -> None:
    asked = ask("os.kill(os.getpid(), 40)")

    assert asked.answer["detail"] == "the plugin's process was ended by signal 40"


def test_crash_does_not_keep_the_next_question_from_being_asked(ask: Asker) -> None:
    asked = ask("os._exit(3)", times=2)

    assert [answer["outcome"] for answer in asked.answers] == ["fail", "fail"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts private memory")
def test_more_memory_than_allowed_is_a_failure_that_names_the_limit(ask: Asker) -> None:
    asked = ask("return passed(str(len(bytearray(600 * 1024 * 1024))))", memory=512 * MEBIBYTE)

    assert (asked.answer["outcome"], asked.answer["detail"]) == ("fail", "memory limit: more than 512 MiB (--memory)")


def test_memory_within_the_limit_is_fine(ask: Asker) -> None:
    asked = ask("return passed(str(len(bytearray(1024))))", memory=512 * MEBIBYTE)

    assert (asked.answer["outcome"], asked.answer["detail"]) == ("pass", "1024")


def test_question_that_hangs_is_ended_when_its_time_is_up(ask: Asker) -> None:
    asked = ask("time.sleep(1000)", timeout=1)

    assert asked.answer["detail"] == "time-out: no answer within 1 s (--timeout)"
    assert asked.answer["outcome"] == "fail"


def test_question_that_hangs_leaves_where_it_hung_in_the_log(ask: Asker) -> None:
    asked = ask(
        """
        def wait_for_nothing():
            while True:
                pass
        wait_for_nothing()
        """,
        timeout=1,
    )

    assert "in wait_for_nothing" in asked.log


def test_program_in_a_session_of_its_own_does_not_outlive_the_answer(ask: Asker) -> None:
    mark = uuid.uuid4().hex

    asked = ask(f"""
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)", "{mark}"], start_new_session=True)
        return passed()
    """)

    assert asked.answer["outcome"] == "pass"
    assert running(mark) == []


@pytest.mark.skipif(sys.platform != "linux", reason="orphans can be adopted on Linux only")
def test_daemon_that_cut_all_ties_does_not_outlive_the_answer(ask: Asker) -> None:
    mark = uuid.uuid4().hex

    asked = ask(f"""
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                os.execv(sys.executable, [sys.executable, "-c", "import time; time.sleep(1000)", "{mark}"])
            os._exit(0)
        os.wait()
        return passed()
    """)

    assert asked.answer["outcome"] == "pass"
    assert running(mark) == []


def test_dead_process_is_not_waited_for_because_of_a_child_that_lives(ask: Asker) -> None:
    asked = ask(
        """
        if os.fork() == 0:
            time.sleep(1000)
        os._exit(3)
        """,
        timeout=50,
    )

    assert asked.answer["detail"] == "the plugin ended NetBox's process with status 3"
    assert asked.seconds < 25


def test_the_answer_is_that_of_the_process_asked_not_of_its_copies(ask: Asker) -> None:
    asked = ask(
        """
        copy = os.fork()
        if copy == 0:
            return failed("a copy")
        os.waitpid(copy, 0)
        return passed("the one that was asked")
        """
    )

    assert (asked.answer["outcome"], asked.answer["detail"]) == ("pass", "the one that was asked")
