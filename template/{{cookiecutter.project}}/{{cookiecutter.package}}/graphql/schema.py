{% if plugin.features.graphql and plugin.models %}
import strawberry
import strawberry_django

{% for model in plugin.models %}
from .types import {{ model.name }}Type
{% endfor %}


@strawberry.type(name='Query')
class Query:
{% for model in plugin.models %}
    {{ model.snake }}: {{ model.name }}Type = strawberry_django.field()
    {{ model.snake }}_list: list[{{ model.name }}Type] = strawberry_django.field()
{% if not loop.last %}

{% endif %}
{% endfor %}


schema = [Query]
{% endif %}
