import strawberry
from dcim.choices import DeviceStatusChoices

from .. import choices

__all__ = (
    'ComplianceSelectorStatusEnum',
    'ComplianceTestSeverityEnum',
)

# The choices are core's, the name is not: NetBox 4.5.0 makes another filter of core's own, and two of one name are refused.
ComplianceSelectorStatusEnum = strawberry.enum(
    DeviceStatusChoices.as_enum('ComplianceSelectorStatusEnum', prefix='status')
)
ComplianceTestSeverityEnum = strawberry.enum(choices.ComplianceTestSeverityChoices.as_enum(prefix='severity'))
