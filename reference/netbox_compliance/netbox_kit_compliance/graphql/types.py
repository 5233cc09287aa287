from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.types import NetBoxObjectType, PrimaryObjectType

from .. import models
from .filters import ComplianceReportFilter, ComplianceSelectorFilter, ComplianceTestFilter, ComplianceTestResultFilter

if TYPE_CHECKING:
    from core.graphql.types import DataFileType
    from dcim.graphql.types import DeviceRoleType, DeviceType, PlatformType, SiteType
    from extras.graphql.types import TagType

__all__ = (
    'ComplianceReportType',
    'ComplianceSelectorType',
    'ComplianceTestType',
    'ComplianceTestResultType',
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.ComplianceSelector,
    fields='__all__',
    filters=ComplianceSelectorFilter,
    pagination=True,
)
class ComplianceSelectorType(PrimaryObjectType):
    sites: list[Annotated['SiteType', strawberry.lazy('dcim.graphql.types')]]
    roles: list[Annotated['DeviceRoleType', strawberry.lazy('dcim.graphql.types')]]
    platforms: list[Annotated['PlatformType', strawberry.lazy('dcim.graphql.types')]]
    device_tags: list[Annotated['TagType', strawberry.lazy('extras.graphql.types')]]
    tests: list[Annotated['ComplianceTestType', strawberry.lazy('netbox_kit_compliance.graphql.types')]]


@strawberry_django.type(
    models.ComplianceTest,
    fields='__all__',
    filters=ComplianceTestFilter,
    pagination=True,
)
class ComplianceTestType(PrimaryObjectType):
    selectors: list[Annotated['ComplianceSelectorType', strawberry.lazy('netbox_kit_compliance.graphql.types')]]
    source_file: Annotated['DataFileType', strawberry.lazy('core.graphql.types')] | None
    results: list[Annotated['ComplianceTestResultType', strawberry.lazy('netbox_kit_compliance.graphql.types')]]


@strawberry_django.type(
    models.ComplianceReport,
    fields='__all__',
    filters=ComplianceReportFilter,
    pagination=True,
)
class ComplianceReportType(NetBoxObjectType):
    results: list[Annotated['ComplianceTestResultType', strawberry.lazy('netbox_kit_compliance.graphql.types')]]


@strawberry_django.type(
    models.ComplianceTestResult,
    fields='__all__',
    filters=ComplianceTestResultFilter,
    pagination=True,
)
class ComplianceTestResultType(NetBoxObjectType):
    report: Annotated['ComplianceReportType', strawberry.lazy('netbox_kit_compliance.graphql.types')] | None
    test: Annotated['ComplianceTestType', strawberry.lazy('netbox_kit_compliance.graphql.types')] | None
    device: Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')] | None
