{% if plugin.models %}
from netbox_plugin_kit.testing import TestCase

{% for model in plugin.models %}
from ..forms import {{ model.name }}Form
{% if plugin.features.filter_forms %}
from ..forms import {{ model.name }}FilterForm
{% endif %}
{% endfor %}

{% for model in plugin.models %}
{% set needed = code.trials.demanded(model) %}
{% if needed or plugin.features.filter_forms %}

class {{ model.name }}FormTestCase(TestCase):
{% if needed %}
    def test_required_fields(self):
        form = {{ model.name }}Form(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(set(form.errors), {{ '{' }}{% for name in needed %}'{{ name }}', {% endfor %}{{ '}' }})
{% endif %}
{% if plugin.features.filter_forms %}

    def test_filter_form(self):
        self.assertTrue({{ model.name }}FilterForm(data={}).is_valid())
{% endif %}

{% endif %}
{% endfor %}
{% endif %}
