"""What is remembered of a run, and of what it stays true."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.ledger import Ledger, only_failed
from netbox_plugin_kit.matrix.plan import PlannedCell
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Outcome, PluginSummary
from netbox_plugin_kit.matrix.tasks import Answer, Task, named
from tests.cell.plugins import plugin


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return plugin(tmp_path / "project")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def task(project: Path, netbox: str = "4.7.3") -> Task:
    return Task(PlannedCell(str(project), netbox))


def answer(to: Task, outcome: Outcome = "pass") -> Answer:
    cell = CellResult(to.planned.netbox, "3.12", "embedded", 1.5, (CheckResult("loads", outcome),))
    return Answer(PluginSummary("netbox-small", "netbox_small"), named(cell, to.planned))


def test_a_result_is_found_again(project: Path, cache: Cache) -> None:
    asked = task(project)
    Ledger(str(project), cache).write(asked, answer(asked))

    assert Ledger(str(project), cache).find(asked) == answer(asked)


def test_a_result_is_not_one_of_a_plugin_that_has_changed(project: Path, cache: Cache) -> None:
    asked, ledger = task(project), Ledger(str(project), cache)
    ledger.write(asked, answer(asked))
    (project / "netbox_small" / "views.py").write_text("")

    assert ledger.find(asked) is None
    assert not ledger.is_empty()


def test_a_result_is_not_one_of_another_question(project: Path, cache: Cache) -> None:
    asked, ledger = task(project), Ledger(str(project), cache)
    ledger.write(asked, answer(asked))

    assert ledger.find(replace(asked, require_tests=True)) is None


def test_trouble_of_the_kit_is_no_result(project: Path, cache: Cache) -> None:
    asked, ledger = task(project), Ledger(str(project), cache)
    ledger.write(asked, answer(asked, "error"))

    assert ledger.find(asked) is None
    assert ledger.failed() == {"4.7.3"}


def test_what_is_damaged_is_nothing(project: Path, cache: Cache) -> None:
    asked, ledger = task(project), Ledger(str(project), cache)
    ledger.write(asked, answer(asked))
    (stored,) = cache.root.glob("runs/*/*.json")
    stored.write_text(stored.read_text()[:40])

    assert ledger.find(asked) is None
    assert ledger.failed() == set()


def test_a_new_run_forgets_unless_told_to_keep(project: Path, cache: Cache) -> None:
    asked, ledger = task(project), Ledger(str(project), cache)
    ledger.write(asked, answer(asked))

    ledger.begin(keep=True)
    assert not ledger.is_empty()
    ledger.begin(keep=False)
    assert ledger.is_empty()


def test_only_what_failed_is_chosen(project: Path, cache: Cache) -> None:
    good, bad, new = task(project), task(project, "4.6.8"), task(project, "4.5.0")
    ledger = Ledger(str(project), cache)
    ledger.write(good, answer(good))
    ledger.write(bad, answer(bad, "fail"))

    assert only_failed([good, bad, new], {str(project): ledger}) == [bad]


def test_only_what_failed_needs_a_run_before(project: Path, cache: Cache) -> None:
    with pytest.raises(UsageError, match=r"there was no run of .*project yet"):
        only_failed([task(project)], {str(project): Ledger(str(project), cache)})


def test_a_cache_that_cannot_be_written_keeps_nothing(project: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    asked, ledger = task(project), Ledger(str(project), Cache(tmp_path / "file"))

    ledger.write(asked, answer(asked))

    assert ledger.find(asked) is None


def test_what_is_remembered_is_no_leftover_of_the_cache(project: Path, cache: Cache) -> None:
    asked = task(project)
    Ledger(str(project), cache).write(asked, answer(asked))

    assert cache.leftovers() == []
