{% if plugin.models %}
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import NetBoxTable
{% if plugin.netbox.since('4.5') %}
from netbox.tables import NestedGroupModelTable
from netbox.tables import OrganizationalModelTable
from netbox.tables import PrimaryModelTable
{% endif %}
from netbox.tables import columns
from tenancy.tables import ContactsColumnMixin
from tenancy.tables import TenancyColumnsMixin

{% for model in plugin.models %}
from .models import {{ model.name }}
{% endfor %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}Table',
{% endfor %}
)

{% for model in plugin.models %}

class {{ model.name }}Table({{ code.tables.bases(model) | join(', ') }}):
{% for name, source in code.tables.columns(model).items() %}
    {{ name }} = {{ source }}
{% endfor %}
    tags = columns.TagColumn(
        url_name='plugins:{{ plugin.package }}:{{ model.lower }}_list',
    )

    class Meta({{ code.tables.base(model) }}.Meta):
        model = {{ model.name }}
        fields = {{ code.tables.fields(model) }}
        default_columns = {{ code.tables.default_columns(model) }}

{% endfor %}
{% endif %}
