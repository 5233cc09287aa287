from dcim.models import Site
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from netbox.context import current_request
from netbox.object_actions import (
    AddObject,
    BulkDelete,
    BulkEdit,
    BulkExport,
    BulkImport,
    CloneObject,
    DeleteObject,
    EditObject,
)
from netbox.views import generic
from tenancy.models import Tenant
from utilities.forms import ConfirmationForm
from utilities.permissions import get_permission_for_model
from utilities.views import GetRelatedModelsMixin, GetReturnURLMixin, ViewTab, register_model_view

from . import filtersets, forms, tables
from .choices import ExhibitStatusChoices
from .models import Exhibit, ExhibitKind, Hall, Label, Loan
from .object_actions import ShowExhibit


def get_tab_badge(model, field):
    """
    Return a function that counts the objects which lead to a given one through a field, as far as the current user
    may view them.
    """

    def badge(instance):
        user = current_request.get().user
        return model.objects.restrict(user, 'view').filter(**{field: instance}).count()

    return badge


#
# Home page
#


class HomeView(LoginRequiredMixin, View):
    template_name = 'netbox_kit_showcase/home.html'

    def get(self, request):
        groups = (
            (
                _('Exhibits'),
                (
                    Exhibit,
                    Loan,
                    Label,
                ),
            ),
            (
                _('Museum'),
                (
                    Hall,
                    ExhibitKind,
                ),
            ),
        )
        return render(
            request,
            self.template_name,
            {
                'groups': [(label, self.get_counts(request.user, models)) for label, models in groups],
            },
        )

    @staticmethod
    def get_counts(user, models):
        """
        Return the models that a user may view, and how many of their objects.
        """
        return [
            (model, model.objects.restrict(user, 'view').count())
            for model in models
            if user.has_perm(get_permission_for_model(model, 'view'))
        ]


#
# Exhibit Kinds
#


@register_model_view(ExhibitKind, 'list', path='', detail=False)
class ExhibitKindListView(generic.ObjectListView):
    queryset = ExhibitKind.objects.all()
    filterset = filtersets.ExhibitKindFilterSet
    filterset_form = forms.ExhibitKindFilterForm
    table = tables.ExhibitKindTable


@register_model_view(ExhibitKind)
class ExhibitKindView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = ExhibitKind.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(ExhibitKind, 'add', detail=False)
@register_model_view(ExhibitKind, 'edit')
class ExhibitKindEditView(generic.ObjectEditView):
    queryset = ExhibitKind.objects.all()
    form = forms.ExhibitKindForm


@register_model_view(ExhibitKind, 'delete')
class ExhibitKindDeleteView(generic.ObjectDeleteView):
    queryset = ExhibitKind.objects.all()


@register_model_view(ExhibitKind, 'bulk_import', path='import', detail=False)
class ExhibitKindBulkImportView(generic.BulkImportView):
    queryset = ExhibitKind.objects.all()
    model_form = forms.ExhibitKindImportForm


@register_model_view(ExhibitKind, 'bulk_edit', path='edit', detail=False)
class ExhibitKindBulkEditView(generic.BulkEditView):
    queryset = ExhibitKind.objects.all()
    filterset = filtersets.ExhibitKindFilterSet
    table = tables.ExhibitKindTable
    form = forms.ExhibitKindBulkEditForm


@register_model_view(ExhibitKind, 'bulk_rename', path='rename', detail=False)
class ExhibitKindBulkRenameView(generic.BulkRenameView):
    queryset = ExhibitKind.objects.all()
    filterset = filtersets.ExhibitKindFilterSet


@register_model_view(ExhibitKind, 'bulk_delete', path='delete', detail=False)
class ExhibitKindBulkDeleteView(generic.BulkDeleteView):
    queryset = ExhibitKind.objects.all()
    filterset = filtersets.ExhibitKindFilterSet
    table = tables.ExhibitKindTable


#
# Halls
#


@register_model_view(Hall, 'list', path='', detail=False)
class HallListView(generic.ObjectListView):
    queryset = Hall.objects.all()
    filterset = filtersets.HallFilterSet
    filterset_form = forms.HallFilterForm
    table = tables.HallTable


@register_model_view(Hall)
class HallView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = Hall.objects.all()

    def get_extra_context(self, request, instance):
        descendants = instance.get_descendants(include_self=True)

        return {
            'related_models': self.get_related_models(request, descendants),
        }


@register_model_view(Hall, 'add', detail=False)
@register_model_view(Hall, 'edit')
class HallEditView(generic.ObjectEditView):
    queryset = Hall.objects.all()
    form = forms.HallForm


@register_model_view(Hall, 'delete')
class HallDeleteView(generic.ObjectDeleteView):
    queryset = Hall.objects.all()


@register_model_view(Hall, 'bulk_import', path='import', detail=False)
class HallBulkImportView(generic.BulkImportView):
    queryset = Hall.objects.all()
    model_form = forms.HallImportForm


@register_model_view(Hall, 'bulk_edit', path='edit', detail=False)
class HallBulkEditView(generic.BulkEditView):
    queryset = Hall.objects.all()
    filterset = filtersets.HallFilterSet
    table = tables.HallTable
    form = forms.HallBulkEditForm


@register_model_view(Hall, 'bulk_rename', path='rename', detail=False)
class HallBulkRenameView(generic.BulkRenameView):
    queryset = Hall.objects.all()
    filterset = filtersets.HallFilterSet


@register_model_view(Hall, 'bulk_delete', path='delete', detail=False)
class HallBulkDeleteView(generic.BulkDeleteView):
    queryset = Hall.objects.all()
    filterset = filtersets.HallFilterSet
    table = tables.HallTable


#
# Exhibits
#


@register_model_view(Exhibit, 'list', path='', detail=False)
class ExhibitListView(generic.ObjectListView):
    queryset = Exhibit.objects.all()
    filterset = filtersets.ExhibitFilterSet
    filterset_form = forms.ExhibitFilterForm
    table = tables.ExhibitTable


@register_model_view(Exhibit)
class ExhibitView(generic.ObjectView):
    queryset = Exhibit.objects.all()
    actions = (ShowExhibit, CloneObject, EditObject, DeleteObject)


@register_model_view(Exhibit, 'show')
class ExhibitShowView(GetReturnURLMixin, generic.ObjectView):
    """
    Ask for confirmation, then do it.
    """

    queryset = Exhibit.objects.all()
    template_name = 'netbox_kit_showcase/action.html'

    def get_required_permission(self):
        return get_permission_for_model(self.queryset.model, 'show')

    def get_extra_context(self, request, instance):
        return {
            'action': _('Show'),
            'form': ConfirmationForm(initial=request.GET),
            'return_url': self.get_return_url(request, instance),
        }

    def post(self, request, **kwargs):
        instance = self.get_object(**kwargs)
        form = ConfirmationForm(request.POST)
        if form.is_valid():
            try:
                self.perform(instance)
            except ValidationError as error:
                messages.error(request, ' '.join(error.messages))
            else:
                messages.success(request, _('Show: done for {object}.').format(object=instance))
        return redirect(self.get_return_url(request, instance))

    @staticmethod
    def perform(instance):
        instance.snapshot()
        instance.status = ExhibitStatusChoices.STATUS_SHOWN
        instance._changelog_message = str(_('Show'))
        instance.full_clean()
        instance.save()


@register_model_view(Exhibit, 'add', detail=False)
@register_model_view(Exhibit, 'edit')
class ExhibitEditView(generic.ObjectEditView):
    queryset = Exhibit.objects.all()
    form = forms.ExhibitForm


@register_model_view(Exhibit, 'delete')
class ExhibitDeleteView(generic.ObjectDeleteView):
    queryset = Exhibit.objects.all()


@register_model_view(Exhibit, 'bulk_import', path='import', detail=False)
class ExhibitBulkImportView(generic.BulkImportView):
    queryset = Exhibit.objects.all()
    model_form = forms.ExhibitImportForm


@register_model_view(Exhibit, 'bulk_edit', path='edit', detail=False)
class ExhibitBulkEditView(generic.BulkEditView):
    queryset = Exhibit.objects.all()
    filterset = filtersets.ExhibitFilterSet
    table = tables.ExhibitTable
    form = forms.ExhibitBulkEditForm


@register_model_view(Exhibit, 'bulk_rename', path='rename', detail=False)
class ExhibitBulkRenameView(generic.BulkRenameView):
    queryset = Exhibit.objects.all()
    filterset = filtersets.ExhibitFilterSet


@register_model_view(Exhibit, 'bulk_delete', path='delete', detail=False)
class ExhibitBulkDeleteView(generic.BulkDeleteView):
    queryset = Exhibit.objects.all()
    filterset = filtersets.ExhibitFilterSet
    table = tables.ExhibitTable


#
# Loans
#


@register_model_view(Loan, 'list', path='', detail=False)
class LoanListView(generic.ObjectListView):
    queryset = Loan.objects.all()
    filterset = filtersets.LoanFilterSet
    filterset_form = forms.LoanFilterForm
    table = tables.LoanTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(Loan)
class LoanView(generic.ObjectView):
    queryset = Loan.objects.all()


@register_model_view(Loan, 'add', detail=False)
@register_model_view(Loan, 'edit')
class LoanEditView(generic.ObjectEditView):
    queryset = Loan.objects.all()
    form = forms.LoanForm


@register_model_view(Loan, 'delete')
class LoanDeleteView(generic.ObjectDeleteView):
    queryset = Loan.objects.all()


@register_model_view(Loan, 'bulk_import', path='import', detail=False)
class LoanBulkImportView(generic.BulkImportView):
    queryset = Loan.objects.all()
    model_form = forms.LoanImportForm


@register_model_view(Loan, 'bulk_edit', path='edit', detail=False)
class LoanBulkEditView(generic.BulkEditView):
    queryset = Loan.objects.all()
    filterset = filtersets.LoanFilterSet
    table = tables.LoanTable
    form = forms.LoanBulkEditForm


@register_model_view(Loan, 'bulk_delete', path='delete', detail=False)
class LoanBulkDeleteView(generic.BulkDeleteView):
    queryset = Loan.objects.all()
    filterset = filtersets.LoanFilterSet
    table = tables.LoanTable


#
# Exhibit Labels
#


@register_model_view(Label, 'list', path='', detail=False)
class LabelListView(generic.ObjectListView):
    queryset = Label.objects.all()
    filterset = filtersets.LabelFilterSet
    filterset_form = forms.LabelFilterForm
    table = tables.LabelTable


@register_model_view(Label)
class LabelView(generic.ObjectView):
    queryset = Label.objects.all()


@register_model_view(Label, 'add', detail=False)
@register_model_view(Label, 'edit')
class LabelEditView(generic.ObjectEditView):
    queryset = Label.objects.all()
    form = forms.LabelForm


@register_model_view(Label, 'delete')
class LabelDeleteView(generic.ObjectDeleteView):
    queryset = Label.objects.all()


@register_model_view(Label, 'bulk_import', path='import', detail=False)
class LabelBulkImportView(generic.BulkImportView):
    queryset = Label.objects.all()
    model_form = forms.LabelImportForm


@register_model_view(Label, 'bulk_edit', path='edit', detail=False)
class LabelBulkEditView(generic.BulkEditView):
    queryset = Label.objects.all()
    filterset = filtersets.LabelFilterSet
    table = tables.LabelTable
    form = forms.LabelBulkEditForm


@register_model_view(Label, 'bulk_rename', path='rename', detail=False)
class LabelBulkRenameView(generic.BulkRenameView):
    queryset = Label.objects.all()
    filterset = filtersets.LabelFilterSet
    field_name = 'text'


@register_model_view(Label, 'bulk_delete', path='delete', detail=False)
class LabelBulkDeleteView(generic.BulkDeleteView):
    queryset = Label.objects.all()
    filterset = filtersets.LabelFilterSet
    table = tables.LabelTable


#
# Tabs
#


@register_model_view(Hall, 'exhibits', path='exhibits')
class HallExhibitsView(generic.ObjectChildrenView):
    queryset = Hall.objects.all()
    child_model = Exhibit
    table = tables.ExhibitTable
    filterset = filtersets.ExhibitFilterSet
    tab = ViewTab(
        label=_('Exhibits'),
        badge=get_tab_badge(Exhibit, 'hall'),
        permission='netbox_kit_showcase.view_exhibit',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(hall=parent)


@register_model_view(Site, 'netbox_kit_showcase_exhibits', path='kit-showcase/exhibits')
class SiteExhibitsView(generic.ObjectChildrenView):
    queryset = Site.objects.all()
    child_model = Exhibit
    table = tables.ExhibitTable
    filterset = filtersets.ExhibitFilterSet
    tab = ViewTab(
        label=_('Exhibits'),
        badge=get_tab_badge(Exhibit, 'site'),
        permission='netbox_kit_showcase.view_exhibit',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(site=parent)


@register_model_view(Exhibit, 'loans', path='loans')
class ExhibitLoansView(generic.ObjectChildrenView):
    queryset = Exhibit.objects.all()
    child_model = Loan
    table = tables.LoanTable
    filterset = filtersets.LoanFilterSet
    tab = ViewTab(
        label=_('Loans'),
        badge=get_tab_badge(Loan, 'exhibit'),
        permission='netbox_kit_showcase.view_loan',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(exhibit=parent)


@register_model_view(Tenant, 'netbox_kit_showcase_loans', path='kit-showcase/loans')
class TenantLoansView(generic.ObjectChildrenView):
    queryset = Tenant.objects.all()
    child_model = Loan
    table = tables.LoanTable
    filterset = filtersets.LoanFilterSet
    tab = ViewTab(
        label=_('Loans'),
        badge=get_tab_badge(Loan, 'lender'),
        permission='netbox_kit_showcase.view_loan',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(lender=parent)
