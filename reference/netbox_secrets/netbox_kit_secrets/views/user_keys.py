from abc import ABC, abstractmethod

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport, DeleteObject, EditObject
from netbox.views import generic
from utilities.forms import ConfirmationForm
from utilities.permissions import get_permission_for_model
from utilities.views import GetReturnURLMixin, register_model_view

from .. import filtersets, forms, tables, vault
from ..confidential import ConfidentialMixin, get_session, set_session_cookie
from ..exceptions import VaultError
from ..models import UserKey
from ..object_actions import ActivateUserKey, RotateUserKey


@register_model_view(UserKey, 'list', path='', detail=False)
class UserKeyListView(generic.ObjectListView):
    queryset = UserKey.objects.all()
    filterset = filtersets.UserKeyFilterSet
    filterset_form = forms.UserKeyFilterForm
    table = tables.UserKeyTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(UserKey)
class UserKeyView(generic.ObjectView):
    queryset = UserKey.objects.all()
    actions = (ActivateUserKey, RotateUserKey, EditObject, DeleteObject)


class UserKeyActionView(ConfidentialMixin, GetReturnURLMixin, generic.ObjectView, ABC):
    """
    Ask for confirmation, then do it.
    """

    queryset = UserKey.objects.all()
    template_name = 'netbox_kit_secrets/action.html'
    action = None
    label = None
    explanation = None

    def get_required_permission(self):
        return get_permission_for_model(self.queryset.model, self.action)

    def get_object(self, **kwargs):
        self.queryset = self.queryset.restrict(self.request.user, 'view')
        return super().get_object(**kwargs)

    def get_extra_context(self, request, instance):
        return {
            'action': self.label,
            'explanation': self.explanation,
            'form': ConfirmationForm(initial=request.GET),
            'return_url': self.get_return_url(request, instance),
        }

    def post(self, request, **kwargs):
        user_key = self.get_object(**kwargs)
        response = redirect(self.get_return_url(request, user_key))
        if ConfirmationForm(request.POST).is_valid():
            try:
                self.perform(request, user_key, response)
            except VaultError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, _('{action}: done.').format(action=self.label))
        return response

    @abstractmethod
    def perform(self, request, user_key, response):
        """
        Do it, or raise VaultError.
        """


@register_model_view(UserKey, 'activate')
class UserKeyActivateView(UserKeyActionView):
    action = 'activate'
    label = _('Activate')
    explanation = _(
        'This user will be able to unlock all secrets. Make sure that the public key is theirs: ask them for its '
        'fingerprint.'
    )

    def perform(self, request, user_key, response):
        vault.activate(user_key, get_session(request))


@register_model_view(UserKey, 'rotate')
class UserKeyRotateView(UserKeyActionView):
    action = 'rotate'
    label = _('Rotate master key')
    explanation = _(
        'All secrets will be encrypted with a new master key, which all active user keys are given. Everybody has to '
        'unlock secrets again.'
    )

    def perform(self, request, user_key, response):
        if user_key.user_id != request.user.pk:
            raise VaultError(_('The master key is rotated with your own user key.'))
        key, expires = vault.rotate(get_session(request))
        set_session_cookie(request, response, key, expires)


@register_model_view(UserKey, 'add', detail=False)
@register_model_view(UserKey, 'edit')
class UserKeyEditView(ConfidentialMixin, generic.ObjectEditView):
    queryset = UserKey.objects.all()
    form = forms.UserKeyForm

    def alter_object(self, obj, request, url_args, url_kwargs):
        if not obj.pk:
            obj.user = request.user
        return obj


@register_model_view(UserKey, 'delete')
class UserKeyDeleteView(generic.ObjectDeleteView):
    queryset = UserKey.objects.all()


@register_model_view(UserKey, 'bulk_import', path='import', detail=False)
class UserKeyBulkImportView(generic.BulkImportView):
    queryset = UserKey.objects.all()
    model_form = forms.UserKeyImportForm


@register_model_view(UserKey, 'bulk_edit', path='edit', detail=False)
class UserKeyBulkEditView(generic.BulkEditView):
    queryset = UserKey.objects.all()
    filterset = filtersets.UserKeyFilterSet
    table = tables.UserKeyTable
    form = forms.UserKeyBulkEditForm


@register_model_view(UserKey, 'bulk_delete', path='delete', detail=False)
class UserKeyBulkDeleteView(generic.BulkDeleteView):
    queryset = UserKey.objects.all()
    filterset = filtersets.UserKeyFilterSet
    table = tables.UserKeyTable
