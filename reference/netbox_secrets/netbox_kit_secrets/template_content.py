from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.http import urlencode
from netbox.plugins import PluginTemplateExtension, get_plugin_config

from .models import Secret

__all__ = ('template_extensions',)

# How many secrets are listed on their object's page
PANEL_SIZE = 10


class SecretPanel(PluginTemplateExtension):
    def render_panel(self):
        request, assigned_object = self.context['request'], self.context['object']
        if not request.user.has_perm('netbox_kit_secrets.view_secret'):
            return ''
        assigned_object_type = ContentType.objects.get_for_model(assigned_object)
        secrets = (
            Secret.objects.restrict(request.user, 'view')
            .filter(assigned_object_type=assigned_object_type, assigned_object_id=assigned_object.pk)
            .select_related('role')
            .defer('ciphertext')
        )
        return self.render(
            'netbox_kit_secrets/inc/secret_panel.html',
            {
                'secrets': secrets[:PANEL_SIZE],
                'count': secrets.count(),
                'return_url': assigned_object.get_absolute_url(),
                'add_params': urlencode(
                    {
                        'assigned_object_type': assigned_object_type.pk,
                        'assigned_object': assigned_object.pk,
                        'return_url': assigned_object.get_absolute_url(),
                    }
                ),
                'list_params': urlencode(
                    {
                        'assigned_object_type': assigned_object._meta.label_lower,
                        'assigned_object_id': assigned_object.pk,
                    }
                ),
            },
        )


def make_extension(label, position):
    """
    Return a template extension that shows the panel at this position, on the pages of this model.
    """
    name = f'{apps.get_model(label).__name__}Secrets'
    return type(name, (SecretPanel,), {'models': [label], position: SecretPanel.render_panel})


template_extensions = tuple(
    make_extension(label, position) for label, position in get_plugin_config('netbox_kit_secrets', 'models').items()
)
