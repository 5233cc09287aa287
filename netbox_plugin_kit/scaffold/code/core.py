"""Where NetBox keeps what belongs to a model of its own: serializers and GraphQL types, by their names.

The names follow from the model's, on every release from 4.3.0 to 4.7.3, but for the models below, which have none.
"""

from __future__ import annotations

from netbox_plugin_kit.scaffold.kinds import Reference

__all__ = ["graphql_filter", "graphql_module", "graphql_type", "serializer"]

_NO_SERIALIZER = {
    "core.AutoSyncRecord", "core.ConfigRevision", "core.ManagedFile", "core.ObjectType", "dcim.PortMapping",
    "dcim.PortTemplateMapping", "extras.CachedValue", "extras.ScriptModule", "tenancy.ContactGroupMembership",
    "users.UserConfig",
}  # fmt: skip
_NO_GRAPHQL_TYPE = {
    "core.AutoSyncRecord", "core.ConfigRevision", "core.Job", "core.ManagedFile", "core.ObjectType", "dcim.CablePath",
    "dcim.PortMapping", "dcim.PortTemplateMapping", "extras.Bookmark", "extras.CachedValue", "extras.Dashboard",
    "extras.Script", "extras.ScriptModule", "extras.TaggedItem", "tenancy.ContactGroupMembership",
    "users.ObjectPermission", "users.Token", "users.UserConfig",
}  # fmt: skip
_NO_GRAPHQL_FILTER = _NO_GRAPHQL_TYPE | {"extras.Notification", "extras.Subscription"}


def serializer(to: Reference) -> str:
    """The name of a model's serializer in `<app>.api.serializers`; empty when there is none."""
    return "" if to.dotted in _NO_SERIALIZER else f"{to.model}Serializer"


def graphql_type(to: Reference) -> str:
    """The name of a model's GraphQL type in `<app>.graphql.types`; empty when there is none."""
    return "" if to.dotted in _NO_GRAPHQL_TYPE else f"{to.model}Type"


def graphql_filter(to: Reference) -> str:
    """The name of a model's GraphQL filter in `<app>.graphql.filters`; empty when there is none."""
    return "" if to.dotted in _NO_GRAPHQL_FILTER else f"{to.model}Filter"


def graphql_module(to: Reference, module: str) -> str:
    """The module of an app's GraphQL package: `dcim.graphql.types`."""
    return f"{to.app}.graphql.{module}"
