from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = ('ExhibitStatusChoices',)


class ExhibitStatusChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'Exhibit.status'

    STATUS_PLANNED = 'planned'
    STATUS_SHOWN = 'shown'
    STATUS_STORED = 'stored'

    CHOICES = [
        (STATUS_PLANNED, _('Planned'), 'gray'),
        (STATUS_SHOWN, _('Shown'), 'green'),
        (STATUS_STORED, _('Stored'), 'orange'),
    ]
