from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.http import urlencode
from netbox.plugins import PluginTemplateExtension, get_plugin_config

from .models import Document

__all__ = ('template_extensions',)

# How many documents are listed on their subject's page
PANEL_SIZE = 10


class DocumentPanel(PluginTemplateExtension):
    def render_panel(self):
        request, subject = self.context['request'], self.context['object']
        if not request.user.has_perm('netbox_kit_documents.view_document'):
            return ''
        subject_type = ContentType.objects.get_for_model(subject)
        documents = Document.objects.restrict(request.user, 'view').filter(
            subject_type=subject_type, subject_id=subject.pk
        )
        return self.render(
            'netbox_kit_documents/inc/document_panel.html',
            {
                'documents': documents[:PANEL_SIZE],
                'count': documents.count(),
                'add_params': urlencode(
                    {
                        'subject_type': subject_type.pk,
                        'subject': subject.pk,
                        'return_url': subject.get_absolute_url(),
                    }
                ),
                'list_params': urlencode({'subject_type': subject._meta.label_lower, 'subject_id': subject.pk}),
            },
        )


def make_extension(label, position):
    """
    Return a template extension that shows the panel at this position, on the pages of this model.
    """
    name = f'{apps.get_model(label).__name__}Documents'
    return type(name, (DocumentPanel,), {'models': [label], position: DocumentPanel.render_panel})


template_extensions = tuple(
    make_extension(label, position) for label, position in get_plugin_config('netbox_kit_documents', 'models').items()
)
