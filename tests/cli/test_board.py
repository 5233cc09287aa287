"""What people see of many cells at work."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from netbox_plugin_kit.cli.board import board
from netbox_plugin_kit.matrix.plan import PlannedCell
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Outcome, PluginSummary
from netbox_plugin_kit.matrix.tasks import Answer, Task, named


def task(netbox: str, role: str = "declared") -> Task:
    return Task(PlannedCell("netbox-small", netbox, role=role))  # type: ignore[arg-type]


def answer(to: Task, outcome: Outcome) -> Answer:
    cell = CellResult(to.planned.netbox, "3.12", "embedded", 12.34, (CheckResult("pages", outcome),))
    return Answer(PluginSummary("netbox-small"), named(cell, to.planned))


def test_a_log_gets_a_line_when_a_cell_begins_and_when_it_ends(capsys: object) -> None:
    first, second, third = task("4.7.3"), task("4.6.8"), task("4.4.10", "probe")
    with board(3, several=False) as shown:
        for each, outcome in ((first, "pass"), (second, "fail"), (third, "fail")):
            shown.begins(each)
            shown.says(each, "asking pages")
            shown.ends(each, answer(each, outcome))  # type: ignore[arg-type]

    lines = [line.split(maxsplit=2)[2] for line in capsys.readouterr().err.splitlines()]  # type: ignore[attr-defined]
    assert [" ".join(line.split()) for line in lines] == [
        "begins 4.7.3",
        "1/3 pass 4.7.3 12.3 s",
        "begins 4.6.8",
        "2/3 FAIL 4.6.8 12.3 s pages",
        "begins 4.4.10-probe",
        "3/3 FAIL 4.4.10-probe 12.3 s pages (may fail)",
    ]


def test_several_plugins_are_told_apart(capsys: object) -> None:
    with board(1, several=True) as shown:
        shown.begins(task("4.7.3"))

    assert "begins netbox-small 4.7.3" in capsys.readouterr().err  # type: ignore[attr-defined]


ON_A_TERMINAL = """
    import time
    from netbox_plugin_kit.cli.board import board
    from tests.cli.test_board import answer, task

    with board(2, several=False) as shown:
        working = task("4.7.3")
        shown.begins(working)
        shown.says(working, "asking [pages]")
        shown.begins(task("4.6.8"))
        time.sleep(1)
        shown.ends(working, answer(working, "pass"))
"""


def test_a_terminal_shows_a_line_for_each_cell_with_what_it_does() -> None:
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in {"CI", "NO_COLOR"}}
    process = subprocess.Popen(
        [sys.executable, "-c", dedent(ON_A_TERMINAL)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "100", "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:  # Linux tells the end of a terminal so
        pass
    os.close(ours)

    assert process.wait(30) == 0
    assert b"asking [pages]" in seen
    assert b"0 of 2" in seen
    assert b"pass" in seen
