"""Asking a NetBox release about itself: a script that runs in its own Python and prints JSON; no server is started."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.interpreters import choose
from netbox_plugin_kit.environment.netbox import environment
from netbox_plugin_kit.releases import Catalogue, provider_for

__all__ = ["answer"]


def answer(release: str, probe: str | Path) -> Any:
    """What a probe prints in a release: a file beside this one, or one that is named with its directory.

    Raises:
        UnavailableError: The release cannot be had or installed.
    """
    found = Catalogue.load().release(release)
    interpreter = choose(found.minor.python, None, what=f"NetBox {found}", preferred=found.minor.python_preferred)
    with (
        tempfile.TemporaryDirectory() as directory,
        environment(found, provider_for(found), interpreter, Cache()) as netbox,
    ):
        source = {"PYTHONPATH": str(netbox.netbox)} if netbox.netbox else {}
        clean = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DJANGO", "NETBOX"))
        }
        done = subprocess.run(
            [netbox.python, "-W", "ignore", Path(__file__).parent / probe, directory, found.minor.database_setting],
            env={**clean, **source}, cwd=directory, check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
    return json.loads(done.stdout)
