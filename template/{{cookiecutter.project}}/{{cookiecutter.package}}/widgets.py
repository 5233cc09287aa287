{% if plugin.features.dashboard_widget %}
{% set model = code.features.main(plugin) %}
from django import forms
from django.template.loader import render_to_string
# What a widget's title says is saved with the dashboard, so it is translated here and now, as NetBox's own are.
from django.utils.translation import gettext as _
from extras.dashboard.utils import register_widget
from extras.dashboard.widgets import DashboardWidget, WidgetConfigForm
{% if model %}

from .models import {{ model.name }}
{% if plugin.features.user_preferences %}
from .preferences import preferred
{% endif %}


@register_widget
class Newest{{ model.name }}Widget(DashboardWidget):
    default_title = _({{ ('Newest ' ~ model.verbose_name_plural) | repr }})
    description = _({{ ('List the ' ~ model.verbose_name_plural ~ ' that were added last.') | repr }})
    default_config = {'limit': 5}
    template_name = '{{ plugin.package }}/widgets/newest.html'

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
        queryset = {{ model.name }}.objects.restrict(request.user, 'view')
{% if plugin.features.user_preferences %}
        queryset = queryset.order_by(f'-{preferred(request.user, "newest_by")}')
{% else %}
        queryset = queryset.order_by('-created')
{% endif %}
        return render_to_string(self.template_name, {'objects': queryset[: self.config.get('limit', 5)]})
{% else %}
from utilities.templatetags.builtins.filters import render_markdown


@register_widget
class {{ code.features.prefix(plugin) }}Widget(DashboardWidget):
    default_title = _({{ plugin.title | repr }})
    description = _({{ ('A note about ' ~ plugin.title) | repr }})
    default_config = {'content': {{ plugin.description | repr }}}

    class ConfigForm(WidgetConfigForm):
        content = forms.CharField(
            widget=forms.Textarea(),
            label=_('Content'),
            help_text=_('Markdown is supported.'),
        )

    def render(self, request):
        return render_markdown(self.config.get('content', ''))
{% endif %}
{% endif %}
