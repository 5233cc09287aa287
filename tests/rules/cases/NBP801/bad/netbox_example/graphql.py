import strawberry
import strawberry_django as sd
from core.graphql.mixins import ChangelogMixin
from dcim.models import Site
from strawberry_django import type as type_of

from . import models


@sd.type(models.Probe, fields="__all__")
class ProbeType:  # expect: NBP801
    pass


class Named(ChangelogMixin):
    @strawberry.field
    def label(self) -> str:
        return self.name.upper()


@type_of(Site, fields=["id", "name"])
class SmallSiteType(Named):  # expect: NBP801
    pass


@strawberry.type(name="Query")
class ExampleQuery:
    probe_list: list[ProbeType] = sd.field()


schema = [ExampleQuery]
