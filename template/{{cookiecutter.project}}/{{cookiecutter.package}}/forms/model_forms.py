{% if plugin.models %}
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelForm
{% if plugin.netbox.since('4.5') %}
from netbox.forms import NestedGroupModelForm
from netbox.forms import OrganizationalModelForm
from netbox.forms import PrimaryModelForm
{% endif %}
from tenancy.forms import TenancyForm
from utilities.forms import get_field_value
from utilities.forms.fields import CommentField
from utilities.forms.fields import ContentTypeChoiceField
from utilities.forms.fields import DynamicModelChoiceField
from utilities.forms.fields import DynamicModelMultipleChoiceField
from utilities.forms.fields import JSONField
from utilities.forms.fields import SlugField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker
from utilities.forms.widgets import DateTimePicker
from utilities.forms.widgets import HTMXSelect
from utilities.templatetags.builtins.filters import bettertitle

{% for line in code.targets.imports(plugin, models='..models') %}
{{ line }}
{% endfor %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}Form',
{% endfor %}
)

{% for model in plugin.models %}

class {{ model.name }}Form({{ code.forms.form_bases(model) | join(', ') }}):
{% for name, source in code.forms.model_fields(model, plugin).items() %}
    {{ name }} = {{ source }}
{% endfor %}

    fieldsets = (
{% for source in code.forms.model_fieldsets(model) %}
        {{ source }},
{% endfor %}
    )

    class Meta:
        model = {{ model.name }}
        fields = {{ code.forms.model_meta_fields(model) }}
{% for name, source in code.forms.picked(model).items() %}
{{ '        widgets = {' if loop.first }}
            '{{ name }}': {{ source }},
{{ '        }' if loop.last }}
{% endfor %}
{% if model.generics %}

    def __init__(self, *args, **kwargs):
        instance = kwargs.get('instance')
        initial = kwargs.get('initial', {}).copy()
{% for field in model.generics %}
        if instance is not None and instance.{{ field.name }}:
            initial.setdefault('{{ field.type_name }}', instance.{{ field.type_name }}_id)
            initial.setdefault('{{ field.name }}', instance.{{ field.name }})
{% endfor %}
        kwargs['initial'] = initial

        super().__init__(*args, **kwargs)

{% for field in model.generics %}
        self._set_{{ field.name }}_choices()
{% endfor %}

    def clean(self):
        super().clean()

{% for field in model.generics %}
        self.instance.{{ field.name }} = self.cleaned_data.get('{{ field.name }}')
{% if not field.required %}
        if self.cleaned_data.get('{{ field.type_name }}') and not self.instance.{{ field.name }}:
            self.add_error('{{ field.name }}', _('Select an object of this type.'))
{% endif %}
{% endfor %}
{% for field in model.generics %}

    def _set_{{ field.name }}_choices(self):
        # The objects to choose from are those of the type that is selected.
        type_id = get_field_value(self, '{{ field.type_name }}')
        if not type_id:
            return
        try:
            model = self.fields['{{ field.type_name }}'].queryset.get(pk=type_id).model_class()
        except (ObjectDoesNotExist, ValueError):
            return
        field = self.fields['{{ field.name }}']
        field.queryset = model.objects.all()
        field.label = bettertitle(model._meta.verbose_name)
        field.disabled = False
{% if code.forms.has_selector(field, plugin) %}
        field.widget.attrs['selector'] = model._meta.label_lower
{% endif %}
        if self.instance.pk and str(type_id) != str(self.instance.{{ field.type_name }}_id):
            self.initial['{{ field.name }}'] = None
{% endfor %}
{% for field in model.generics if code.forms.together(field, model) %}
{% if loop.first %}

    def _get_validation_exclusions(self):
        # What is unique together is validated only if the form has all of its fields.
        exclude = super()._get_validation_exclusions()
{% endif %}
        if self.cleaned_data.get('{{ field.name }}'):
            exclude -= {'{{ field.type_name }}', '{{ field.id_name }}'}
{{ '        return exclude' if loop.last }}
{% endfor %}
{% endif %}

{% endfor %}
{% endif %}
