"""A NetBox that is served with a plugin, as somebody with a browser has it."""

from __future__ import annotations

import urllib.request
from typing import TYPE_CHECKING

import pytest

from netbox_plugin_kit.backends.serving import site
from netbox_plugin_kit.errors import UnavailableError
from tests.cell.plugins import plugin
from tests.cell.running import CURRENT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.netbox


def test_a_plugin_is_served(tmp_path: Path) -> None:
    project = plugin(tmp_path / "project")

    with site(str(project), CURRENT) as place:
        said = place.manage("shell", script="from dcim.models import Site\nprint('sites', Site.objects.count())\n")
        with pytest.raises(UnavailableError, match="division by zero"):
            place.manage("shell", "--command", "1 / 0")
        with place.served() as address, urllib.request.urlopen(f"{address}/login/") as page:  # noqa: S310 - our own
            assert page.status == 200
        left = place.run.path

    assert "sites 0" in said
    assert not left.exists()
