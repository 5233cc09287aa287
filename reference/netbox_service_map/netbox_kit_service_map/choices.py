from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = (
    'ApplicationProtocolChoices',
    'BusinessServiceCriticalityChoices',
    'BusinessServiceStatusChoices',
    'ConfigItemRoleChoices',
    'PenetrationTestStatusChoices',
    'RelationConnectorChoices',
)


class BusinessServiceStatusChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'BusinessService.status'

    STATUS_PLANNED = 'planned'
    STATUS_ACTIVE = 'active'
    STATUS_DEPRECATED = 'deprecated'
    STATUS_RETIRED = 'retired'

    CHOICES = [
        (STATUS_PLANNED, _('Planned'), 'cyan'),
        (STATUS_ACTIVE, _('Active'), 'green'),
        (STATUS_DEPRECATED, _('Deprecated'), 'orange'),
        (STATUS_RETIRED, _('Retired'), 'gray'),
    ]


class BusinessServiceCriticalityChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'BusinessService.criticality'

    CRITICALITY_LOW = 'low'
    CRITICALITY_MEDIUM = 'medium'
    CRITICALITY_HIGH = 'high'
    CRITICALITY_CRITICAL = 'critical'

    CHOICES = [
        (CRITICALITY_LOW, _('Low'), 'gray'),
        (CRITICALITY_MEDIUM, _('Medium'), 'blue'),
        (CRITICALITY_HIGH, _('High'), 'orange'),
        (CRITICALITY_CRITICAL, _('Critical'), 'red'),
    ]


class ApplicationProtocolChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'Application.protocol'

    PROTOCOL_TCP = 'tcp'
    PROTOCOL_UDP = 'udp'
    PROTOCOL_SCTP = 'sctp'

    CHOICES = [
        (PROTOCOL_TCP, _('TCP')),
        (PROTOCOL_UDP, _('UDP')),
        (PROTOCOL_SCTP, _('SCTP')),
    ]


class ConfigItemRoleChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'ConfigItem.role'

    ROLE_FRONTEND = 'frontend'
    ROLE_BACKEND = 'backend'
    ROLE_DATABASE = 'database'
    ROLE_NETWORK = 'network'
    ROLE_INFRASTRUCTURE = 'infrastructure'

    CHOICES = [
        (ROLE_FRONTEND, _('Frontend'), 'cyan'),
        (ROLE_BACKEND, _('Backend'), 'blue'),
        (ROLE_DATABASE, _('Database'), 'purple'),
        (ROLE_NETWORK, _('Network'), 'teal'),
        (ROLE_INFRASTRUCTURE, _('Infrastructure'), 'gray'),
    ]


class RelationConnectorChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'Relation.connector'

    CONNECTOR_SOLID = 'solid'
    CONNECTOR_DOTTED = 'dotted'
    CONNECTOR_THICK = 'thick'

    CHOICES = [
        (CONNECTOR_SOLID, _('Solid'), 'blue'),
        (CONNECTOR_DOTTED, _('Dotted'), 'gray'),
        (CONNECTOR_THICK, _('Thick'), 'orange'),
    ]


class PenetrationTestStatusChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'PenetrationTest.status'

    STATUS_PLANNED = 'planned'
    STATUS_RUNNING = 'running'
    STATUS_PASSED = 'passed'
    STATUS_FAILED = 'failed'

    CHOICES = [
        (STATUS_PLANNED, _('Planned'), 'cyan'),
        (STATUS_RUNNING, _('Running'), 'blue'),
        (STATUS_PASSED, _('Passed'), 'green'),
        (STATUS_FAILED, _('Failed'), 'red'),
    ]
