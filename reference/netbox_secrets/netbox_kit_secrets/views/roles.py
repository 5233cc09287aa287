from django.utils.translation import gettext_lazy as _
from netbox.context import current_request
from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from .. import filtersets, forms, tables
from ..models import Secret, SecretRole


def count_secrets(role):
    user = current_request.get().user
    return Secret.objects.restrict(user, 'view').filter(role=role).count()


@register_model_view(SecretRole, 'list', path='', detail=False)
class SecretRoleListView(generic.ObjectListView):
    queryset = SecretRole.objects.all()
    filterset = filtersets.SecretRoleFilterSet
    filterset_form = forms.SecretRoleFilterForm
    table = tables.SecretRoleTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(SecretRole)
class SecretRoleView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = SecretRole.objects.all()

    def get_extra_context(self, request, instance):
        descendants = instance.get_descendants(include_self=True)

        return {
            'related_models': self.get_related_models(request, descendants),
        }


@register_model_view(SecretRole, 'add', detail=False)
@register_model_view(SecretRole, 'edit')
class SecretRoleEditView(generic.ObjectEditView):
    queryset = SecretRole.objects.all()
    form = forms.SecretRoleForm


@register_model_view(SecretRole, 'delete')
class SecretRoleDeleteView(generic.ObjectDeleteView):
    queryset = SecretRole.objects.all()


@register_model_view(SecretRole, 'bulk_import', path='import', detail=False)
class SecretRoleBulkImportView(generic.BulkImportView):
    queryset = SecretRole.objects.all()
    model_form = forms.SecretRoleImportForm


@register_model_view(SecretRole, 'bulk_edit', path='edit', detail=False)
class SecretRoleBulkEditView(generic.BulkEditView):
    queryset = SecretRole.objects.all()
    filterset = filtersets.SecretRoleFilterSet
    table = tables.SecretRoleTable
    form = forms.SecretRoleBulkEditForm


@register_model_view(SecretRole, 'bulk_delete', path='delete', detail=False)
class SecretRoleBulkDeleteView(generic.BulkDeleteView):
    queryset = SecretRole.objects.all()
    filterset = filtersets.SecretRoleFilterSet
    table = tables.SecretRoleTable


@register_model_view(SecretRole, 'secrets', path='secrets')
class SecretRoleSecretsView(generic.ObjectChildrenView):
    queryset = SecretRole.objects.all()
    child_model = Secret
    table = tables.SecretTable
    filterset = filtersets.SecretFilterSet
    tab = ViewTab(
        label=_('Secrets'),
        badge=count_secrets,
        permission='netbox_kit_secrets.view_secret',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(role=parent).defer('ciphertext')
