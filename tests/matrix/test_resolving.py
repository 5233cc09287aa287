"""What is looked up for a planned cell: the Python that NetBox and the plugin agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netbox_plugin_kit.backends.choosing import backend_for
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.interpreters import discover
from netbox_plugin_kit.matrix.cells import Limits
from netbox_plugin_kit.matrix.plan import PlannedCell
from netbox_plugin_kit.matrix.resolving import resolve
from netbox_plugin_kit.matrix.tasks import Where
from netbox_plugin_kit.progress import silent
from tests.kit import minimal_plugin

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("declared", "asked", "found"),
    [
        (">=3.10", None, "3.12"),
        (">=3.13", None, "3.13"),
        (">=3.13", "3.12", "3.12"),
        ("<3.10", None, "3.12"),
        ("rubbish", None, "3.12"),
    ],
    ids=["preferred", "narrowed", "asked for", "nothing suits both", "unreadable"],
)
def test_a_python_suits_netbox_and_the_plugin(tmp_path: Path, declared: str, asked: str | None, found: str) -> None:
    if missing := {"3.12", "3.13"} - {one.minor for one in discover()}:
        pytest.skip(f"this machine has no Python {', '.join(sorted(missing))}")
    project = minimal_plugin(tmp_path / "project")
    pyproject = project / "pyproject.toml"
    pyproject.write_text(pyproject.read_text().replace("[project]", f'[project]\nrequires-python = "{declared}"'))
    backend = backend_for(Where(), Cache(tmp_path / "cache"))

    cell = resolve(PlannedCell(str(project), "4.7.3", asked), Limits(), backend, silent)

    assert cell.interpreter.minor == found
