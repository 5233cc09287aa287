{% if plugin.models and plugin.netbox.since('4.6') %}
from django.utils.translation import gettext_lazy as _
from netbox.ui import attrs, panels

{% for model in plugin.models %}

class {{ model.name }}Panel(panels.{{ code.pages.panel(model) }}):
{% for field in code.pages.panel_fields(model) %}
    {{ field.name }} = {{ code.pages.attribute(field, plugin) }}
{% else %}
    pass
{% endfor %}

{% endfor %}
{% endif %}
