from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = (
    'AssetStatusChoices',
    'KindChoices',
    'WarrantyChoices',
)


class AssetStatusChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'Asset.status'

    STATUS_STORED = 'stored'
    STATUS_USED = 'used'
    STATUS_RETIRED = 'retired'

    CHOICES = [
        (STATUS_STORED, _('Stored'), 'cyan'),
        (STATUS_USED, _('Used'), 'green'),
        (STATUS_RETIRED, _('Retired'), 'gray'),
    ]


class KindChoices(ChoiceSet):
    DEVICE = 'device'
    MODULE = 'module'
    ITEM = 'item'
    RACK = 'rack'

    CHOICES = [
        (DEVICE, _('Device')),
        (MODULE, _('Module')),
        (ITEM, _('Inventory item')),
        (RACK, _('Rack')),
    ]


class WarrantyChoices(ChoiceSet):
    VALID = 'valid'
    EXPIRING = 'expiring'
    EXPIRED = 'expired'
    UNKNOWN = 'unknown'

    CHOICES = [
        (VALID, _('Valid'), 'green'),
        (EXPIRING, _('Expiring'), 'orange'),
        (EXPIRED, _('Expired'), 'red'),
        (UNKNOWN, _('Unknown'), 'gray'),
    ]
