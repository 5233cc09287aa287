"""Do the plugin's own tests pass?"""

from __future__ import annotations

import argparse
import os
import sys
import unittest
from typing import Any, NoReturn

from ..boot import Booted
from ..database import use_copy
from ..isolation import over_memory
from ..protocol import Answer, Finding, Request, failed, passed, skipped
from ..run_pytest import NO_TESTS_COLLECTED, Results, run_alone, run_here

__all__ = ["tests"]


def tests(_netbox: Booted, request: Request) -> Answer:
    """Do the plugin's own tests pass?

    They run on a copy of the migrated database, by Django's runner or by pytest, whichever the plugin uses; nothing
    else about them differs from `manage.py test`. Tests that stand alone get a Python without a started NetBox.
    """
    if request.tests is None:
        return skipped("the plugin has no tests")
    os.chdir(request.tests["directory"])
    runner, label = request.tests["runner"], request.tests["label"]
    if runner == "standalone":
        return _pytest_verdict(run_alone(label, request.test_arguments), request.memory)
    sys.path.insert(0, request.tests["directory"])
    use_copy()
    if runner == "pytest":
        return _pytest_verdict(run_here(label, request.test_arguments), request.memory)
    return _run_django(label, request)


def _run_django(label: str, request: Request) -> Answer:
    from django.conf import settings
    from django.test.utils import get_runner

    base = get_runner(settings)

    class Runner(base):  # type: ignore[misc, valid-type]
        """Django's runner on a database that is there already."""

        result: unittest.TestResult | None = None

        def setup_databases(self, **_kwargs: Any) -> list[Any]:
            return []

        def teardown_databases(self, old_config: Any, **_kwargs: Any) -> None:
            pass

        def run_checks(self, databases: Any) -> None:
            """The check `system` asks them."""

        def suite_result(self, suite: Any, result: Any, **kwargs: Any) -> int:
            self.result = result
            return int(super().suite_result(suite, result, **kwargs))

    try:
        options, labels = _django_arguments(base, request.test_arguments)
    except argparse.ArgumentError as problem:
        return failed(f"the test arguments are not those of `manage.py test`: {problem.message}")
    runner = Runner(**options)
    runner.run_tests(labels or [label])
    return _verdict(runner.result, request.memory)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)


def _django_arguments(runner: Any, arguments: tuple[str, ...]) -> tuple[dict[str, Any], list[str]]:
    """What `manage.py test` would make of the arguments (django/core/management/commands/test.py).

    Raises:
        ArgumentError: It would not accept them.
    """
    # --failfast is the command's own up to Django 5.0, the runner's later.
    parser = _Parser(prog="manage.py test", add_help=False, conflict_handler="resolve")
    parser.add_argument("labels", nargs="*")
    parser.add_argument("-v", "--verbosity", type=int, default=2)
    parser.add_argument("--failfast", action="store_true")
    parser.add_argument("--noinput", "--no-input", action="store_true")
    runner.add_arguments(parser)
    options = vars(parser.parse_args(arguments))
    labels = options.pop("labels")
    del options["noinput"]  # nobody is ever asked anything here
    if options.get("parallel"):
        options["parallel"] = 0
    return {**options, "interactive": False}, labels


def _verdict(result: Any, memory: int | None) -> Answer:
    if result is None or result.testsRun == 0:
        return skipped("zero tests ran")
    bad = [(test, _last_line(report)) for test, report in (*result.failures, *result.errors)]
    findings = [Finding(f"{test.id()}: {line}", fix=_hint(line, memory)) for test, line in bad]
    findings += [
        Finding(f"{test.id()}: passes, but is marked as an expected failure") for test in result.unexpectedSuccesses
    ]
    counts = f"{result.testsRun} tests, {len(findings)} failed, {len(result.skipped)} skipped"
    if findings:
        return failed(counts, findings)
    if len(result.skipped) == result.testsRun:
        return skipped(f"every test was skipped ({counts})")
    return passed(counts)


def _hint(line: str, memory: int | None) -> str | None:
    """A test that hits the limit catches the error itself, so that nobody else can say what it was about."""
    return over_memory(memory) if memory is not None and line.startswith("MemoryError") else None


def _last_line(report: str) -> str:
    lines = [line for line in report.strip().splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def _pytest_verdict(results: Results, memory: int | None) -> Answer:
    counts = f"{results.run} tests, {len(results.failures)} failed, {results.skipped} skipped"
    if results.status == NO_TESTS_COLLECTED:
        return skipped("zero tests ran")
    if results.status != 0:
        findings = [Finding(line, fix=_hint(line.rpartition(": ")[2], memory)) for line in results.failures]
        return failed(counts, findings or [Finding(f"pytest ended with status {results.status}")])
    if results.run == 0:
        return skipped(f"every test was skipped ({counts})")
    return passed(counts)
