{% if code.models.generics(plugin) %}
"""What becomes of a generic relation when its object is deleted: no constraint of the database says it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete

{% for model, field in code.models.generics(plugin) %}
from .models import {{ model.name }}
{% endfor %}

{% for model, field in code.models.generics(plugin) %}
{% set it = code.fixtures.instance(model) %}

{% if field.required %}
def delete_{{ model.snake_plural }}_of_{{ field.name }}(instance, **kwargs):
    {{ field.type_name }} = ContentType.objects.get_for_model(instance)
    # Django sends pre_delete for each of them, so that NetBox writes them into the change log.
    {{ model.name }}.objects.filter({{ field.type_name }}={{ field.type_name }}, {{ field.id_name }}=instance.pk).delete()
{% else %}
def clear_{{ field.name }}_of_{{ model.snake_plural }}(instance, **kwargs):
    {{ field.type_name }} = ContentType.objects.get_for_model(instance)
    # One by one, so that each change is in the change log.
    for {{ it }} in {{ model.name }}.objects.filter({{ field.type_name }}={{ field.type_name }}, {{ field.id_name }}=instance.pk):
        {{ it }}.snapshot()
        {{ it }}.{{ field.name }} = None
        {{ it }}.save()
{% endif %}

{% endfor %}

{% for model, field in code.models.generics(plugin) %}
for label in {{ field.to | map(attribute='lower') | list }}:
    post_delete.connect(
{% if field.required %}
        delete_{{ model.snake_plural }}_of_{{ field.name }},
{% else %}
        clear_{{ field.name }}_of_{{ model.snake_plural }},
{% endif %}
        sender=label,
        dispatch_uid=f'{{ plugin.package }}.{{ model.lower }}.{{ field.name }}.{label}',
    )

{% endfor %}
{% endif %}
