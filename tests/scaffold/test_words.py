from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbox_plugin_kit.scaffold.names import class_name, human, kebab, plural, snake, words

WORD = st.from_regex(r"[a-z]{2,8}", fullmatch=True)
PHRASE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("name", "in_words"),
    [
        ("AccessList", "access list"),
        ("access_list", "access list"),
        ("access-list", "access list"),
        ("Access list", "access list"),
        ("IPAddress", "IP address"),
        ("ip_address", "IP address"),
        ("VLANGroup", "VLAN group"),
        ("IPv4Address", "IPv4 address"),
        ("L2VPNTermination", "L2VPN termination"),
        ("l2vpn_termination", "L2VPN termination"),
        ("ipv4_address", "IPv4 address"),
        ("netbox_acls", "netbox ACLs"),
        ("Port2", "port2"),
        ("Zugriffsübersicht", "zugriffsubersicht"),
        ("", ""),
    ],
)
def test_words_of_a_name(name: str, in_words: str) -> None:
    assert human(name) == in_words
    assert words(name) == tuple(in_words.split())


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("access list", ("AccessList", "access_list", "access-list")),
        ("IPAddress", ("IPAddress", "ip_address", "ip-address")),
        ("vlan_group", ("VLANGroup", "vlan_group", "vlan-group")),
    ],
)
def test_spellings(name: str, spellings: tuple[str, str, str]) -> None:
    assert (class_name(name), snake(name), kebab(name)) == spellings


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("list", "lists"), ("policy", "policies"), ("status", "statuses"), ("box", "boxes"), ("key", "keys"),
        ("analysis", "analyses"), ("chassis", "chassis"), ("series", "series"), ("alias", "aliases"),
        ("switch", "switches"), ("bus", "buses"), ("access", "accesses"), ("area", "areas"), ("index", "indexes"),
        ("VLAN", "VLANs"), ("OS", "OSes"), ("menu", "menus"), ("person", "people"), ("prefix", "prefixes"),
    ],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
    assert plural(many) == many
    assert plural(f"access {one}") == f"access {many}"
    assert plural(f"access_{one}") == f"access_{many}"


def test_a_plural_keeps_the_spelling() -> None:
    assert plural("AccessPolicy") == "AccessPolicies"
    assert plural("IP address") == "IP addresses"
    assert plural("Person") == "People"
    assert plural("") == ""


@given(text=st.text(max_size=40))
def test_every_text_has_its_spellings_and_each_is_its_own(text: str) -> None:
    assert snake(snake(text)) == snake(text)
    assert kebab(kebab(text)) == kebab(text)
    assert words(human(text)) == words(text)
    assert plural(text) == plural(text)


@given(phrase=PHRASE)
def test_spellings_of_words_agree(phrase: str) -> None:
    assert snake(kebab(phrase)) == snake(phrase)
    assert kebab(snake(phrase)) == kebab(phrase)
    assert class_name(snake(phrase)) == class_name(phrase)
    assert class_name(class_name(phrase)) == class_name(phrase)
