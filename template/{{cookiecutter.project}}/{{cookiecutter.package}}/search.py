{% set searched = plugin.models | selectattr('searched') | list %}
{% if plugin.features.search and searched %}
from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
{% for model in searched | sort(attribute='name') %}
    '{{ model.name }}Index',
{% endfor %}
)


{% for model in searched %}
@register_search
class {{ model.name }}Index(SearchIndex):
    model = models.{{ model.name }}
    fields = (
{% for field in model.searched %}
        ('{{ field.name }}', {{ field.search }}),
{% endfor %}
    )
    display_attrs = {{ code.search.display_attrs(model) }}


{% endfor %}
{% endif %}
