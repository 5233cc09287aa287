from dcim.models import Device
from django import forms
from django.utils.translation import gettext_lazy as _
from utilities.forms.fields import DynamicModelMultipleChoiceField

from ..models import ComplianceTest

__all__ = ('ComparisonForm', 'RunForm')


class RunForm(forms.Form):
    """
    What to run. Nobody is offered, or can send, a test that may not be run or a device that may not be seen.
    """

    tests = DynamicModelMultipleChoiceField(
        label=_('Tests'),
        queryset=ComplianceTest.objects.filter(enabled=True),
        query_params={'enabled': True},
        required=False,
        help_text=_('All that are enabled, unless some are chosen'),
    )
    devices = DynamicModelMultipleChoiceField(
        label=_('Devices'),
        queryset=Device.objects.all(),
        required=False,
        help_text=_('All that the tests are for, unless some are chosen'),
    )
    title = forms.CharField(
        label=_('Title'), max_length=100, required=False, help_text=_('Such as "before the upgrade"')
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        # NetBox's fields forget all that was not chosen.
        self.runnable = self.fields['tests'].queryset.restrict(user, 'run')
        self.fields['tests'].queryset = self.runnable
        self.fields['devices'].queryset = self.fields['devices'].queryset.restrict(user, 'view')

    def get_tests(self):
        return self.cleaned_data['tests'] or self.runnable

    def get_devices(self):
        return self.cleaned_data['devices'] or None

    def clean(self):
        super().clean()
        if not self.errors and not self.get_tests():
            raise forms.ValidationError(_('There is no test that is enabled and that you may run.'))


class ComparisonForm(forms.Form):
    def __init__(self, *args, reports, **kwargs):
        super().__init__(*args, **kwargs)
        # A word that Python keeps for itself, but the right one in an address
        self.fields['with'] = forms.ModelChoiceField(queryset=reports, required=False)
