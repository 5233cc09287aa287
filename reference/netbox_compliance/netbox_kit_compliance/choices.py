from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = ('ComplianceTestSeverityChoices',)


class ComplianceTestSeverityChoices(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = 'ComplianceTest.severity'

    SEVERITY_LOW = 'low'
    SEVERITY_MIDDLE = 'middle'
    SEVERITY_HIGH = 'high'

    CHOICES = [
        (SEVERITY_LOW, _('Low'), 'green'),
        (SEVERITY_MIDDLE, _('Middle'), 'yellow'),
        (SEVERITY_HIGH, _('High'), 'red'),
    ]
