{% if plugin.features.rest_api and plugin.models %}
from netbox.api.routers import NetBoxRouter

from . import views

app_name = '{{ plugin.package }}-api'

router = NetBoxRouter()
router.APIRootView = views.{{ code.rest.root_view(plugin) }}
{% for model in plugin.models | sort(attribute='path') %}
router.register('{{ model.path }}', views.{{ model.name }}ViewSet)
{% endfor %}

urlpatterns = router.urls
{% endif %}
