"""
Devices to test with: some that are in line with their type, some that are not.
"""

from dcim import models
from dcim.choices import SubdeviceRoleChoices
from netbox_plugin_kit.testing import create

from ..kinds import KINDS

__all__ = ('FIELD_VALUES', 'create_component', 'create_device', 'create_template')

# What a component of each kind cannot do without
REQUIRED = {
    'interface': {'type': '1000base-t'},
    'frontport': {'type': '8p8c'},
    'rearport': {'type': '8p8c'},
}
# A value that the device has, and another that its type has
FIELD_VALUES = {
    'interface': ('type', '1000base-t', '10gbase-t'),
    'consoleport': ('type', 'rj-45', 'usb-a'),
    'consoleserverport': ('type', 'rj-45', 'usb-a'),
    'powerport': ('maximum_draw', 500, 750),
    'poweroutlet': ('feed_leg', 'A', 'B'),
    'frontport': ('color', 'aa1409', '2196f3'),
    'rearport': ('positions', 1, 4),
    'modulebay': ('position', '1', '2'),
    'devicebay': ('label', 'left', 'right'),
}


def create_device(**values):
    if 'device_type' not in values:
        values['device_type'] = create('dcim.devicetype', subdevice_role=SubdeviceRoleChoices.ROLE_PARENT)
    return create('dcim.device', **values)


def create_template(kind, device, **values):
    """
    Create a template of the device's type, which a device that exists takes no notice of.
    """
    return kind.template_model.objects.create(device_type=device.device_type, **REQUIRED.get(kind.name, {}) | values)


def create_component(kind, device, **values):
    return kind.model.objects.create(device=device, **REQUIRED.get(kind.name, {}) | values)


def create_differences(device, number):
    """
    Create as many components of every kind that differ, are missing, and are surplus.
    """
    for kind in KINDS:
        field, old, new = FIELD_VALUES[kind.name]
        for index in range(number):
            create_template(kind, device, name=f'differs {index}', **{field: new})
            create_component(kind, device, name=f'differs {index}', **{field: old})
            create_template(kind, device, name=f'missing {index}', description='of the type')
            create_component(kind, device, name=f'surplus {index}', label='of the device')
    power_port = models.PowerPort.objects.filter(device=device).first()
    models.PowerOutlet.objects.filter(device=device).update(power_port=power_port)
    power_port_template = models.PowerPortTemplate.objects.filter(device_type=device.device_type).first()
    models.PowerOutletTemplate.objects.filter(device_type=device.device_type).update(power_port=power_port_template)
