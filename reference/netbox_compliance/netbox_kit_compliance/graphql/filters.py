import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filter_lookups import IntegerLookup, JSONFilter
from netbox.graphql.filters import NetBoxModelFilter, PrimaryModelFilter
from strawberry import ID
from strawberry_django import BaseFilterLookup, DatetimeFilterLookup, FilterLookup, filter_type

from .. import models
from .enums import ComplianceSelectorStatusEnum, ComplianceTestSeverityEnum

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from core.graphql.filters import DataFileFilter
    from dcim.graphql.filters import DeviceFilter, DeviceRoleFilter, PlatformFilter, SiteFilter
    from extras.graphql.filters import TagFilter

__all__ = (
    'ComplianceReportFilter',
    'ComplianceSelectorFilter',
    'ComplianceTestFilter',
    'ComplianceTestResultFilter',
)


@filter_type(models.ComplianceSelector, lookups=True)
class ComplianceSelectorFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    sites: Annotated['SiteFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    roles: Annotated['DeviceRoleFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    platforms: Annotated['PlatformFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    device_tags: Annotated['TagFilter', strawberry.lazy('extras.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    status: BaseFilterLookup[ComplianceSelectorStatusEnum] | None = strawberry_django.filter_field()


@filter_type(models.ComplianceTest, lookups=True)
class ComplianceTestFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    severity: BaseFilterLookup[ComplianceTestSeverityEnum] | None = strawberry_django.filter_field()
    enabled: BaseFilterLookup[bool] | None = strawberry_django.filter_field()
    selectors: (
        Annotated['ComplianceSelectorFilter', strawberry.lazy('netbox_kit_compliance.graphql.filters')] | None
    ) = strawberry_django.filter_field()
    expression: StrFilterLookup | None = strawberry_django.filter_field()
    source_file: Annotated['DataFileFilter', strawberry.lazy('core.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    source_file_id: ID | None = strawberry_django.filter_field()


@filter_type(models.ComplianceReport, lookups=True)
class ComplianceReportFilter(NetBoxModelFilter):
    title: StrFilterLookup | None = strawberry_django.filter_field()
    started: DatetimeFilterLookup[datetime.datetime] | None = strawberry_django.filter_field()
    finished: DatetimeFilterLookup[datetime.datetime] | None = strawberry_django.filter_field()
    devices: IntegerLookup | None = strawberry_django.filter_field()
    passed: IntegerLookup | None = strawberry_django.filter_field()
    failed: IntegerLookup | None = strawberry_django.filter_field()


@filter_type(models.ComplianceTestResult, lookups=True)
class ComplianceTestResultFilter(NetBoxModelFilter):
    report: Annotated['ComplianceReportFilter', strawberry.lazy('netbox_kit_compliance.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    report_id: ID | None = strawberry_django.filter_field()
    test: Annotated['ComplianceTestFilter', strawberry.lazy('netbox_kit_compliance.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    test_id: ID | None = strawberry_django.filter_field()
    device: Annotated['DeviceFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    device_id: ID | None = strawberry_django.filter_field()
    passed: BaseFilterLookup[bool] | None = strawberry_django.filter_field()
    explanation: JSONFilter | None = strawberry_django.filter_field()
