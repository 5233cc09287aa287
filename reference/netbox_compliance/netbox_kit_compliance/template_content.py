from django.urls import reverse
from netbox.plugins import PluginTemplateExtension

__all__ = ('template_extensions',)


class RunTestsButton(PluginTemplateExtension):
    """
    A button above the list of tests, for those who may run them.
    """

    models = ['netbox_kit_compliance.compliancetest']

    def list_buttons(self):
        if not self.context['request'].user.has_perm('netbox_kit_compliance.run_compliancetest'):
            return ''
        return self.render(
            'netbox_kit_compliance/inc/run_button.html',
            {'url': reverse('plugins:netbox_kit_compliance:compliancetest_run_many')},
        )


template_extensions = (RunTestsButton,)
