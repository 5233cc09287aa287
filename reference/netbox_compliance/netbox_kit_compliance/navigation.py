from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

compliance_test_item = PluginMenuItem(
    link='plugins:netbox_kit_compliance:compliancetest_list',
    link_text=_('Tests'),
    permissions=['netbox_kit_compliance.view_compliancetest'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_compliance:compliancetest_run_many',
            title=_('Run'),
            icon_class='mdi mdi-play',
            permissions=['netbox_kit_compliance.run_compliancetest'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_compliance:compliancetest_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_compliance.add_compliancetest'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_compliance:compliancetest_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_compliance.add_compliancetest'],
        ),
    ),
)
compliance_selector_item = PluginMenuItem(
    link='plugins:netbox_kit_compliance:complianceselector_list',
    link_text=_('Selectors'),
    permissions=['netbox_kit_compliance.view_complianceselector'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_compliance:complianceselector_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_compliance.add_complianceselector'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_compliance:complianceselector_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_compliance.add_complianceselector'],
        ),
    ),
)
compliance_report_item = PluginMenuItem(
    link='plugins:netbox_kit_compliance:compliancereport_list',
    link_text=_('Reports'),
    permissions=['netbox_kit_compliance.view_compliancereport'],
)
compliance_test_result_item = PluginMenuItem(
    link='plugins:netbox_kit_compliance:compliancetestresult_list',
    link_text=_('Results'),
    permissions=['netbox_kit_compliance.view_compliancetestresult'],
)

menu = PluginMenu(
    label=_('Compliance'),
    icon_class='mdi mdi-clipboard-check-outline',
    groups=(
        (
            _('Rules'),
            (
                compliance_test_item,
                compliance_selector_item,
            ),
        ),
        (
            _('Reports'),
            (
                compliance_report_item,
                compliance_test_result_item,
            ),
        ),
    ),
)
