from __future__ import annotations

import keyword
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbox_plugin_kit.scaffold import names
from netbox_plugin_kit.scaffold.names import Refusal

BASES = ("netbox", "primary", "organizational", "nested")

Judgement = Callable[[str], Refusal | None]


def field_of(base: str) -> Judgement:
    return lambda name: names.field_name(name, base=base)


def one_model(name: str) -> Refusal | None:
    return dict(names.model_names([name])).get(name)


JUDGEMENTS: dict[str, Judgement] = {
    "distribution": names.distribution_name,
    "package": names.package_name,
    "model": one_model,
    "setting": names.setting_name,
    "choices": names.choice_set_name,
    "url": names.base_url,
    **{f"field of {base}": field_of(base) for base in BASES},
}
IDENTIFIERS = {name: judge for name, judge in JUDGEMENTS.items() if name not in {"distribution", "url"}}

# Any text, and texts that come near to what a name looks like or to what is taken.
NEAR = st.lists(
    st.sampled_from(
        [
            "a", "Z", "9", "_", "__", "-", "netbox", "core", "device", "Device", "DeviceType",
            "test", "Test", "tests", "Type", "Filter", "Choices", "class", "None", "id", "url", "start",
            "tags", "VLAN", "IP", "list", "access", "status", "analysis", "é", "ß", "s", "S",
        ]
    ),
    max_size=8,
).map("".join)  # fmt: skip
NAMES = st.one_of(st.text(max_size=80), NEAR, st.from_regex(r"[A-Za-z_-]{1,70}", fullmatch=True))


def refused(judge: Judgement, name: str) -> Refusal:
    refusal = judge(name)
    assert refusal is not None, name
    return refusal


@pytest.mark.parametrize("judge", JUDGEMENTS.values(), ids=JUDGEMENTS)
@given(name=NAMES)
def test_any_text_is_judged_and_what_is_suggested_is_accepted(judge: Judgement, name: str) -> None:
    refusal = judge(name)

    if refusal is not None:
        assert refusal.reason
        assert refusal.reason.isprintable()
        assert judge(refusal.suggestion) is None


@pytest.mark.parametrize("judge", IDENTIFIERS.values(), ids=IDENTIFIERS)
@given(name=NAMES)
def test_what_is_accepted_is_an_ascii_identifier(judge: Judgement, name: str) -> None:
    if judge(name) is None:
        assert name.isascii()
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        compile(f"{name} = None", "names", "exec")


@given(given_names=st.lists(NAMES, max_size=6))
@settings(max_examples=200)
def test_a_suggested_model_is_accepted_among_the_others_and_refuses_none_of_them(given_names: list[str]) -> None:
    before = [name for name, _ in names.model_names(given_names)]
    for name, refusal in names.model_names(given_names):
        if not refusal.suggestion or given_names.count(name) > 1:
            continue
        mended = [refusal.suggestion if other == name else other for other in given_names]
        after = [other for other, _ in names.model_names(mended)]
        assert refusal.suggestion not in after
        assert set(after) <= set(before)


@pytest.mark.parametrize(
    ("name", "reason", "suggestion"),
    [
        ("", "a package needs a name", "netbox_my_plugin"),
        ("core", "`core` is a package of NetBox's own", "netbox_core"),
        ("netbox", "`netbox` is a package of NetBox's own", "netbox_my_plugin"),
        ("auth", "`auth` is the label of one of NetBox's Django apps", "netbox_auth"),
        ("taggit", "`taggit` is a package that is installed with NetBox", "netbox_taggit"),
        ("json", "`json` is a module of Python's standard library", "netbox_json"),
        ("annotationlib", "`annotationlib` is a module of Python's standard library", "netbox_annotationlib"),
        ("class", "`class` is a word of Python's", "netbox_class"),
        ("none", "`none` is a word of Python's", "netbox_none"),
        ("plugins", "`plugins` means something else in NetBox or Django", "netbox_plugins"),
        ("validity", "`validity` is a plugin that is published already", "netbox_validity"),
        ("netbox_plugin_kit", "`netbox_plugin_kit` is a package of this kit", "netbox_my_plugin_kit"),
        ("access_tests", "`access_tests` looks like tests, and test runners would collect it", "access"),
        ("AccessLists", "`AccessLists` is not in snake_case", "access_lists"),
        ("_lists", "`_lists`: `_` can neither be at an end nor twice in a row", "lists"),
        ("4lists", "`4lists` starts with a digit", "lists"),
        ("zugriffsübersicht", "`zugriffsübersicht` is not made of ASCII letters, digits and `_`", "zugriffsubersicht"),
        ("a" * 33, f"`{'a' * 33}` is longer than 32 characters", "a" * 20),
    ],
)
def test_a_package_is_refused_with_a_reason_and_a_suggestion(name: str, reason: str, suggestion: str) -> None:
    assert names.package_name(name) == Refusal(reason, suggestion)


@pytest.mark.parametrize(
    ("name", "reason", "suggestion"),
    [
        ("Access_Lists", "the package index would call `Access_Lists` `access-lists`", "access-lists"),
        ("access lists", "`access lists` is no name of a project", "access-lists"),
        ("netbox-secrets", "`netbox-secrets` is a plugin that is published already", "netbox-my-secrets"),
        ("djangorestframework", "is a project that is installed with NetBox", "netbox-djangorestframework"),
        (
            "json",
            "`json` is a module of Python's standard library, whose names the package index refuses",
            "netbox-json",
        ),
    ],
)
def test_a_project_is_refused_with_a_reason_and_a_suggestion(name: str, reason: str, suggestion: str) -> None:
    refusal = refused(names.distribution_name, name)

    assert reason in refusal.reason
    assert refusal.suggestion == suggestion


@pytest.mark.parametrize("name", ["netbox_access_lists", "access_lists", "netbox_qos", "match"])
def test_usual_packages_are_accepted(name: str) -> None:
    assert names.package_name(name) is None
    assert names.distribution_name(names.kebab(name)) is None


@pytest.mark.parametrize(
    "name", ["id", "pk", "tags", "created", "last_updated", "custom_fields", "cf", "journal_entries", "objects", "save"]
)
@pytest.mark.parametrize("base", BASES)
def test_no_field_has_the_name_of_something_that_every_model_has(name: str, base: str) -> None:
    assert "is a field, attribute or method that every" in refused(field_of(base), name).reason


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("status", BASES),
        ("type", BASES),
        ("comments", ("netbox",)),
        ("owner", ("netbox",)),
        ("name", ("netbox", "primary")),
        ("slug", ("netbox", "primary")),
        ("parent", ("netbox", "primary", "organizational")),
        ("lft", ("netbox", "primary", "organizational")),
    ],
)
def test_what_only_some_bases_have_is_refused_with_those(name: str, bases: Sequence[str]) -> None:
    assert tuple(base for base in BASES if names.field_name(name, base=base) is None) == bases


@pytest.mark.parametrize(
    ("name", "reason", "suggestion"),
    [
        ("url", "`url` is what NetBox's NetBoxModelSerializer has under that name", "link"),
        ("q", "`q` is what NetBox's NetBoxModelFilterSet has under that name", "query"),
        ("contacts", "`contacts` is what NetBox's ContactsMixin gives a model", "people"),
        ("limit", "`limit` is a query parameter of NetBox's own, so that nothing could be filtered by it", "maximum"),
        ("property", "`property` would hide what the rest of the model's class needs", "property_value"),
        ("import", "`import` is a word of Python's", "import_value"),
        ("access__list", "`_` can neither be at an end nor twice in a row", "access_list"),
        ("list_", "`_` can neither be at an end nor twice in a row", "list_value"),
    ],
)
def test_a_field_is_refused_with_a_reason_and_a_suggestion(name: str, reason: str, suggestion: str) -> None:
    refusal = refused(field_of("netbox"), name)

    assert reason in refusal.reason
    assert refusal.suggestion == suggestion


@pytest.mark.parametrize(
    ("given_names", "name", "reason", "suggestion"),
    [
        (
            ["Device"],
            "Device",
            "`Device` is a model of NetBox's own, with the GraphQL type `DeviceType`",
            "DeviceRecord",
        ),
        (["CableTerminationTermination"], "CableTerminationTermination", "GraphQL schema has a type", None),
        (["IntegerRange"], "IntegerRange", "REST API has a component `IntegerRange`", "IntegerRangeRecord"),
        (["Q"], "Q", "`Q` is what a models.py imports under that name", "QRecord"),
        (["Warning"], "Warning", "`Warning` is a builtin of Python's", "WarningRecord"),
        (["TestResult"], "TestResult", "`TestResult` looks like a test", "ResultTest"),
        (["access_list"], "access_list", "is not made of ASCII letters and digits", "AccessList"),
        (["List", "list"], "list", "`list` is not in CapWords", "ListRecord"),
        (["Rule", "Rule"], "Rule", "`Rule` is there twice", "RuleRecord"),
        (["AclRule", "ACLRule"], "ACLRule", "Django does not tell `ACLRule` from `AclRule`", "ACLRuleRecord"),
        (["Policy", "Policies"], "Policies", "would both be at `policies/`", "PoliciesRecord"),
        (["Status", "Statuses"], "Statuses", "would both be at `statuses/`", "StatusesRecord"),
        (["Thing", "ThingTable"], "ThingTable", "is a class that is generated for `Thing`, too", "ThingTableRecord"),
        (["ThingForm", "Thing"], "ThingForm", "is a class that is generated for `Thing`, too", "ThingFormRecord"),
        (["Thing", "ThingBulkEdit"], "ThingBulkEdit", "`ThingBulkEditForm` is a class", "ThingBulkEditRecord"),
        (["A" + "b" * 30], "A" + "b" * 30, "is longer than 30 characters", "A" + "b" * 23 + "Record"),
    ],
)
def test_a_model_is_refused_with_a_reason_and_a_suggestion(
    given_names: list[str], name: str, reason: str, suggestion: str | None
) -> None:
    ((found, refusal),) = names.model_names(given_names)

    assert found == name
    assert reason in refusal.reason
    assert suggestion is None or refusal.suggestion == suggestion


@pytest.mark.parametrize("suffix", ["Filter", "FilterSet", "Table", "Form", "Serializer", "View", "Index"])
def test_no_model_has_the_name_of_another_ones_class(suffix: str) -> None:
    assert [name for name, _ in names.model_names(["Thing", f"Thing{suffix}", "Other"])] == [f"Thing{suffix}"]


def test_usual_models_are_accepted_together() -> None:
    assert list(names.model_names(["AccessList", "AccessListRule", "AccessListAssignment", "ComplianceTest"])) == []


def test_table_names_are_not_cut() -> None:
    package = next(text for length in range(63, 0, -1) if names.package_name(text := "a" * length) is None)
    model = next(text for length in range(63, 0, -1) if one_model(text := "A" + "b" * length) is None)

    assert len(f"{package}_{model.lower()}") == 63


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("installed-plugins", "my-installed-plugins"), ("Access/Lists", "access-lists"), ("", "my-plugin")],
)
def test_paths_of_netbox_are_refused(name: str, suggestion: str) -> None:
    assert refused(names.base_url, name).suggestion == suggestion


@pytest.mark.parametrize("name", ["access-lists", "netbox_access_lists", "api", "x2"])
def test_other_paths_are_accepted(name: str) -> None:
    assert names.base_url(name) is None


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("DeviceStatusChoices", "DeviceStatusValueChoices"), ("AccessAction", "AccessActionChoices"), ("Choices", None)],
)
def test_choice_sets_of_netbox_are_refused(name: str, suggestion: str | None) -> None:
    assert suggestion in {None, refused(names.choice_set_name, name).suggestion}


def test_a_setting_is_a_word_in_lower_case() -> None:
    assert names.setting_name("top_level_menu") is None
    assert refused(names.setting_name, "TOP_LEVEL_MENU").suggestion == "top_level_menu"
