"""Makes `matrix/core_models.toml`: which of NetBox's models a plugin can lead to, asked of the releases themselves.

    python -m tests.scaffold.core_models      asks a release of every minor since 4.3, and writes the file anew

It needs what `npk test` needs to install those releases; no database or Redis is started.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.environment.interpreters import choose
from netbox_plugin_kit.environment.netbox import environment
from netbox_plugin_kit.releases import Catalogue, provider_for
from tests.scaffold.netbox_names import RELEASES

__all__ = ["document", "models_of"]

_HEAD = """\
# The models of NetBox that a plugin can lead to: with a page, a list, a filter set, a REST endpoint and a GraphQL type.
# Generated: do not edit.
#
# Asked of {releases} themselves by tests/scaffold/core_models_probe.py, in a NetBox that was
# started. `python -m tests.scaffold.core_models` writes this file anew. One table a model:
#
#   minors   the minor releases that have it
#   taken    the names of its fields, accessors and attributes beyond those of every NetBoxModel, of all releases
#            together: a second accessor of such a name keeps NetBox from starting (fields.E302, fields.E304)
"""


def models_of(release: str) -> dict[str, list[str]]:
    """The models of a release, `dcim.Site`, each with the names that are taken on it.

    Raises:
        UnavailableError: The release cannot be had or installed.
    """
    probe = Path(__file__).with_name("core_models_probe.py")
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
            [netbox.python, "-W", "ignore", probe, directory],
            env={**clean, **source}, cwd=directory, check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
    models: dict[str, list[str]] = json.loads(done.stdout)
    return models


def document(releases: Mapping[str, Mapping[str, list[str]]]) -> str:
    """The file, from the models by release."""
    lines = [_HEAD.format(releases=", ".join(releases))]
    for name in sorted({name for models in releases.values() for name in models}):
        minors = [release.rpartition(".")[0] for release, models in releases.items() if name in models]
        taken = sorted({item for models in releases.values() for item in models.get(name, ())})
        lines += [f'["{name}"]', f"minors = {json.dumps(minors)}", f"taken = {json.dumps(taken)}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    found = {release: models_of(release) for release in RELEASES}
    matrix_file("core_models.toml").write_text(document(found), encoding="utf-8")
