from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

secret_item = PluginMenuItem(
    link='plugins:netbox_kit_secrets:secret_list',
    link_text=_('Secrets'),
    permissions=['netbox_kit_secrets.view_secret'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_secrets:secret_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_secrets.add_secret'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_secrets:secret_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_secrets.add_secret'],
        ),
    ),
)
secret_role_item = PluginMenuItem(
    link='plugins:netbox_kit_secrets:secretrole_list',
    link_text=_('Secret Roles'),
    permissions=['netbox_kit_secrets.view_secretrole'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_secrets:secretrole_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_secrets.add_secretrole'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_secrets:secretrole_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_secrets.add_secretrole'],
        ),
    ),
)
user_key_item = PluginMenuItem(
    link='plugins:netbox_kit_secrets:userkey_list',
    link_text=_('User Keys'),
    permissions=['netbox_kit_secrets.view_userkey'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_secrets:userkey_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_secrets.add_userkey'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_secrets:userkey_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_secrets.add_userkey'],
        ),
    ),
)
key_pair_item = PluginMenuItem(
    link='plugins:netbox_kit_secrets:key_pair',
    link_text=_('Generate Key Pair'),
    permissions=['netbox_kit_secrets.add_userkey'],
)
unlock_item = PluginMenuItem(
    link='plugins:netbox_kit_secrets:unlock',
    link_text=_('Unlock'),
    permissions=['netbox_kit_secrets.view_secret'],
)

menu = PluginMenu(
    label=_('Secrets'),
    icon_class='mdi mdi-key-chain-variant',
    groups=(
        (
            _('Secrets'),
            (
                secret_item,
                secret_role_item,
            ),
        ),
        (
            _('Keys'),
            (
                unlock_item,
                user_key_item,
                key_pair_item,
            ),
        ),
    ),
)
