"""
Pages from which tests are run.
"""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from netbox.views import generic
from utilities.forms import ConfirmationForm
from utilities.permissions import get_permission_for_model
from utilities.views import GetReturnURLMixin, ObjectPermissionRequiredMixin, register_model_view

from .. import forms
from ..jobs import start_run
from ..models import ComplianceTest

__all__ = ('ComplianceTestRunManyView', 'ComplianceTestRunView')


class RunMixin:
    queryset = ComplianceTest.objects.all()

    def get_required_permission(self):
        return get_permission_for_model(ComplianceTest, 'run')

    @staticmethod
    def start(request, tests, **options):
        report = start_run(request.user, tests, **options)
        messages.success(request, _('The run has begun.'))
        return redirect(report.get_absolute_url())


@register_model_view(ComplianceTest, 'run')
class ComplianceTestRunView(RunMixin, GetReturnURLMixin, generic.ObjectView):
    """
    Run one test on every device that it is for, after asking for confirmation.
    """

    template_name = 'netbox_kit_compliance/action.html'

    def get_extra_context(self, request, instance):
        return {
            'action': _('Run'),
            'form': ConfirmationForm(initial=request.GET),
            'return_url': self.get_return_url(request, instance),
        }

    def post(self, request, **kwargs):
        instance = self.get_object(**kwargs)
        if ConfirmationForm(request.POST).is_valid():
            return self.start(request, [instance])
        return redirect(self.get_return_url(request, instance))


@register_model_view(ComplianceTest, 'run_many', path='run', detail=False)
class ComplianceTestRunManyView(RunMixin, ObjectPermissionRequiredMixin, View):
    """
    Run several tests, on all devices or on some.
    """

    def get(self, request):
        return self.show(request, forms.RunForm(initial=request.GET, user=request.user))

    def post(self, request):
        form = forms.RunForm(request.POST, user=request.user)
        if not form.is_valid():
            return self.show(request, form)
        return self.start(request, form.get_tests(), devices=form.get_devices(), title=form.cleaned_data['title'])

    @staticmethod
    def show(request, form):
        return render(request, 'netbox_kit_compliance/run.html', {'form': form, 'model': ComplianceTest})
