"""Makes `matrix/core_models.toml`: which of NetBox's models a plugin can lead to, asked of the releases themselves.

    python -m tests.scaffold.core_models      asks a release of every minor since 4.3, and writes the file anew

It needs what `npk test` needs to install those releases; no database or Redis is started.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from netbox_plugin_kit.data import matrix_file
from tests.scaffold.netbox_names import RELEASES
from tests.scaffold.probing import answer

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
    models: dict[str, list[str]] = answer(release, "core_models_probe.py")
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
