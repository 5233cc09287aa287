"""
A report beside an earlier one.
"""

from django.utils.translation import gettext_lazy as _
from netbox.views import generic
from utilities.views import ViewTab, register_model_view

from .. import forms
from ..comparison import compare, get_earlier_reports
from ..models import ComplianceReport, ComplianceTestResult

__all__ = ('ComplianceReportCompareView',)

# How many changes are listed
LIMIT = 500


@register_model_view(ComplianceReport, 'compare')
class ComplianceReportCompareView(generic.ObjectView):
    """
    What has changed since an earlier report: the one that is asked for, or the last one.
    """

    queryset = ComplianceReport.objects.all()
    # A report is neither edited nor cloned; its own page deletes it.
    actions = ()
    template_name = 'netbox_kit_compliance/compliancereport_compare.html'
    tab = ViewTab(
        label=_('Comparison'),
        permission='netbox_kit_compliance.view_compliancetestresult',
        weight=600,
    )

    def get_extra_context(self, request, instance):
        earlier = get_earlier_reports(instance, ComplianceReport.objects.restrict(request.user, 'view'))
        form = forms.ComparisonForm(request.GET, reports=earlier)
        before = (form.is_valid() and form.cleaned_data['with']) or earlier.first()
        context = {'form': form, 'before': before, 'counts': [], 'changes': [], 'limit': LIMIT}
        if before:
            visible = ComplianceTestResult.objects.restrict(request.user, 'view')
            context['counts'], context['changes'] = compare(before, instance, visible, LIMIT)
        context['total'] = sum(count for _kind, count in context['counts'])
        return context
