{% if plugin.features.graphql and plugin.models %}
import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filter_lookups import FloatLookup, IntegerLookup, JSONFilter
{% if plugin.netbox.since('4.5') %}
from netbox.graphql.filters import NestedGroupModelFilter, NetBoxModelFilter, OrganizationalModelFilter, PrimaryModelFilter
{% elif not plugin.netbox.reaches('4.5') %}
from netbox.graphql.filter_mixins import NetBoxModelFilterMixin
{% endif %}
from strawberry import ID
from strawberry_django import BaseFilterLookup, DateFilterLookup, DatetimeFilterLookup, FilterLookup
{% if plugin.netbox.since('4.4') %}
from strawberry_django import filter_type
{% endif %}
{% if plugin.netbox.since('4.6') %}
from strawberry_django import StrFilterLookup
{% endif %}

from .. import models
{% for field in plugin.choice_sets %}
from .enums import {{ code.graphql.enum(field) }}
{% endfor %}

{% if plugin.netbox.spans('4.5') %}
try:
    from netbox.graphql.filters import NetBoxModelFilter
except ImportError:  # NetBox before 4.5
    from netbox.graphql.filter_mixins import NetBoxModelFilterMixin as NetBoxModelFilter

{% endif %}
{% if not plugin.netbox.since('4.4') %}
try:
    from strawberry_django import filter_type
except ImportError:  # NetBox 4.3.0
    from strawberry_django import filter as filter_type

{% endif %}
{% if plugin.netbox.reaches('4.5') and not plugin.netbox.since('4.6') and code.graphql.filters_strings(plugin) %}
try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

{% endif %}
{% if code.graphql.all_core(plugin, 'filters') %}
if TYPE_CHECKING:
{% for module, name in code.graphql.all_core(plugin, 'filters') %}
    from {{ module }} import {{ name }}
{% endfor %}
{% endif %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}Filter',
{% endfor %}
)


{% for model in plugin.models %}
@filter_type(models.{{ model.name }}, lookups=True)
class {{ model.name }}Filter({{ code.graphql.filter_base(model, plugin.netbox) }}):
{% for name, source in code.graphql.filter_fields(model, plugin) %}
    {{ name }}: {{ source }} | None = strawberry_django.filter_field()
{% else %}
    pass
{% endfor %}


{% endfor %}
{% endif %}
