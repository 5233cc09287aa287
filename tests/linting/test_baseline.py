"""A baseline: what was there when the linter came is not told again, wherever it moves to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netbox_plugin_kit.errors import UnavailableError, UsageError
from tests.kit import Disk
from tests.linting.projects import BAD, MODELS, codes, linted, plugin


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plugin(tmp_path / "plugin", {MODELS: BAD})


@pytest.fixture
def baseline(root: Path, tmp_path: Path) -> Path:
    written = linted(root, write_baseline=tmp_path / "baseline.json")
    assert (written.violations, written.baselined, written.failed) == ((), 1, False)
    return tmp_path / "baseline.json"


def test_what_is_known_is_not_told(root: Path, baseline: Path) -> None:
    result = linted(root, baseline=baseline)
    assert (result.violations, result.baselined, result.stale) == ((), 1, 0)


def test_what_moves_stays_known(root: Path, baseline: Path) -> None:
    (root / MODELS).write_text(
        "\n\n# another line\n" + BAD.replace("GenericRelation(", "if True:\n    GenericRelation(")
    )
    assert codes(root, baseline=baseline) == []


def test_what_is_edited_is_new_and_the_entry_is_stale(root: Path, baseline: Path) -> None:
    (root / MODELS).write_text(BAD.replace('"probes"', '"samples"'))
    result = linted(root, baseline=baseline)
    assert [violation.finding.code for violation in result.violations] == ["NBP104"]
    assert (result.baselined, result.stale) == (0, 1)


def test_one_more_of_the_same_is_new(root: Path, baseline: Path) -> None:
    (root / MODELS).write_text(BAD + BAD.splitlines()[-1] + "\n")
    assert codes(root, baseline=baseline) == [(MODELS, 5, "NBP104")]


def test_the_same_elsewhere_is_new(root: Path, baseline: Path) -> None:
    (root / "netbox_example" / "other.py").write_text(BAD)
    assert codes(root, baseline=baseline) == [("netbox_example/other.py", 4, "NBP104")]


def test_a_file_as_a_whole_is_known_too(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin", {"netbox_example/static/netbox.css": ""})
    assert [line for _, line, _ in codes(root)] == [None]
    linted(root, write_baseline=tmp_path / "baseline.json")
    assert codes(root, baseline=tmp_path / "baseline.json") == []


def test_what_was_not_asked_is_not_stale(root: Path, baseline: Path) -> None:
    assert linted(root, baseline=baseline, ignore=("NBP104",)).stale == 0
    assert linted(root, root / "README.md", baseline=baseline).stale == 0
    (root / MODELS).write_text("")
    assert linted(root, baseline=baseline).stale == 1


def test_what_is_known_is_not_mended(tmp_path: Path) -> None:
    text = "x = 1  # npk: ignore[NBP104] no longer needed\n"
    root = plugin(tmp_path / "plugin", {MODELS: text})
    linted(root, write_baseline=tmp_path / "baseline.json")
    assert linted(root, baseline=tmp_path / "baseline.json", fix=True).fixed == 0
    assert (root / MODELS).read_text() == text


def test_a_part_of_the_project_writes_the_baseline_of_all(root: Path, tmp_path: Path) -> None:
    linted(root, root / "README.md", write_baseline=tmp_path / "whole.json")
    assert codes(root, baseline=tmp_path / "whole.json") == []


def test_the_file_is_in_order_and_the_same_every_time(root: Path, baseline: Path) -> None:
    (root / "netbox_example" / "also.py").write_text(BAD)
    linted(root, write_baseline=baseline)
    first = baseline.read_bytes()
    linted(root, write_baseline=baseline)
    assert baseline.read_bytes() == first
    document = json.loads(first)
    assert document["schema"] == 1
    assert [entry["path"] for entry in document["findings"]] == ["netbox_example/also.py", MODELS]
    assert document["findings"][1] == {
        "code": "NBP104", "path": MODELS, "count": 1,
        "line": 'GenericRelation("netbox_example.Probe").contribute_to_class(Site, "probes")',
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: No such file or directory; name another one, or make it with --write-baseline"),
        ("", "is not a baseline; make one with --write-baseline"),
        ("[1]", "is not a baseline"),
        ('{"schema": 1, "findings": [{"code": 1}]}', "is not a baseline"),
        ('{"schema": 1, "findings": [{"code": "a", "path": "b", "line": [], "count": 1}]}', "is not a baseline"),
        ('{"schema": 2, "findings": []}', "is a baseline of schema 2; write it anew with --write-baseline"),
        (b"\xff\xfe", "is not a baseline"),
    ],
)
def test_what_is_no_baseline_is_said(root: Path, tmp_path: Path, content: str | bytes | None, said: str) -> None:
    file = tmp_path / "baseline.json"
    if content is not None:
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(UsageError, match=r"baseline\.json") as raised:
        linted(root, baseline=file)
    assert said in str(raised.value)


def test_a_write_that_fails_leaves_the_old_file(root: Path, baseline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = baseline.read_bytes()
    (root / "netbox_example" / "also.py").write_text(BAD)

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UnavailableError, match=r"cannot write the baseline to .*: No space left on device"):
        linted(root, write_baseline=baseline)
    assert baseline.read_bytes() == before
    assert sorted(path.name for path in baseline.parent.iterdir()) == ["baseline.json", "plugin"]


def test_a_disk_that_is_read_only_is_said(root: Path, disk: Disk) -> None:
    disk.make_read_only()
    with pytest.raises(UnavailableError, match="cannot write the baseline"):
        linted(root, write_baseline=disk.place / "baseline.json")
