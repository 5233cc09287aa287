from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

data_flow_item = PluginMenuItem(
    link='plugins:netbox_kit_data_flows:dataflow_list',
    link_text=_('Data Flows'),
    permissions=['netbox_kit_data_flows.view_dataflow'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:dataflow_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_data_flows.add_dataflow'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:dataflow_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_data_flows.add_dataflow'],
        ),
    ),
)
rules_item = PluginMenuItem(
    link='plugins:netbox_kit_data_flows:dataflow_rules',
    link_text=_('Rules'),
    permissions=['netbox_kit_data_flows.view_dataflow'],
)
flow_group_item = PluginMenuItem(
    link='plugins:netbox_kit_data_flows:flowgroup_list',
    link_text=_('Flow Groups'),
    permissions=['netbox_kit_data_flows.view_flowgroup'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:flowgroup_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_data_flows.add_flowgroup'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:flowgroup_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_data_flows.add_flowgroup'],
        ),
    ),
)
object_alias_item = PluginMenuItem(
    link='plugins:netbox_kit_data_flows:objectalias_list',
    link_text=_('Object Aliases'),
    permissions=['netbox_kit_data_flows.view_objectalias'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:objectalias_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_data_flows.add_objectalias'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:objectalias_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_data_flows.add_objectalias'],
        ),
    ),
)
application_item = PluginMenuItem(
    link='plugins:netbox_kit_data_flows:application_list',
    link_text=_('Applications'),
    permissions=['netbox_kit_data_flows.view_application'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:application_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_data_flows.add_application'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:application_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_data_flows.add_application'],
        ),
    ),
)
application_role_item = PluginMenuItem(
    link='plugins:netbox_kit_data_flows:applicationrole_list',
    link_text=_('Application Roles'),
    permissions=['netbox_kit_data_flows.view_applicationrole'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:applicationrole_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_data_flows.add_applicationrole'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_data_flows:applicationrole_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_data_flows.add_applicationrole'],
        ),
    ),
)

menu = PluginMenu(
    label=_('Data flows'),
    icon_class='mdi mdi-transit-connection-variant',
    groups=(
        (
            _('Flows'),
            (
                data_flow_item,
                rules_item,
                flow_group_item,
                object_alias_item,
            ),
        ),
        (
            _('Applications'),
            (
                application_item,
                application_role_item,
            ),
        ),
    ),
)
