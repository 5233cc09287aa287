{% if plugin.models and plugin.features.bulk_edit %}
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelBulkEditForm
{% if plugin.netbox.since('4.5') %}
from netbox.forms import NestedGroupModelBulkEditForm
from netbox.forms import OrganizationalModelBulkEditForm
from netbox.forms import PrimaryModelBulkEditForm
{% endif %}
from utilities.forms import add_blank_choice
from utilities.forms.fields import CommentField
from utilities.forms.fields import DynamicModelChoiceField
from utilities.forms.fields import DynamicModelMultipleChoiceField
from utilities.forms.fields import JSONField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import BulkEditNullBooleanSelect
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
    '{{ model.name }}BulkEditForm',
{% endfor %}
)

{% for model in plugin.models %}

class {{ model.name }}BulkEditForm({{ model.prefix }}BulkEditForm):
{% for name, source in code.forms.bulk_edit_fields(model, plugin).items() %}
    {{ name }} = {{ source }}
{% endfor %}

    model = {{ model.name }}
{% for source in code.forms.bulk_edit_fieldsets(model, plugin) %}
{{ '    fieldsets = (' if loop.first }}
        {{ source }},
{{ '    )' if loop.last }}
{% endfor %}
{% set nullable = code.forms.nullable_fields(model, plugin) %}
{% if nullable %}
    nullable_fields = {{ nullable }}
{% endif %}

{% endfor %}
{% endif %}
