from django import forms
from django.template.loader import render_to_string

# What a widget's title says is saved with the dashboard, so it is translated here and now, as NetBox's own are.
from django.utils.translation import gettext as _
from extras.dashboard.utils import register_widget
from extras.dashboard.widgets import DashboardWidget, WidgetConfigForm

from .models import Exhibit
from .preferences import preferred


@register_widget
class NewestExhibitWidget(DashboardWidget):
    default_title = _('Newest exhibits')
    description = _('List the exhibits that were added last.')
    default_config = {'limit': 5}
    template_name = 'netbox_kit_showcase/widgets/newest.html'

    class ConfigForm(WidgetConfigForm):
        limit = forms.IntegerField(
            min_value=1,
            max_value=50,
            initial=5,
            label=_('Limit'),
            help_text=_('How many objects to list'),
        )

    def render(self, request):
        # A dashboard may hold what is not for every user's eyes.
        queryset = Exhibit.objects.restrict(request.user, 'view')
        queryset = queryset.order_by(f'-{preferred(request.user, "newest_by")}')
        return render_to_string(self.template_name, {'objects': queryset[: self.config.get('limit', 5)]})
