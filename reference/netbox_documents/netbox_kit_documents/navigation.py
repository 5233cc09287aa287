from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

document_item = PluginMenuItem(
    link='plugins:netbox_kit_documents:document_list',
    link_text=_('Documents'),
    permissions=['netbox_kit_documents.view_document'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_documents:document_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_documents.add_document'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_documents:document_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_documents.add_document'],
        ),
    ),
)

menu = PluginMenu(
    label=_('Documents'),
    icon_class='mdi mdi-file-document-multiple-outline',
    groups=((_('Documents'), (document_item,)),),
)
