"""`npk test` the way an author runs it: a process, its exit status, its report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema

import netbox_plugin_kit.reports

__all__ = ["CURRENT", "OLDER", "Ran", "npk_test"]

CURRENT = "4.7.3"
OLDER = "4.5.10"

_SCHEMA = json.loads((Path(netbox_plugin_kit.reports.__file__).parent / "report.schema.json").read_text())


@dataclass(frozen=True)
class Ran:
    """A run of `npk test` that came to its end."""

    status: int
    report: dict[str, Any]

    @property
    def cell(self) -> dict[str, Any]:
        """The one cell there is."""
        (cell,) = self.report["cells"]
        found: dict[str, Any] = cell
        return found

    @property
    def outcomes(self) -> dict[str, str]:
        """Outcome by check."""
        return {check["name"]: check["outcome"] for check in self.cell["checks"]}

    def check(self, name: str) -> dict[str, Any]:
        """The answer to one check."""
        (found,) = (check for check in self.cell["checks"] if check["name"] == name)
        check: dict[str, Any] = found
        return check

    def detail(self, name: str) -> str:
        """What a check says in a line."""
        return str(self.check(name)["detail"])

    def messages(self, name: str, severity: str = "error") -> list[str]:
        """What a check found, each with the place where it found it."""
        return [
            ":".join(str(part) for part in (found["path"], found["line"]) if part is not None) + f" {found['message']}"
            for found in self.check(name)["findings"]
            if found["severity"] == severity
        ]

    def log(self, name: str) -> str:
        """The output of a check."""
        return Path(self.check(name)["log"]).read_text()


def npk_test(project: Path | str, *arguments: str, netbox: str = CURRENT, timeout: float = 240) -> Ran:
    """Run `npk test` on a project; its report is valid, whatever became of the plugin."""
    done = subprocess.run(
        [
            sys.executable, "-c", "from netbox_plugin_kit.cli import main; main()",
            "test", str(project), "--netbox", netbox, "--format", "json", *arguments,
        ],
        capture_output=True, text=True, check=False, timeout=timeout, stdin=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert done.stdout, f"no report, exit status {done.returncode}: {done.stderr}"
    report = json.loads(done.stdout)
    jsonschema.validate(report, _SCHEMA)
    return Ran(done.returncode, report)
