{% if plugin.models or plugin.features.home_page %}
from django.urls import include, path
from utilities.urls import get_model_urls

from . import views{{ '' if plugin.features.home_page else '  # noqa: F401' }}

urlpatterns = (
{% if plugin.features.home_page %}
    path('', views.HomeView.as_view(), name='home'),
{% endif %}
{% for model in plugin.models %}

    path('{{ model.path }}/', include(get_model_urls('{{ plugin.package }}', '{{ model.lower }}', detail=False))),
    path('{{ model.path }}/<int:pk>/', include(get_model_urls('{{ plugin.package }}', '{{ model.lower }}'))),
{% endfor %}
)
{% endif %}
