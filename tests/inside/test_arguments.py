"""What a user hands to the plugin's test runner."""

from __future__ import annotations

import argparse

import pytest

from netbox_plugin_kit.inside.checks.tests import _django_arguments


class Runner:
    """As much of Django's runner as reads arguments."""

    @staticmethod
    def add_arguments(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("-k", action="append", dest="test_name_patterns")
        parser.add_argument("--parallel", type=int, default=0)
        parser.add_argument("--failfast", action="store_true")


def test_options_of_the_runner_and_labels_are_told_apart() -> None:
    options, labels = _django_arguments(Runner, ("-k", "thing", "netbox_small.tests.test_api"))

    assert options["test_name_patterns"] == ["thing"]
    assert labels == ["netbox_small.tests.test_api"]


def test_options_of_the_command_itself_are_understood() -> None:
    options, _ = _django_arguments(Runner, ("--failfast", "--noinput", "-v", "3"))

    assert (options["failfast"], options["interactive"], options["verbosity"]) == (True, False, 3)


def test_tests_never_run_in_parallel_because_there_is_one_copy_of_the_database() -> None:
    options, _ = _django_arguments(Runner, ("--parallel", "4"))

    assert options["parallel"] == 0


def test_option_that_nobody_knows_is_named() -> None:
    with pytest.raises(argparse.ArgumentError, match="unrecognized arguments: --no-such-thing"):
        _django_arguments(Runner, ("--no-such-thing",))
