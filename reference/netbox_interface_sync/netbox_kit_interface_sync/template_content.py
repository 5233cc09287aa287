from netbox.plugins import PluginTemplateExtension, get_plugin_config

from .kinds import KINDS
from .reading import compare_device

__all__ = ('template_extensions',)


class DeviceContent(PluginTemplateExtension):
    models = ['dcim.device']

    def buttons(self):
        return self.render('netbox_kit_interface_sync/inc/button.html')

    def right_page(self):
        if not get_plugin_config(__package__, 'panel'):
            return ''
        device = self.context['object']
        kinds = [kind for kind in KINDS if kind.is_used(device)]
        comparisons = compare_device(device, self.context['request'].user, kinds)
        return self.render('netbox_kit_interface_sync/inc/panel.html', {'comparisons': comparisons})


template_extensions = (DeviceContent,)
