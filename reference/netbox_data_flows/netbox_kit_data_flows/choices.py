from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = (
    'DataFlowProtocolChoices',
    'DataFlowStatusChoices',
    'FlowGroupStatusChoices',
)


class FlowGroupStatusChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'FlowGroup.status'

    STATUS_ACTIVE = 'active'
    STATUS_DISABLED = 'disabled'

    CHOICES = [
        (STATUS_ACTIVE, _('Active'), 'green'),
        (STATUS_DISABLED, _('Disabled'), 'gray'),
    ]


class DataFlowStatusChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'DataFlow.status'

    STATUS_ACTIVE = 'active'
    STATUS_DISABLED = 'disabled'

    CHOICES = [
        (STATUS_ACTIVE, _('Active'), 'green'),
        (STATUS_DISABLED, _('Disabled'), 'gray'),
    ]


class DataFlowProtocolChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'DataFlow.protocol'

    PROTOCOL_ANY = 'any'
    PROTOCOL_TCP = 'tcp'
    PROTOCOL_UDP = 'udp'
    PROTOCOL_SCTP = 'sctp'
    PROTOCOL_ICMP = 'icmp'
    PROTOCOL_ESP = 'esp'

    CHOICES = [
        (PROTOCOL_ANY, _('Any'), 'gray'),
        (PROTOCOL_TCP, _('TCP'), 'blue'),
        (PROTOCOL_UDP, _('UDP'), 'cyan'),
        (PROTOCOL_SCTP, _('SCTP'), 'teal'),
        (PROTOCOL_ICMP, _('ICMP'), 'orange'),
        (PROTOCOL_ESP, _('ESP'), 'purple'),
    ]
