from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from netbox_plugin_kit.cli.releases import releases
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.releases import Catalogue


def run(*arguments: str) -> str:
    result = CliRunner().invoke(releases, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_table_fits_a_narrow_terminal() -> None:
    assert run("--netbox", "4.2,4.7.3,4.7.99").splitlines() == [
        "NetBox  Released    Python     PostgreSQL  Redis  Django  Source      Refusal",
        "4.2.9   2025-04-30  3.10-3.12  13+         4.0+   5.1     git         fatal  ",
        "4.7.3   2026-10-13  3.12-3.14  15+, ltree  6.0+   6.1     index, git  skipped",
        "4.7.99  unknown     3.12-3.14  15+, ltree  6.0+   6.1     index, git  skipped",
    ]


def test_everything_is_shown_when_nothing_is_asked() -> None:
    assert len(run().splitlines()) == len(Catalogue.load().releases) + 1


def test_json_holds_a_record_for_each_release() -> None:
    assert json.loads(run("--netbox", "4.7.3,4.7.99", "--format", "json")) == [
        {
            "netbox": version,
            "minor": "4.7",
            "released": released,
            "catalogued": catalogued,
            "python": "<3.15,>=3.12",
            "python_preferred": "3.12",
            "postgresql": 15,
            "extensions": ["ltree"],
            "redis": "6.0",
            "django": "6.1",
            "sources": ["index", "git"],
            "refusal": "skipped",
        }
        for version, released, catalogued in [("4.7.3", "2026-10-13", True), ("4.7.99", None, False)]
    ]


def test_wrong_selection_is_left_to_the_group() -> None:
    with pytest.raises(UsageError, match="is newer than"):
        run("--netbox", "99.9")
