"""The models that relations lead to: how code calls them, imports them, and tells one of their objects from another."""

from __future__ import annotations

from collections.abc import Iterable

from netbox_plugin_kit.scaffold import words
from netbox_plugin_kit.scaffold.kinds import ForeignKey, Reference
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = ["class_name", "has_choices", "imports", "key", "label", "queryset", "tenancy", "title", "tree"]

_KEYS = {
    **dict.fromkeys(
        (
            "circuits.CircuitGroup", "circuits.CircuitType", "circuits.Provider", "circuits.VirtualCircuitType",
            "dcim.DeviceRole", "dcim.InventoryItemRole", "dcim.Location", "dcim.Manufacturer", "dcim.Platform",
            "dcim.RackRole", "dcim.Region", "dcim.Site", "dcim.SiteGroup", "ipam.RIR", "ipam.Role", "ipam.VLANGroup",
            "tenancy.ContactGroup", "tenancy.ContactRole", "tenancy.Tenant", "tenancy.TenantGroup",
            "virtualization.ClusterGroup", "virtualization.ClusterType", "vpn.L2VPN", "vpn.TunnelGroup",
            "wireless.WirelessLANGroup",
        ),
        ("slug", "name"),
    ),
    **dict.fromkeys(
        (
            "circuits.ProviderNetwork", "dcim.Device", "dcim.PowerPanel", "dcim.Rack", "dcim.VirtualChassis",
            "extras.ConfigTemplate", "ipam.RouteTarget", "ipam.VRF", "tenancy.Contact", "users.Group", "users.Owner",
            "virtualization.Cluster", "virtualization.VirtualMachine", "vpn.IKEPolicy", "vpn.IPSecProfile",
            "vpn.Tunnel",
        ),
        ("name", "name"),
    ),
    "circuits.Circuit": ("cid", "cid"),
    "dcim.DeviceType": ("slug", "model"),
    "dcim.ModuleType": ("model", "model"),
    "ipam.ASN": ("asn", "asn"),
    "users.User": ("username", "username"),
}  # fmt: skip
"""What people tell core's objects apart by: in the parameters of a list, and in a file that is imported.

Of models that are not here an object is found by its primary key alone.
"""

_TREES = {
    "dcim.DeviceRole": "4.3", "dcim.InventoryItem": "4.3", "dcim.InventoryItemTemplate": "4.3", "dcim.Location": "4.3",
    "dcim.ModuleBay": "4.3", "dcim.Platform": "4.4", "dcim.Region": "4.3", "dcim.SiteGroup": "4.3",
    "tenancy.ContactGroup": "4.3", "tenancy.TenantGroup": "4.3", "wireless.WirelessLANGroup": "4.3",
}  # fmt: skip
"""Core's hierarchies, and the minor since which each is one."""

_MODULES = {"auth": "django.contrib.auth.models", "contenttypes": "django.contrib.contenttypes.models"}


def class_name(to: Reference, spec: Spec) -> str:
    """What the generated code calls a model: by its own name, unless the plugin has a model of that name."""
    clash = not to.own and any(model.name == to.model for model in spec.models)
    return f"{words.class_name(to.app)}{to.model}" if clash else to.model


def imports(spec: Spec, *, models: str) -> list[str]:
    """The imports of all models, the plugin's and those of core it leads to; `models` is where the plugin's are."""
    lines = [f"from {models} import {model.name}" for model in spec.models]
    for to in spec.core_models:
        name = class_name(to, spec)
        alias = "" if name == to.model else f" as {name}"
        lines.append(f"from {_MODULES.get(to.app, f'{to.app}.models')} import {to.model}{alias}")
    return lines


def queryset(to: Reference, spec: Spec) -> str:
    """All objects of a model."""
    return f"{class_name(to, spec)}.objects.all()"


def label(to: Reference, spec: Spec) -> str:
    """What people call the model: `virtual machine`."""
    return spec.model(to.model).verbose_name if to.own else words.human(to.model)


def key(to: Reference, spec: Spec) -> tuple[str, str]:
    """The fields that tell objects apart in a list's parameters and in imported files; empty: the primary key."""
    if not to.own:
        return _KEYS.get(to.dotted, ("", ""))
    model = spec.model(to.model)
    named = "name" if _unique(model, "name") or model.base in {"organizational", "nested"} else ""
    return ("slug" if _unique(model, "slug") or model.base == "nested" else named), named


def _unique(model: Model, name: str) -> bool:
    return model.has(name) and model.field(name).unique


def tree(to: Reference, spec: Spec) -> bool:
    """Whether the model is a hierarchy on every release of the range, so that a filter can mean a whole branch."""
    if to.own:
        return spec.model(to.model).base == "nested"
    return to.dotted in _TREES and spec.netbox.since(_TREES[to.dotted])


def has_choices(targets: Iterable[Reference], spec: Spec) -> bool:
    """Whether forms can ask the REST API for the objects to choose from."""
    return spec.features.rest_api or not any(to.own for to in targets)


def tenancy(model: Model) -> bool:
    """Whether the model belongs to tenants as core's do, so that NetBox's mixins know all about it."""
    return any(
        isinstance(field, ForeignKey) and field.name == "tenant" and field.to.dotted == "tenancy.Tenant"
        and not field.required
        for field in model.fields
    )  # fmt: skip


def title(text: str) -> str:
    """As NetBox heads parts of a form: `Access List`."""
    return " ".join(words.capitalized(word) for word in text.split())
