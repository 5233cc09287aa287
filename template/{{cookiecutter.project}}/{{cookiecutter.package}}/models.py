{% if plugin.models %}
import decimal

{% if code.migration.has_validators(plugin) %}
import django.core.validators
{% endif %}
from dcim.fields import MACAddressField
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.postgres.indexes import GistIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from ipam.fields import IPAddressField, IPNetworkField
from netbox.models import NestedGroupModel, NetBoxModel, OrganizationalModel, PrimaryModel
{% if plugin.netbox.since('4.7') %}
from netbox.models import NestedLtreeGroupModel
{% endif %}
from netbox.models.features import ContactsMixin, ImageAttachmentsMixin

{% for field in plugin.choice_sets %}
from .choices import {{ field.class_name }}
{% endfor %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}',
{% endfor %}
)


{% for model in plugin.models %}
class {{ model.name }}({{ code.models.bases(model, plugin.netbox) | join(', ') }}):
{% if model.description %}
    {{ code.models.docstring(model.description) }}
{% endif %}
{% for field in model.own_fields %}
{% for name, source in code.models.model_fields(field) %}
    {{ name }} = {{ source }}
{% endfor %}
{% endfor %}
{% if code.models.clone_fields(model) %}

    clone_fields = {{ code.models.clone_fields(model) }}
{% endif %}

    class Meta{{ code.models.meta_base(model, plugin.netbox) }}:
{% if code.models.ordering(model, plugin.netbox) %}
        ordering = {{ code.models.ordering(model, plugin.netbox) }}
{% endif %}
{% for constraint in code.models.constraints(model, plugin.netbox) %}
{{ '        constraints = (' if loop.first }}
            {{ constraint }},
{{ '        )' if loop.last }}
{% endfor %}
{% for index in code.models.indexes(model, plugin.netbox) %}
{{ '        indexes = (' if loop.first }}
            {{ index }},
{{ '        )' if loop.last }}
{% endfor %}
{% if model.actions %}
        permissions = {{ code.models.permissions(model) }}
{% endif %}
        verbose_name = _({{ model.verbose_name | repr }})
        verbose_name_plural = _({{ model.verbose_name_plural | repr }})
{% if code.models.display(model) %}

    def __str__(self):
        return {{ code.models.display(model) }}
{% endif %}
{% for field in model.own_fields if field.type == 'choice' %}

    def get_{{ field.name }}_color(self):
        return {{ field.class_name }}.colors.get(self.{{ field.name }})
{% endfor %}
{% if model.rules %}

    def clean(self):
        super().clean()

{% for rule in model.rules %}
{{ code.models.rule(rule) | indent(8, first=True) }}

{% endfor %}
{% endif %}


{% endfor %}
{% endif %}
