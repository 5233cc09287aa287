{% if plugin.models and plugin.features.filter_forms %}
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelFilterSetForm
{% if plugin.netbox.since('4.5') %}
from netbox.forms import NestedGroupModelFilterSetForm
from netbox.forms import OrganizationalModelFilterSetForm
from netbox.forms import PrimaryModelFilterSetForm
{% endif %}
from tenancy.forms import ContactModelFilterForm
from tenancy.forms import TenancyFilterForm
from utilities.forms import BOOLEAN_WITH_BLANK_CHOICES
from utilities.forms.fields import DynamicModelMultipleChoiceField
from utilities.forms.fields import TagFilterField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker
from utilities.forms.widgets import DateTimePicker

{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}
{% for line in code.targets.imports(plugin, models='..models') %}
{{ line }}
{% endfor %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}FilterForm',
{% endfor %}
)

{% for model in plugin.models %}

class {{ model.name }}FilterForm({{ code.forms.filter_bases(model) | join(', ') }}):
    model = {{ model.name }}
    fieldsets = (
{% for source in code.forms.filter_fieldsets(model, plugin) %}
        {{ source }},
{% endfor %}
    )
{% for name, source in code.forms.filter_fields(model, plugin).items() %}
    {{ name }} = {{ source }}
{% endfor %}
    tag = TagFilterField(model)

{% endfor %}
{% endif %}
