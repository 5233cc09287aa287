{% if plugin.features.rest_api and plugin.models %}
from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.routers import APIRootView

from .. import filtersets, models
from . import serializers

__all__ = (
    '{{ code.rest.root_view(plugin) }}',
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}ViewSet',
{% endfor %}
)


class {{ code.rest.root_view(plugin) }}(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return {{ plugin.title | repr }}


{% for model in plugin.models %}
class {{ model.name }}ViewSet(NetBoxModelViewSet):
{% if model.generics %}
    queryset = models.{{ model.name }}.objects.prefetch_related({{ model.generics | map(attribute='name') | map('repr') | join(', ') }})
{% else %}
    queryset = models.{{ model.name }}.objects.all()
{% endif %}
    serializer_class = serializers.{{ model.name }}Serializer
    filterset_class = filtersets.{{ model.name }}FilterSet


{% endfor %}
{% endif %}
