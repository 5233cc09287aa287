import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filter_lookups import FloatLookup, IntegerLookup, JSONFilter
from netbox.graphql.filters import (
    NestedGroupModelFilter,
    NetBoxModelFilter,
    OrganizationalModelFilter,
    PrimaryModelFilter,
)
from strawberry import ID
from strawberry_django import BaseFilterLookup, DateFilterLookup, DatetimeFilterLookup, FilterLookup, filter_type

from .. import models
from .enums import ExhibitStatusEnum

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from core.graphql.filters import ContentTypeFilter
    from dcim.graphql.filters import DeviceFilter, SiteFilter
    from tenancy.graphql.filters import TenantFilter

__all__ = (
    'ExhibitFilter',
    'ExhibitKindFilter',
    'HallFilter',
    'LabelFilter',
    'LoanFilter',
)


@filter_type(models.ExhibitKind, lookups=True)
class ExhibitKindFilter(OrganizationalModelFilter):
    color: StrFilterLookup | None = strawberry_django.filter_field()


@filter_type(models.Hall, lookups=True)
class HallFilter(NestedGroupModelFilter):
    parent: Annotated['HallFilter', strawberry.lazy('netbox_kit_showcase.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    capacity: IntegerLookup | None = strawberry_django.filter_field()


@filter_type(models.Exhibit, lookups=True)
class ExhibitFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    kind: Annotated['ExhibitKindFilter', strawberry.lazy('netbox_kit_showcase.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    kind_id: ID | None = strawberry_django.filter_field()
    hall: Annotated['HallFilter', strawberry.lazy('netbox_kit_showcase.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    hall_id: ID | None = strawberry_django.filter_field()
    site: Annotated['SiteFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    site_id: ID | None = strawberry_django.filter_field()
    devices: Annotated['DeviceFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    status: BaseFilterLookup[ExhibitStatusEnum] | None = strawberry_django.filter_field()
    opens: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    closes: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    price: FloatLookup | None = strawberry_django.filter_field()
    insured: BaseFilterLookup[bool] | None = strawberry_django.filter_field()
    website: StrFilterLookup | None = strawberry_django.filter_field()
    address: StrFilterLookup | None = strawberry_django.filter_field()
    facts: JSONFilter | None = strawberry_django.filter_field()
    story: StrFilterLookup | None = strawberry_django.filter_field()


@filter_type(models.Loan, lookups=True)
class LoanFilter(NetBoxModelFilter):
    exhibit: Annotated['ExhibitFilter', strawberry.lazy('netbox_kit_showcase.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    exhibit_id: ID | None = strawberry_django.filter_field()
    lender: Annotated['TenantFilter', strawberry.lazy('tenancy.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    lender_id: ID | None = strawberry_django.filter_field()
    returned: DatetimeFilterLookup[datetime.datetime] | None = strawberry_django.filter_field()


@filter_type(models.Label, lookups=True)
class LabelFilter(NetBoxModelFilter):
    subject_type: Annotated['ContentTypeFilter', strawberry.lazy('core.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    subject_id: ID | None = strawberry_django.filter_field()
    text: StrFilterLookup | None = strawberry_django.filter_field()
