"""What the check `upgrade` says of data that is there before it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Directory
from .plugins import INITIAL, THING, plugin
from .running import CURRENT, Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

BEFORE = "4.7.0"
CHECKS = ("--checks", "upgrade")

RENAMED = THING.replace("name = ", "title = ").replace('["name"]', '["title"]')

LOSES = """
    from django.db import migrations, models

    class Migration(migrations.Migration):
        dependencies = [("netbox_small", "0001_initial")]
        operations = [
            migrations.AlterModelOptions(name="thing", options={"ordering": ["title"]}),
            migrations.RemoveField(model_name="thing", name="name"),
            migrations.AddField(model_name="thing", name="title", field=models.CharField(default="", max_length=50)),
            migrations.AlterField(model_name="thing", name="title", field=models.CharField(max_length=50)),
        ]
"""

MOVES = """
    from django.db import migrations, models

    class Migration(migrations.Migration):
        dependencies = [("netbox_small", "0001_initial")]
        operations = [
            migrations.AlterModelOptions(name="thing", options={"ordering": ["title"]}),
            migrations.RenameField(model_name="thing", old_name="name", new_name="title"),
        ]
"""


def _wheel(project: Path, target: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "uv", "build", "--quiet", "--wheel", "--out-dir", str(target), str(project)], check=True
    )
    (wheel,) = target.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def previous(directory: Directory, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a version that came before."""
    files = {"models.py": THING, "migrations/0001_initial.py": INITIAL}
    return _wheel(plugin(directory("previous"), files=files), tmp_path_factory.mktemp("wheels"))


def _next(directory: Directory, name: str, migration: str, pyproject: str = "") -> Path:
    files = {"models.py": RENAMED, "migrations/0001_initial.py": INITIAL, "migrations/0002_title.py": migration}
    return plugin(directory(name), files=files, pyproject=pyproject)


def test_values_that_a_migration_loses_are_told_with_the_migration(directory: Directory, previous: Path) -> None:
    ran = npk_test(_next(directory, "losing", LOSES), *CHECKS, "--previous", str(previous))

    assert ran.outcomes["upgrade"] == "fail"
    (message,) = ran.messages("upgrade")
    assert message.startswith("netbox_small/migrations/0002_title.py")
    assert "netbox_small.Thing.name is gone, and its values in 2 objects" in message
    (finding,) = ran.check("upgrade")["findings"]
    assert 'upgrade-drops = ["netbox_small.Thing.name"]' in finding["fix"]


def test_what_is_meant_to_go_may_go(directory: Directory, previous: Path) -> None:
    table = '[tool.netbox-plugin-kit]\nupgrade-drops = ["netbox_small.Thing.name"]'

    ran = npk_test(_next(directory, "dropping", LOSES, table), *CHECKS, "--previous", str(previous))

    assert ran.outcomes["upgrade"] == "pass"


def test_values_that_are_renamed_survive(directory: Directory, previous: Path) -> None:
    ran = npk_test(_next(directory, "moving", MOVES), *CHECKS, "--previous", str(previous))

    assert ran.outcomes["upgrade"] == "pass"
    assert "2 objects are there after it" in ran.detail("upgrade")


def _upgraded(project: Path, release: str) -> Ran:
    return npk_test(project, *CHECKS, "--upgrade-from", release, timeout=1800)


def test_from_an_older_netbox_to_this_one(directory: Directory) -> None:
    files = {"models.py": THING, "migrations/0001_initial.py": INITIAL}

    ran = _upgraded(plugin(directory("upgraded"), files=files), BEFORE)

    assert ran.outcomes["upgrade"] == "pass"
    assert ran.detail("upgrade").startswith(f"NetBox {BEFORE} to {CURRENT}: 2 objects are there after it")


@pytest.mark.mirror
def test_across_five_minors(directory: Directory) -> None:
    files = {"models.py": THING, "migrations/0001_initial.py": INITIAL}

    ran = _upgraded(plugin(directory("long"), files=files), "4.3.0")

    assert ran.outcomes["upgrade"] == "pass"


def test_nothing_to_upgrade_from_is_a_skip(directory: Directory) -> None:
    ran = npk_test(plugin(directory("first"), name="netbox_never_published"), *CHECKS)

    assert ran.outcomes["upgrade"] == "skip"
    assert ran.detail("upgrade") == "nothing to upgrade from"
