"""What pages, views and content on core's pages are made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from netbox_plugin_kit.scaffold.code import content, pages, views
from netbox_plugin_kit.scaffold.reading import read_spec
from netbox_plugin_kit.scaffold.spec import Spec

SPECS = Path(__file__).parents[1] / "specs"


@pytest.fixture(scope="module")
def contracts() -> Spec:
    return read_spec(yaml.safe_load((SPECS / "contracts.yaml").read_text(encoding="utf-8")))


def plugin(netbox: str = "4.5", features: dict[str, bool] | None = None, **models: Any) -> Spec:
    models = models or {"Thing": {"fields": {"name": {"type": "char"}}}}
    return read_spec({"name": "netbox-things", "models": models, "netbox": {"min": netbox}, "features": features or {}})


def test_square_brackets_become_those_of_django() -> None:
    assert pages.django("[% if a %][[ a|placeholder ]][# b #][% endif %]") == (
        "{% if a %}{{ a|placeholder }}{# b #}{% endif %}"
    )


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("number", "[[ object.number|placeholder ]]"),
        ("vendor", "[[ object.vendor|linkify|placeholder ]]"),
        ("status", "[% badge object.get_status_display bg_color=object.get_status_color %]"),
        ("end_date", "[[ object.end_date|isodate|placeholder ]]"),
    ],
)
def test_values_are_shown_as_netbox_shows_them(contracts: Spec, field: str, shown: str) -> None:
    assert pages.value(contracts.model("Contract").field(field)) == shown


def test_an_optional_choice_has_no_empty_badge(contracts: Spec) -> None:
    shown = pages.value(contracts.model("Contract").field("currency"))
    assert shown.startswith("[% if object.currency %][% badge")
    assert shown.endswith("[[ ''|placeholder ]][% endif %]")


@pytest.mark.parametrize(
    ("model", "field", "source"),
    [
        ("Vendor", "preferred", "attrs.BooleanAttr('preferred', label=_('Preferred'))"),
        ("Contract", "vendor", "attrs.RelatedObjectAttr('vendor', label=_('Vendor'), linkify=True)"),
        ("Contract", "department", "attrs.NestedObjectAttr('department', label=_('Department'), linkify=True)"),
        ("CoveredObject", "covered", "attrs.GenericForeignKeyAttr('covered', label=_('Covered'), linkify=True)"),
    ],
)
def test_panels_have_the_attribute_that_fits(contracts: Spec, model: str, field: str, source: str) -> None:
    assert pages.attribute(contracts.model(model).field(field), contracts) == source


def test_the_header_has_the_owner_and_cards_have_json_and_markdown(contracts: Spec) -> None:
    plain, data, texts = pages.parts(contracts.model("Contract"))
    assert [field.name for field in data] == ["parameters"]
    assert [field.name for field in texts] == ["notes", "comments"]
    assert not {"owner", "notes", "parameters"} & {field.name for field in plain}


def test_what_has_a_tab_is_not_listed_on_the_page_too(contracts: Spec) -> None:
    listed = [(other.name, field.name) for other, field in pages.children(contracts.model("Contract"), contracts)]
    assert listed == [("Renewal", "successor")]


def test_lists_are_netboxs_own_where_nothing_is_switched_off() -> None:
    spec = plugin()
    assert views.list_actions(spec.models[0], spec) == ()


def test_lists_offer_only_what_there_is() -> None:
    spec = plugin(features={"export": False, "bulk_edit": False})
    assert views.list_actions(spec.models[0], spec) == ("AddObject", "BulkImport", "BulkRename", "BulkDelete")
    assert views.list_mapping(spec) == {"add": {"add"}, "bulk_import": {"add"}, "bulk_delete": {"delete"}}


def test_another_text_than_the_name_can_be_renamed_since_4_4() -> None:
    model = {"fields": {"code": {"type": "char"}}}
    old, new = plugin("4.3", Thing=model), plugin("4.4", Thing=model)
    assert views.rename_field(old.models[0], old) is None
    assert views.rename_field(new.models[0], new) == "code"


def test_nothing_to_rename_is_no_button() -> None:
    spec = plugin(Thing={"fields": {"size": {"type": "integer"}}})
    assert "BulkRename" not in views.list_actions(spec.models[0], spec)


def test_tabs_on_core_pages_carry_the_plugins_name(contracts: Spec) -> None:
    (tab,) = (tab for tab in contracts.tabs if tab.to.dotted == "dcim.Site")
    assert views.tab_class(tab, contracts) == "SiteContractsView"
    assert views.tab_name(tab, contracts) == "netbox_contracts_contracts"
    assert views.tab_path(tab, contracts) == "contracts/contracts"


def test_a_tab_does_not_take_the_name_of_netboxs_own() -> None:
    owner = {"type": "foreign-key", "to": "Thing", "tab": True}
    spec = plugin(Thing={"fields": {"name": {"type": "char"}}}, Contact={"fields": {"thing": owner}})
    assert views.tab_name(spec.tabs[0], spec) == "contacts_tab"


def test_two_tabs_of_one_model_differ() -> None:
    thing = {"type": "foreign-key", "to": "Thing", "tab": True}
    link = {"left": {**thing, "related_name": "a"}, "right": {**thing, "related_name": "b"}}
    spec = plugin(Thing={"fields": {"name": {"type": "char"}}}, Link={"fields": link})
    assert {views.tab_name(tab, spec) for tab in spec.tabs} == {"links_by_left", "links_by_right"}
    assert {views.tab_class(tab, spec) for tab in spec.tabs} == {"ThingLinksByLeftView", "ThingLinksByRightView"}


def test_an_action_sets_choices_by_their_constants(contracts: Spec) -> None:
    model = contracts.model("Contract")
    assert views.action_assignments(model.actions[0], model) == [
        "instance.status = ContractStatusChoices.STATUS_SIGNED"
    ]


def test_content_knows_what_leads_to_the_page(contracts: Spec) -> None:
    site, device, page = content.contents(contracts)
    assert (site.class_name, site.lookup) == ("SiteContractContent", "sites=self.context['object']")
    assert site.selects == [("site_id", "self.context['object'].pk")]
    assert "covered_type=" in device.lookup
    assert (page.models, page.shows) == ((), None)


def test_texts_may_have_quotes_in_tags() -> None:
    assert pages.quoted('The vendor\'s "own" & others') == '"The vendor\'s \\"own\\" & others"'
