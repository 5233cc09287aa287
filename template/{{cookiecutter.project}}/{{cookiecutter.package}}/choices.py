{% if plugin.choice_sets %}
from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = (
{% for field in plugin.choice_sets | sort(attribute='class_name') %}
    '{{ field.class_name }}',
{% endfor %}
)

{% for field in plugin.choice_sets %}

class {{ field.class_name }}(ChoiceSet):
    # Administrators may add to these or replace them through FIELD_CHOICES.
    key = '{{ field.key }}'

{% for choice in field.choices %}
    {{ field.prefix }}_{{ choice.constant }} = {{ choice.value | repr }}
{% endfor %}

    CHOICES = [
{% for choice in field.choices %}
        ({{ field.prefix }}_{{ choice.constant }}, _({{ choice.label | repr }}){% if choice.color %}, {{ choice.color | repr }}{% endif %}),
{% endfor %}
    ]

{% endfor %}
{% endif %}
