from itertools import chain

from django import forms
from django.db.models import F, Q
from django.template.loader import render_to_string

# What a widget's title says is saved with the dashboard, so it is translated here and now, as NetBox's own are.
from django.utils.translation import gettext as _
from extras.dashboard.utils import register_widget
from extras.dashboard.widgets import DashboardWidget, WidgetConfigForm

from .configuration import MAX_DAYS
from .expiry import filter_expiring
from .models import ContractAssignment, HardwareLifecycle, LicenseAssignment, SupportContract


def get_expiring(user, days, limit):
    """
    Return what expires within so many days and a user may view, the first to expire first.
    """
    querysets = (
        HardwareLifecycle.objects.select_related('device_type', 'module_type'),
        SupportContract.objects.all(),
        # Those that end with their contract are not named beside it.
        ContractAssignment.objects.filter(
            Q(contract__end_date=None) | Q(end_date__lt=F('contract__end_date'))
        ).prefetch_related(*ContractAssignment.NAMED_AFTER),
        LicenseAssignment.objects.prefetch_related(*LicenseAssignment.NAMED_AFTER),
    )
    found = (filter_expiring(queryset.restrict(user, 'view'), days)[:limit] for queryset in querysets)
    return sorted(chain.from_iterable(found), key=lambda instance: instance.last_day)[:limit]


@register_widget
class ExpiringWidget(DashboardWidget):
    default_title = _('Expiring soon')
    description = _('List the hardware, contracts and licences whose last day is near.')
    default_config = {'days': 90, 'limit': 10}
    template_name = 'netbox_kit_lifecycle/widgets/expiring.html'
    width = 6
    height = 4

    class ConfigForm(WidgetConfigForm):
        days = forms.IntegerField(
            min_value=0,
            max_value=MAX_DAYS,
            initial=90,
            label=_('Days'),
            help_text=_('How far to look ahead'),
        )
        limit = forms.IntegerField(
            min_value=1,
            max_value=50,
            initial=10,
            label=_('Limit'),
            help_text=_('How many objects to list'),
        )

    def render(self, request):
        # A dashboard may hold what is not for every user's eyes.
        expiring = get_expiring(request.user, self.config.get('days', 90), self.config.get('limit', 10))
        return render_to_string(self.template_name, {'objects': expiring})
