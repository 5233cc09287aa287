from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport
from netbox.views import generic
from utilities.permissions import get_permission_for_model
from utilities.views import GetReturnURLMixin, register_model_view

from .. import filtersets, forms, tables, vault
from ..confidential import ConfidentialMixin, Shown, get_session
from ..exceptions import Locked, VaultError
from ..models import Secret
from ..subjects import prefetch_assigned_objects


class UnlockHintMixin(ConfidentialMixin):
    """
    Say that secrets are locked before somebody fills in a form.
    """

    def get(self, request, *args, **kwargs):
        if not get_session(request).is_open():
            url = (
                reverse('plugins:netbox_kit_secrets:unlock') + '?' + urlencode({'return_url': request.get_full_path()})
            )
            message = _('Secrets are locked; values cannot be stored.')
            messages.warning(request, format_html('{} <a href="{}">{}</a>', message, url, _('Unlock')))
        return super().get(request, *args, **kwargs)


@register_model_view(Secret, 'list', path='', detail=False)
class SecretListView(generic.ObjectListView):
    queryset = Secret.objects.prefetch_related(prefetch_assigned_objects()).defer('ciphertext')
    filterset = filtersets.SecretFilterSet
    filterset_form = forms.SecretFilterForm
    table = tables.SecretTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(Secret)
class SecretView(generic.ObjectView):
    queryset = Secret.objects.all()


@register_model_view(Secret, 'reveal')
class SecretRevealView(ConfidentialMixin, GetReturnURLMixin, generic.ObjectView):
    """
    Show a secret's value, in place of the button that asks for it; without scripts, on a page of its own.
    """

    queryset = Secret.objects.all()
    template_name = 'netbox_kit_secrets/secret_reveal.html'

    def get_required_permission(self):
        return get_permission_for_model(self.queryset.model, 'reveal')

    def get_object(self, **kwargs):
        self.queryset = self.queryset.restrict(self.request.user, 'view')
        return super().get_object(**kwargs)

    def get_extra_context(self, request, instance):
        return {'return_url': self.get_return_url(request, instance)}

    def post(self, request, **kwargs):
        secret = self.get_object(**kwargs)
        context = {'object': secret, **self.get_extra_context(request, secret)}
        try:
            context['plaintext'] = Shown(vault.reveal(secret, get_session(request)))
        except VaultError as error:
            context |= {'error': str(error), 'locked': isinstance(error, Locked)}
        template = 'netbox_kit_secrets/inc/revealed.html' if request.htmx else self.template_name
        return render(request, template, context)


@register_model_view(Secret, 'add', detail=False)
@register_model_view(Secret, 'edit')
class SecretEditView(UnlockHintMixin, generic.ObjectEditView):
    queryset = Secret.objects.all()
    form = forms.SecretForm

    def alter_object(self, obj, request, url_args, url_kwargs):
        obj.session = get_session(request)
        return obj


@register_model_view(Secret, 'delete')
class SecretDeleteView(generic.ObjectDeleteView):
    queryset = Secret.objects.all()


@register_model_view(Secret, 'bulk_import', path='import', detail=False)
class SecretBulkImportView(UnlockHintMixin, generic.BulkImportView):
    queryset = Secret.objects.all()
    model_form = forms.SecretImportForm

    def post(self, request):
        # A background job would have all values in its queue, and no session key.
        request.POST = request.POST.copy()
        request.POST.pop('background_job', None)
        return super().post(request)

    def save_object(self, object_form, request):
        object_form.instance.session = get_session(request)
        return super().save_object(object_form, request)


@register_model_view(Secret, 'bulk_edit', path='edit', detail=False)
class SecretBulkEditView(generic.BulkEditView):
    queryset = Secret.objects.prefetch_related(prefetch_assigned_objects())
    filterset = filtersets.SecretFilterSet
    table = tables.SecretTable
    form = forms.SecretBulkEditForm


@register_model_view(Secret, 'bulk_delete', path='delete', detail=False)
class SecretBulkDeleteView(generic.BulkDeleteView):
    queryset = Secret.objects.prefetch_related(prefetch_assigned_objects())
    filterset = filtersets.SecretFilterSet
    table = tables.SecretTable
