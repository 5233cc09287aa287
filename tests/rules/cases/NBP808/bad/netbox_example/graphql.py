import strawberry
from netbox.graphql.types import NetBoxObjectType
from strawberry_django import type as type_of

from .models import Probe


@type_of(Probe, fields="__all__")
class ProbeType(NetBoxObjectType):
    pass


@strawberry.type(name="Query")
class ExampleQuery:
    @strawberry.field
    def probe(self, id: int) -> ProbeType:
        return Probe.objects.get(pk=id)  # expect: NBP808


schema = [ExampleQuery]
