from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

home_item = PluginMenuItem(
    link='plugins:netbox_kit_showcase:home',
    link_text=_('Overview'),
    auth_required=True,
)
exhibit_item = PluginMenuItem(
    link='plugins:netbox_kit_showcase:exhibit_list',
    link_text=_('Exhibits'),
    permissions=['netbox_kit_showcase.view_exhibit'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:exhibit_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_showcase.add_exhibit'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:exhibit_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_showcase.add_exhibit'],
        ),
    ),
)
loan_item = PluginMenuItem(
    link='plugins:netbox_kit_showcase:loan_list',
    link_text=_('Loans'),
    permissions=['netbox_kit_showcase.view_loan'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:loan_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_showcase.add_loan'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:loan_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_showcase.add_loan'],
        ),
    ),
)
label_item = PluginMenuItem(
    link='plugins:netbox_kit_showcase:label_list',
    link_text=_('Exhibit Labels'),
    permissions=['netbox_kit_showcase.view_label'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:label_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_showcase.add_label'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:label_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_showcase.add_label'],
        ),
    ),
)
hall_item = PluginMenuItem(
    link='plugins:netbox_kit_showcase:hall_list',
    link_text=_('Halls'),
    permissions=['netbox_kit_showcase.view_hall'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:hall_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_showcase.add_hall'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:hall_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_showcase.add_hall'],
        ),
    ),
)
exhibit_kind_item = PluginMenuItem(
    link='plugins:netbox_kit_showcase:exhibitkind_list',
    link_text=_('Exhibit Kinds'),
    permissions=['netbox_kit_showcase.view_exhibitkind'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:exhibitkind_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_showcase.add_exhibitkind'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_showcase:exhibitkind_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_showcase.add_exhibitkind'],
        ),
    ),
)

menu = PluginMenu(
    label=_('Showcase'),
    icon_class='mdi mdi-bank-outline',
    groups=(
        (
            _('Exhibits'),
            (
                home_item,
                exhibit_item,
                loan_item,
                label_item,
            ),
        ),
        (
            _('Museum'),
            (
                hall_item,
                exhibit_kind_item,
            ),
        ),
    ),
)
