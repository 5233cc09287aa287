"""`matrix/core.json` says what the releases say of themselves."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from netbox_plugin_kit.releases.core import Core
from tests.core.core_facts import RELEASES, facts_of

_CURRENT = RELEASES[-1]
_NAMES = (
    "packages", "tables", "templates", "static", "search", "data_backends", "widgets", "jinja_filters", "settings",
    "url_roots", "api_roots", "plugin_roots", "menus", "pinned", "tag_libraries", "commands", "apps", "models",
)  # fmt: skip


class Told(NamedTuple):
    """What a release says of itself."""

    minor: str
    facts: dict[str, Any]


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=[] if name == _CURRENT else pytest.mark.mirror) for name in RELEASES],
)
def release(request: pytest.FixtureRequest) -> Told:
    return Told(request.param.rpartition(".")[0], facts_of(request.param))


@pytest.mark.netbox
@pytest.mark.parametrize("kind", _NAMES)
def test_names_are_those_of_the_release(release: Told, kind: str) -> None:
    known = getattr(Core.load(), kind)

    in_release = {name for name, each in known.items() if release.minor in getattr(each, "minors", each)}

    assert in_release == set(release.facts[kind])


@pytest.mark.netbox
def test_views_are_those_of_the_release(release: Told) -> None:
    known = Core.load().views.items()

    assert {
        (label, view.name, view.path, view.detail)
        for label, views in known for view in views if release.minor in view.minors
    } == {
        (label, view["name"], view["path"], view["detail"])
        for label, views in release.facts["views"].items() for view in views
    }  # fmt: skip


@pytest.mark.netbox
def test_migrations_are_those_of_the_release(release: Told) -> None:
    known = Core.load().migrations.items()

    assert {(app, name) for app, names in known for name, minors in names.items() if release.minor in minors} == {
        (app, name) for app, names in release.facts["migrations"].items() for name in names
    }


@pytest.mark.netbox
def test_names_on_models_are_those_of_the_release(release: Told) -> None:
    models = Core.load().models
    on_every_model = {
        name for model in release.facts["models"].values() for name in model["names"]
        if not any(name in {*each.names, *each.sometimes} for each in models.values())
    }  # fmt: skip

    for label, model in release.facts["models"].items():
        known = models[label]
        taken = {name for name in {*known.names, *known.sometimes} if release.minor in known.taken(name)}
        assert taken == set(model["names"]) - on_every_model, label


@pytest.mark.netbox
def test_pins_are_those_of_the_release(release: Told) -> None:
    known = Core.load().pins

    # What NetBox does not pin is newer every week.
    assert {name: known[name].get(release.minor) for name in release.facts["pinned"]} == {
        name: release.facts["pins"][name] for name in release.facts["pinned"]
    }


@pytest.mark.netbox
@pytest.mark.parametrize("kind", ["tag_libraries", "commands", "apps"])
def test_owners_are_those_of_the_newest_release(kind: str) -> None:
    known = getattr(Core.load(), kind)

    told = facts_of(_CURRENT)[kind]

    assert {name: known[name].owner for name in told} == told


@pytest.mark.netbox
def test_modules_and_tables_of_models_are_those_of_the_newest_release() -> None:
    known = Core.load().models

    told = facts_of(_CURRENT)["models"]

    assert {label: (known[label].module, known[label].table) for label in told} == {
        label: (model["module"], model["table"]) for label, model in told.items()
    }
