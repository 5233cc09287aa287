{% set menu = plugin.menu %}
{% set home = plugin.features.home_page %}
{% set decided = plugin.settings | selectattr('name', 'equalto', 'top_level_menu') | list | length > 0 %}
{% if menu.style != 'none' and (plugin.models or home) %}
from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem, get_plugin_config

{% if home %}
home_item = PluginMenuItem(
    link='plugins:{{ plugin.package }}:home',
    link_text=_('Overview'),
    auth_required=True,
)
{% endif %}
{% for model in code.pages.menu_models(plugin) %}
{{ model.snake }}_item = PluginMenuItem(
    link='plugins:{{ plugin.package }}:{{ model.lower }}_list',
    link_text=_({{ code.targets.title(model.verbose_name_plural) | repr }}),
    permissions=['{{ plugin.package }}.view_{{ model.lower }}'],
    buttons=(
        PluginMenuButton(
            link='plugins:{{ plugin.package }}:{{ model.lower }}_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['{{ plugin.package }}.add_{{ model.lower }}'],
        ),
{% if plugin.features.bulk_import %}
        PluginMenuButton(
            link='plugins:{{ plugin.package }}:{{ model.lower }}_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['{{ plugin.package }}.add_{{ model.lower }}'],
        ),
{% endif %}
    ),
)
{% endfor %}

{% macro own() %}
menu = PluginMenu(
    label=_({{ menu.label | repr }}),
    icon_class={{ menu.icon | repr }},
    groups=(
{% if home and not plugin.models %}
        (_({{ menu.label | repr }}), (home_item,)),
{% endif %}
{% for group in menu.groups if group.models %}
        (_({{ group.label | repr }}), (
{% if home and loop.first %}
            home_item,
{% endif %}
{% for name in group.models %}
            {{ plugin.model(name).snake }}_item,
{% endfor %}
        )),
{% endfor %}
    ),
)
{% endmacro %}
{% macro items() %}
menu_items = (
{% if home %}
    home_item,
{% endif %}
{% for model in code.pages.menu_models(plugin) %}
    {{ model.snake }}_item,
{% endfor %}
)
{% endmacro %}
{% if decided %}
if get_plugin_config('{{ plugin.package }}', 'top_level_menu'):
    {{ own() | indent(4) }}
else:
    {{ items() | indent(4) }}
{% elif menu.style == 'own' %}
{{ own() }}
{% else %}
{{ items() }}
{% endif %}
{% endif %}
