from __future__ import annotations

from pathlib import Path

from netbox_plugin_kit.backends.logs import keep_logs
from netbox_plugin_kit.matrix.results import CheckResult


def printed(directory: Path, text: str) -> list[CheckResult]:
    """Two checks, one of which printed something."""
    directory.mkdir(exist_ok=True)
    log = directory / "tests.log"
    log.write_text(text)
    return [CheckResult("loads", "pass"), CheckResult("tests", "fail", log=log)]


def test_logs_outlive_the_run(tmp_path: Path) -> None:
    checks = printed(tmp_path / "run", "one failed")

    kept = keep_logs(checks, tmp_path / "cache/logs/cell")
    (tmp_path / "run/tests.log").unlink()

    assert kept[0].log is None
    assert kept[1].log is not None
    assert kept[1].log.read_text() == "one failed"


def test_logs_of_the_run_before_are_gone(tmp_path: Path) -> None:
    place = tmp_path / "cell"
    place.mkdir()
    (place / "api.log").write_text("yesterday")

    keep_logs(printed(tmp_path / "run", "today"), place)

    assert [path.name for path in place.iterdir()] == ["tests.log"]


def test_logs_are_not_lost_when_the_cache_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the directory should be")

    kept = keep_logs(printed(tmp_path / "run", "one failed"), tmp_path / "cache/logs")

    assert kept[1].log is not None
    assert kept[1].log.read_text() == "one failed"
