{% set P = plugin.package %}
{% set contents = code.content.contents(plugin) %}
{% if contents %}
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.http import urlencode
from netbox.plugins import PluginTemplateExtension

{% for content in contents if content.shows %}
from .models import {{ content.shows.name }}
{% endfor %}

__all__ = (
    'template_extensions',
)
{% if code.content.shown(plugin) %}

# How many objects are listed on another object's page
PANEL_SIZE = 10
{% endif %}
{% for content in contents %}
{% set model = content.shows %}


class {{ content.class_name }}(PluginTemplateExtension):
{% if content.models %}
    models = {{ content.models | list }}
{% endif %}
{% if model %}

    def get_objects(self):
        """
        Return what leads to the object shown, as far as the user may view it.
        """
        user = self.context['request'].user
        return {{ model.name }}.objects.restrict(user, 'view').filter({{ content.lookup }}){{ content.distinct }}
{% if content.adds %}

    def get_add_params(self):
        """
        Return the part of a URL that fills in the object shown.
        """
        return urlencode({
{% for name, source in content.params %}
            '{{ name }}': {{ source }},
{% endfor %}
            'return_url': self.context['object'].get_absolute_url(),
        })
{% endif %}
{% if content.cards %}

    def render_panel(self):
        user = self.context['request'].user
        if not user.has_perm('{{ P }}.view_{{ model.lower }}'):
            return ''
        objects = self.get_objects()
        return self.render('{{ P }}/inc/{{ model.lower }}_panel.html', {
            'objects': objects[:PANEL_SIZE],
            'count': objects.count(),
            'add_params': self.get_add_params(),
{% if content.selects %}
            'list_params': urlencode({ {%- for name, source in content.selects %}'{{ name }}': {{ source }}, {% endfor -%} }),
{% endif %}
        })
{% endif %}
{% endif %}
{% for slot in content.slots %}

    def {{ slot }}(self):
{% if slot == 'head' %}
        return self.render('{{ P }}/inc/head.html')
{% elif slot == 'navbar' %}
{% if plugin.features.home_page %}
        if not self.context['request'].user.is_authenticated:
            return ''
        return self.render('{{ P }}/inc/navbar.html')
{% elif plugin.models %}
        if not self.context['request'].user.has_perm('{{ P }}.view_{{ plugin.models[0].lower }}'):
            return ''
        return self.render('{{ P }}/inc/navbar.html')
{% else %}
        # What is returned here appears at the top of every page.
        return ''
{% endif %}
{% elif model and slot == 'buttons' %}
        if not self.context['request'].user.has_perm('{{ P }}.add_{{ model.lower }}'):
            return ''
        return self.render('{{ P }}/inc/{{ model.lower }}_add_button.html', {
            'add_params': self.get_add_params(),
        })
{% elif model and slot == 'list_buttons' %}
        if not self.context['request'].user.has_perm('{{ P }}.view_{{ model.lower }}'):
            return ''
        return self.render('{{ P }}/inc/{{ model.lower }}_list_button.html')
{% elif model and slot == 'alerts' %}
        if count := self.get_objects().count():
            return self.render('{{ P }}/inc/{{ model.lower }}_alert.html', {'count': count})
        return ''
{% elif model %}
        return self.render_panel()
{% elif slot in ('left_page', 'right_page', 'full_width_page') %}
        return self.render('{{ P }}/inc/card.html')
{% else %}
        # What is returned here appears on the page.
        return ''
{% endif %}
{% endfor %}
{% endfor %}


template_extensions = (
{% for content in contents %}
    {{ content.class_name }},
{% endfor %}
)
{% endif %}
