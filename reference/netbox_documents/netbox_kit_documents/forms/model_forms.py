from dcim.models import Site
from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _
from netbox.forms import PrimaryModelForm
from utilities.forms import get_field_value
from utilities.forms.fields import ContentTypeChoiceField, DynamicModelChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import HTMXSelect
from utilities.templatetags.builtins.filters import bettertitle

from ..models import Document
from ..subjects import get_kind_choices, get_subject_types

__all__ = ('DocumentForm',)


class DocumentForm(PrimaryModelForm):
    subject_type = ContentTypeChoiceField(
        label=_('Subject type'),
        queryset=get_subject_types(),
        widget=HTMXSelect(),
    )
    subject = DynamicModelChoiceField(
        label=_('Subject'),
        queryset=Site.objects.none(),
        disabled=True,
        selector=True,
        help_text=_('The object that the document is about.'),
    )

    fieldsets = (
        FieldSet('name', 'kind', 'description', 'tags', name=_('Document')),
        FieldSet('subject_type', 'subject', name=_('Subject')),
        FieldSet('file', 'external_url', name=_('Either a file or an external URL')),
    )

    class Meta:
        model = Document
        fields = ['name', 'kind', 'file', 'external_url', 'description', 'owner', 'comments', 'tags']

    def __init__(self, *args, **kwargs):
        instance = kwargs.get('instance')
        initial = kwargs.get('initial', {}).copy()
        if instance is not None and instance.subject:
            initial.setdefault('subject_type', instance.subject_type_id)
            initial.setdefault('subject', instance.subject)
        kwargs['initial'] = initial

        super().__init__(*args, **kwargs)

        self._set_subject_choices()

    def clean(self):
        super().clean()

        self.instance.subject = self.cleaned_data.get('subject')

    def _set_subject_choices(self):
        # The objects to choose from are those of the type that is selected.
        type_id = get_field_value(self, 'subject_type')
        if not type_id:
            return
        try:
            subject_type = self.fields['subject_type'].queryset.get(pk=type_id)
        except (ObjectDoesNotExist, ValueError):
            return
        model = subject_type.model_class()
        self.fields['kind'].choices = get_kind_choices(subject_type)
        field = self.fields['subject']
        field.queryset = model.objects.all()
        field.label = bettertitle(model._meta.verbose_name)
        field.disabled = False
        field.widget.attrs['selector'] = model._meta.label_lower
        if self.instance.pk and str(type_id) != str(self.instance.subject_type_id):
            self.initial['subject'] = None
