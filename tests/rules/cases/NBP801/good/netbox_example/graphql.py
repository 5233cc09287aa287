import strawberry
import strawberry_django
from netbox.graphql.types import BaseObjectType, NetBoxObjectType
from somewhere.graphql import AuditedType

from . import models


@strawberry_django.type(models.Probe, fields="__all__")
class ProbeType(NetBoxObjectType):
    pass


class Restricting:
    @classmethod
    def get_queryset(cls, queryset, info, **kwargs):
        return queryset.restrict(info.context.request.user, "view")


@strawberry_django.type(models.Probe, fields=["id"])
class SmallProbeType(Restricting):
    pass


@strawberry_django.type(models.Probe, fields=["name"])
class AuditedProbeType(AuditedType):
    pass


@strawberry_django.type(models.Setting, fields="__all__")
class SettingType:
    pass


@strawberry_django.input(models.Probe)
class ProbeInput:
    name: str


class Based(BaseObjectType):
    pass


@strawberry_django.type(models.Probe, fields=["tags"])
class TaggedProbeType(Based):
    pass


@strawberry.type(name="Query")
class ExampleQuery:
    probe_list: list[ProbeType] = strawberry_django.field()


schema = [ExampleQuery]
