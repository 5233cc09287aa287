{% if plugin.models %}
{% if plugin.features.bulk_edit %}
from .bulk_edit import *
{% endif %}
{% if plugin.features.bulk_import %}
from .bulk_import import *
{% endif %}
{% if plugin.features.filter_forms %}
from .filtersets import *
{% endif %}
from .model_forms import *
{% endif %}
