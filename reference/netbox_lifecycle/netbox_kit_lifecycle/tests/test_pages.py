from netbox_plugin_kit.testing import PluginTestCases, create

from .factories import (
    create_complete_contract_assignment,
    create_complete_hardware_lifecycle,
    create_complete_license,
    create_complete_license_assignment,
    create_complete_support_contract,
    create_complete_vendor,
    create_contract_assignment,
    create_hardware_lifecycle,
    create_license,
    create_license_assignment,
    create_support_contract,
    create_vendor,
)


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """

    plugin = 'netbox_kit_lifecycle'

    @classmethod
    def setUpTestData(cls):
        lifecycles = (
            create_complete_hardware_lifecycle(),
            create_hardware_lifecycle(device_type=None, module_type=create('dcim.moduletype')),
        )
        create_vendor()
        create_complete_vendor()
        create_support_contract()
        create_complete_support_contract()
        covered = (
            create('dcim.device', device_type=lifecycles[0].device_type),
            create('dcim.module', module_type=lifecycles[1].module_type),
            create('virtualization.virtualmachine'),
        )
        for name, target in zip(('device', 'module', 'virtual_machine'), covered, strict=True):
            create_contract_assignment(**{'device': None, name: target})
            create_complete_contract_assignment(**{'device': None, name: target})
        create_license()
        create_complete_license()
        create_license_assignment(device=covered[0])
        create_complete_license_assignment(device=None, virtual_machine=covered[2])
        cls.extended = (*covered, lifecycles[0].device_type, lifecycles[1].module_type)

    def core_objects(self):
        return self.extended
