{% if plugin.models and plugin.features.bulk_import %}
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelImportForm
{% if plugin.netbox.since('4.5') %}
from netbox.forms import NestedGroupModelImportForm
from netbox.forms import OrganizationalModelImportForm
from netbox.forms import PrimaryModelImportForm
{% endif %}
from utilities.forms.fields import CSVChoiceField
from utilities.forms.fields import CSVContentTypeField
from utilities.forms.fields import CSVModelChoiceField
from utilities.forms.fields import CSVModelMultipleChoiceField
from utilities.forms.fields import JSONField
from utilities.forms.fields import SlugField

{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}
{% for line in code.targets.imports(plugin, models='..models') %}
{{ line }}
{% endfor %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}ImportForm',
{% endfor %}
)

{% for model in plugin.models %}

class {{ model.name }}ImportForm({{ model.prefix }}ImportForm):
{% for name, source in code.forms.import_fields(model, plugin).items() %}
    {{ name }} = {{ source }}
{% endfor %}

    class Meta:
        model = {{ model.name }}
        fields = {{ code.forms.import_meta_fields(model) }}
{% for field in model.generics %}
{{ '        labels = {' if loop.first }}
            '{{ field.id_name }}': _({{ (field.Label ~ ' ID') | repr }}),
{{ '        }' if loop.last }}
{% endfor %}

{% endfor %}
{% endif %}
