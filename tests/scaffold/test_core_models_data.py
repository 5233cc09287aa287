"""`matrix/core_models.toml` says what the releases say of themselves."""

from __future__ import annotations

import tomllib

import pytest

from netbox_plugin_kit.data import matrix_file
from tests.scaffold.core_models import models_of
from tests.scaffold.netbox_names import RELEASES

_CURRENT = RELEASES[-1]


@pytest.mark.netbox
@pytest.mark.parametrize(
    "release", [pytest.param(name, marks=[] if name == _CURRENT else pytest.mark.mirror) for name in RELEASES]
)
def test_models_and_the_names_taken_on_them_are_those_of_the_release(release: str) -> None:
    minor = release.rpartition(".")[0]
    known = tomllib.loads(matrix_file("core_models.toml").read_text(encoding="utf-8"))

    models = models_of(release)

    assert set(models) == {name for name, facts in known.items() if minor in facts["minors"]}
    assert {name: set(taken) - set(known[name]["taken"]) for name, taken in models.items()} == {
        key: set() for key in models
    }
