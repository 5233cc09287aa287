"""The reference plugins: what docs/capabilities.md says of them, and that they are in order on the newest NetBox."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cell.running import npk_test
from tests.kit import Machine

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(path.parent for path in (ROOT / "reference").glob("*/plugin.yaml"))
ROW = re.compile(r"^\| (?P<what>[^|]+?) \|[^|]*\| `(?P<word>[^`]+)` \| `(?P<file>[^`]+)` \|", re.MULTILINE)
ROWS = ROW.findall((ROOT / "docs" / "capabilities.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("word", "file"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_capability_is_where_the_page_says(word: str, file: str) -> None:
    assert word in (ROOT / "reference" / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_the_linter_finds_nothing(plugin: Path, machine: Machine) -> None:
    done = machine.npk("lint", plugin)

    assert done.status == 0, done.stderr
    assert done.stdout.startswith("nothing found in "), done.stdout
    assert "npk: ignore" not in "".join(path.read_text(encoding="utf-8") for path in plugin.rglob("*.py"))


@pytest.mark.netbox
@pytest.mark.timeout(1900)
@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_passes_on_the_newest_netbox(plugin: Path) -> None:
    # Several hundred tests take minutes, and more of them beside other tests than a check is given by default.
    ran = npk_test(plugin, "--require-tests", "--timeout", "1700", timeout=1800)

    assert {name: ran.detail(name) for name, outcome in ran.outcomes.items() if outcome != "pass"} == {}


@pytest.mark.netbox
@pytest.mark.timeout(900)
def test_all_get_on_with_each_other_in_one_netbox() -> None:
    first, *others = map(str, PLUGINS)

    ran = npk_test(
        first, "--checks", "conflicts", *(word for other in others for word in ("--with", other)), timeout=800
    )

    assert ran.outcomes["conflicts"] == "pass", ran.messages("conflicts")
