{% if plugin.features.graphql and plugin.choice_sets %}
import strawberry

from .. import choices

__all__ = (
{% for field in plugin.choice_sets | sort(attribute='class_name') %}
    '{{ code.graphql.enum(field) }}',
{% endfor %}
)

{% for field in plugin.choice_sets | sort(attribute='class_name') %}
{{ code.graphql.enum(field) }} = strawberry.enum(choices.{{ field.class_name }}.as_enum(prefix='{{ field.name }}'))
{% endfor %}
{% endif %}
