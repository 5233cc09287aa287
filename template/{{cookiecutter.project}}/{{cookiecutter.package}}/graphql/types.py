{% if plugin.features.graphql and plugin.models %}
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from extras.graphql.mixins import ContactsMixin, ImageAttachmentsMixin
from netbox.graphql.types import NetBoxObjectType
{% if plugin.netbox.since('4.5') %}
from netbox.graphql.types import NestedGroupObjectType, OrganizationalObjectType, PrimaryObjectType
{% endif %}
{% if plugin.netbox.since('4.7') %}
from netbox.graphql.types import NestedLtreeGroupObjectType
{% endif %}
from strawberry.types import Info
from strawberry_django.optimizer import OptimizerConfig, optimize

from .. import models
{% for model in plugin.models %}
from .filters import {{ model.name }}Filter
{% endfor %}

{% if code.graphql.all_core(plugin, 'types') %}
if TYPE_CHECKING:
{% for module, name in code.graphql.all_core(plugin, 'types') %}
    from {{ module }} import {{ name }}
{% endfor %}
{% endif %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}Type',
{% endfor %}
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


{% for model in plugin.models %}
@strawberry_django.type(
    models.{{ model.name }},
{% if code.graphql.excluded(model, plugin.netbox) %}
    exclude={{ code.graphql.excluded(model, plugin.netbox) }},
{% else %}
    fields='__all__',
{% endif %}
    filters={{ model.name }}Filter,
    pagination=True,
)
class {{ model.name }}Type({{ code.graphql.type_bases(model, plugin.netbox) }}):
{% set generics = code.graphql.generics(model) %}
{% for name, source in code.graphql.type_fields(model, plugin) %}
    {{ name }}: {{ source }}
{% else %}
{% if not generics %}
    pass
{% endif %}
{% endfor %}
{% for field, source in generics %}

    @strawberry_django.field(only=['{{ field.type_name }}', '{{ field.id_name }}'])
    def {{ field.name }}(self, info: Info) -> {{ source }}:
        if self.{{ field.name }} is None:
            return None
        visible = type(self.{{ field.name }}).objects.restrict(info.context.request.user, 'view')
        # Strawberry restricts what the object leads to, in turn, where its optimizer fetches it.
        config = OptimizerConfig(prefetch_custom_queryset=True)
        return optimize(visible.filter(pk=self.{{ field.id_name }}), info, config=config).first()
{% endfor %}


{% endfor %}
{% endif %}
