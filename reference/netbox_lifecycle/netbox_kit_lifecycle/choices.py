from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = ('ExpiryChoices',)


class ExpiryChoices(ChoiceSet):
    LASTING = 'lasting'
    EXPIRING = 'expiring'
    EXPIRED = 'expired'
    UNKNOWN = 'unknown'

    CHOICES = [
        (LASTING, _('Lasting'), 'green'),
        (EXPIRING, _('Expiring'), 'orange'),
        (EXPIRED, _('Expired'), 'red'),
        (UNKNOWN, _('Unknown'), 'gray'),
    ]
