{% if plugin.models %}
"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It needs netbox-plugin-kit beside NetBox, and is for development only.
"""
from django.db import transaction
from {{ plugin.package }}.tests import factories

with transaction.atomic():
    for _ in range(5):
{% for model in plugin.models %}
        factories.create_{{ model.snake }}()
        factories.{{ code.fixtures.created(model) }}()
{% endfor %}

{% endif %}
