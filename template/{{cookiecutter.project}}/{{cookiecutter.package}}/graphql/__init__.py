{% if plugin.features.graphql and plugin.models %}
from .schema import schema

__all__ = ('schema',)
{% endif %}
