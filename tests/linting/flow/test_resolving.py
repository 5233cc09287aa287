"""What an expression can stand for: asked of the last line of a module, `it = ...`."""

from __future__ import annotations

import ast
from pathlib import Path
from textwrap import dedent

import pytest

from netbox_plugin_kit.linting.flow import Flow, Module, Modules
from netbox_plugin_kit.linting.flow.scopes import walk_module
from netbox_plugin_kit.linting.sources import Source


def paths(source: str, **others: str) -> set[str]:
    """The paths outside the project that `it` can stand for, at the end of `netbox_example.work`."""
    texts = {"work": source, **others}
    modules = [_module(f"netbox_example.{name}", dedent(text)) for name, text in texts.items()]
    flow = Flow(Modules(modules))
    values = flow.name_in(modules[0], "it")
    return {value.path for value in values if hasattr(value, "path")}


def _module(name: str, text: str) -> Module:
    path = f"{name.replace('.', '/')}.py"
    return Module(name, Source(Path(path), path, text), ast.parse(text))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from dcim import models as m\nit = m.Device", {"dcim.models.Device"}),
        ("import dcim.models\nit = dcim.models.Device._meta", {"dcim.models.Device._meta"}),
        ("from dcim.models import Site, Rack\nfor it in [Site, Rack]: pass", {"dcim.models.Site", "dcim.models.Rack"}),
        ("from dcim.models import Site\nit = {'a': Site}['a']", {"dcim.models.Site"}),
        ("from django.apps import apps\nit = apps.get_model('dcim', 'Device')", {"dcim.models.Device"}),
        ("import sys\nit = sys.modules['netbox.settings']", {"netbox.settings"}),
        ("from dcim.models import Site\nit = getattr(Site, 'objects')", {"dcim.models.Site.objects"}),
        ("from dcim.models import Site\nit = list(Site.clone_fields)", {"dcim.models.Site.clone_fields.copy()"}),
        ("from a import X\nfrom b import Y\nit = X\nit = Y", {"b.Y"}),
        ("from a import X\nfrom b import Y\nit = X\nif Y: it = Y", {"a.X", "b.Y"}),
    ],
)
def test_what_a_name_stands_for(source: str, expected: set[str]) -> None:
    if source.endswith("Y"):  # two assignments: what counts is the use behind them
        source = source.replace("it = ", "found = ") + "\nit = found"

    assert paths(source) == expected


def test_a_parameter_is_what_other_modules_pass_for_it() -> None:
    source = """
        def returned(model):
            return model

        def made():
            return returned

        from .other import result as it
    """
    other = """
        from dcim.models import Device
        from .work import returned
        result = returned(Device)
    """

    assert paths(source, other=other) == {"dcim.models.Device"}


def test_a_question_that_leads_back_to_itself_is_answered_with_nothing() -> None:
    assert paths("from .other import it", other="from .work import it") == set()


def test_a_walk_notes_calls_stores_and_bindings() -> None:
    found = walk_module(ast.parse("import a\na.b = c()\nclass D:\n    def e(self): self.f = 1\n"), "x")

    assert len(found.calls) == 1
    assert len(found.stores) == 2
    assert set(found.scope.bindings) == {"a", "D"}
    assert set(found.classes[0].attributes) == {"f"}
