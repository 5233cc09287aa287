"""Do the plugin's own tests pass?"""

from __future__ import annotations

import importlib.util
import os
import sys
import unittest
from typing import Any

from ..boot import Booted
from ..protocol import Answer, Finding, Request, failed, passed, skipped

__all__ = ["test_database", "tests"]

_NO_TESTS_COLLECTED = 5  # pytest.ExitCode


def test_database(name: str) -> str:
    """Name of the copy of a database that tests may change."""
    return f"test_{name}"


def tests(_netbox: Booted, request: Request) -> Answer:
    """Do the plugin's own tests pass?

    They run on a copy of the migrated database, by Django's runner or by pytest, whichever the plugin uses; nothing
    else about them differs from `manage.py test`.
    """
    if request.tests is None:
        return skipped("the plugin has no tests")
    _prepare(request.tests["directory"])
    run = _run_pytest if request.tests["runner"] == "pytest" else _run_django
    return run(request.tests["label"], request)


def _prepare(directory: str) -> None:
    os.chdir(directory)
    sys.path.insert(0, directory)
    _use_copy()


def _use_copy() -> None:
    """Point Django at the copy that the migrations check made, or make it now."""
    from django.db import connection

    name = connection.settings_dict["NAME"]
    copy = test_database(name)
    connection.close()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - Django's own way to reach the maintenance database
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [copy])
        if cursor.fetchone() is None:
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    connection.settings_dict["NAME"] = copy
    connection.close()


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

    options, labels = _django_arguments(base, request.test_arguments)
    runner = Runner(**options)
    runner.run_tests(labels or [label])
    return _verdict(runner.result)


def _django_arguments(runner: Any, arguments: tuple[str, ...]) -> tuple[dict[str, Any], list[str]]:
    """What `manage.py test` would make of the arguments."""
    import argparse

    parser = argparse.ArgumentParser(prog="manage.py test")
    parser.add_argument("labels", nargs="*")
    parser.add_argument("-v", "--verbosity", type=int, default=2)
    runner.add_arguments(parser)
    options = vars(parser.parse_args(arguments))
    labels = options.pop("labels")
    if options.get("parallel"):
        options["parallel"] = 0
    return {**options, "interactive": False}, labels


def _verdict(result: Any) -> Answer:
    if result is None or result.testsRun == 0:
        return skipped("zero tests ran")
    bad = [*result.failures, *result.errors]
    findings = [Finding(f"{test.id()}: {_last_line(report)}") for test, report in bad]
    findings += [
        Finding(f"{test.id()}: passes, but is marked as an expected failure") for test in result.unexpectedSuccesses
    ]
    counts = f"{result.testsRun} tests, {len(findings)} failed, {len(result.skipped)} skipped"
    if findings:
        return failed(counts, findings)
    if len(result.skipped) == result.testsRun:
        return skipped(f"every test was skipped ({counts})")
    return passed(counts)


def _last_line(report: str) -> str:
    lines = [line for line in report.strip().splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def _run_pytest(label: str, request: Request) -> Answer:
    for module in ("pytest", "pytest_django"):
        if importlib.util.find_spec(module) is None:
            distribution = module.replace("_", "-")
            return failed(
                f"the tests use pytest, but {distribution} is not installed",
                [
                    Finding(
                        f"{distribution} is missing", fix="name it in `test-requirements` of [tool.netbox-plugin-kit]"
                    )
                ],
            )
    import pytest

    from ..pytest_plugin import Results

    results = Results()
    status = pytest.main([label, "-p", "no:cacheprovider", *request.test_arguments], plugins=[results])
    if status == _NO_TESTS_COLLECTED:
        return skipped("zero tests ran")
    counts = f"{results.run} tests, {len(results.failures)} failed, {results.skipped} skipped"
    if status != 0:
        return failed(counts, [Finding(failure) for failure in results.failures])
    if results.run == 0:
        return skipped(f"every test was skipped ({counts})")
    return passed(counts)
