from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

hardware_lifecycle_item = PluginMenuItem(
    link='plugins:netbox_kit_lifecycle:hardwarelifecycle_list',
    link_text=_('Hardware Lifecycles'),
    permissions=['netbox_kit_lifecycle.view_hardwarelifecycle'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:hardwarelifecycle_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_lifecycle.add_hardwarelifecycle'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:hardwarelifecycle_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_lifecycle.add_hardwarelifecycle'],
        ),
    ),
)
support_contract_item = PluginMenuItem(
    link='plugins:netbox_kit_lifecycle:supportcontract_list',
    link_text=_('Support Contracts'),
    permissions=['netbox_kit_lifecycle.view_supportcontract'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:supportcontract_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_lifecycle.add_supportcontract'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:supportcontract_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_lifecycle.add_supportcontract'],
        ),
    ),
)
contract_assignment_item = PluginMenuItem(
    link='plugins:netbox_kit_lifecycle:contractassignment_list',
    link_text=_('Contract Assignments'),
    permissions=['netbox_kit_lifecycle.view_contractassignment'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:contractassignment_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_lifecycle.add_contractassignment'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:contractassignment_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_lifecycle.add_contractassignment'],
        ),
    ),
)
vendor_item = PluginMenuItem(
    link='plugins:netbox_kit_lifecycle:vendor_list',
    link_text=_('Vendors'),
    permissions=['netbox_kit_lifecycle.view_vendor'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:vendor_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_lifecycle.add_vendor'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:vendor_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_lifecycle.add_vendor'],
        ),
    ),
)
license_item = PluginMenuItem(
    link='plugins:netbox_kit_lifecycle:license_list',
    link_text=_('Licences'),
    permissions=['netbox_kit_lifecycle.view_license'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:license_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_lifecycle.add_license'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:license_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_lifecycle.add_license'],
        ),
    ),
)
license_assignment_item = PluginMenuItem(
    link='plugins:netbox_kit_lifecycle:licenseassignment_list',
    link_text=_('Licence Assignments'),
    permissions=['netbox_kit_lifecycle.view_licenseassignment'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:licenseassignment_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_lifecycle.add_licenseassignment'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_lifecycle:licenseassignment_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_lifecycle.add_licenseassignment'],
        ),
    ),
)

menu = PluginMenu(
    label=_('Lifecycle'),
    icon_class='mdi mdi-timer-sand',
    groups=(
        (_('Hardware'), (hardware_lifecycle_item,)),
        (
            _('Contracts'),
            (
                support_contract_item,
                contract_assignment_item,
                vendor_item,
            ),
        ),
        (
            _('Licences'),
            (
                license_item,
                license_assignment_item,
            ),
        ),
    ),
)
