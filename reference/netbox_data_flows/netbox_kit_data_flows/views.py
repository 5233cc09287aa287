import csv
from itertools import chain

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from netbox.context import current_request
from netbox.views import generic
from netbox.views.generic.base import BaseMultiObjectView
from utilities.paginator import EnhancedPaginator, get_paginate_count
from utilities.permissions import get_permission_for_model
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from . import filtersets, forms, tables
from .inheritance import get_disabled_groups, is_in_force
from .models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias
from .rules import HEADER, get_rules, prefetch_members
from .touching import MODELS, get_flows


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
# Application Roles
#


@register_model_view(ApplicationRole, 'list', path='', detail=False)
class ApplicationRoleListView(generic.ObjectListView):
    queryset = ApplicationRole.objects.all()
    filterset = filtersets.ApplicationRoleFilterSet
    filterset_form = forms.ApplicationRoleFilterForm
    table = tables.ApplicationRoleTable


@register_model_view(ApplicationRole)
class ApplicationRoleView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = ApplicationRole.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(ApplicationRole, 'add', detail=False)
@register_model_view(ApplicationRole, 'edit')
class ApplicationRoleEditView(generic.ObjectEditView):
    queryset = ApplicationRole.objects.all()
    form = forms.ApplicationRoleForm


@register_model_view(ApplicationRole, 'delete')
class ApplicationRoleDeleteView(generic.ObjectDeleteView):
    queryset = ApplicationRole.objects.all()


@register_model_view(ApplicationRole, 'bulk_import', path='import', detail=False)
class ApplicationRoleBulkImportView(generic.BulkImportView):
    queryset = ApplicationRole.objects.all()
    model_form = forms.ApplicationRoleImportForm


@register_model_view(ApplicationRole, 'bulk_edit', path='edit', detail=False)
class ApplicationRoleBulkEditView(generic.BulkEditView):
    queryset = ApplicationRole.objects.all()
    filterset = filtersets.ApplicationRoleFilterSet
    table = tables.ApplicationRoleTable
    form = forms.ApplicationRoleBulkEditForm


@register_model_view(ApplicationRole, 'bulk_rename', path='rename', detail=False)
class ApplicationRoleBulkRenameView(generic.BulkRenameView):
    queryset = ApplicationRole.objects.all()
    filterset = filtersets.ApplicationRoleFilterSet


@register_model_view(ApplicationRole, 'bulk_delete', path='delete', detail=False)
class ApplicationRoleBulkDeleteView(generic.BulkDeleteView):
    queryset = ApplicationRole.objects.all()
    filterset = filtersets.ApplicationRoleFilterSet
    table = tables.ApplicationRoleTable


#
# Applications
#


@register_model_view(Application, 'list', path='', detail=False)
class ApplicationListView(generic.ObjectListView):
    queryset = Application.objects.all()
    filterset = filtersets.ApplicationFilterSet
    filterset_form = forms.ApplicationFilterForm
    table = tables.ApplicationTable


@register_model_view(Application)
class ApplicationView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = Application.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(Application, 'add', detail=False)
@register_model_view(Application, 'edit')
class ApplicationEditView(generic.ObjectEditView):
    queryset = Application.objects.all()
    form = forms.ApplicationForm


@register_model_view(Application, 'delete')
class ApplicationDeleteView(generic.ObjectDeleteView):
    queryset = Application.objects.all()


@register_model_view(Application, 'bulk_import', path='import', detail=False)
class ApplicationBulkImportView(generic.BulkImportView):
    queryset = Application.objects.all()
    model_form = forms.ApplicationImportForm


@register_model_view(Application, 'bulk_edit', path='edit', detail=False)
class ApplicationBulkEditView(generic.BulkEditView):
    queryset = Application.objects.all()
    filterset = filtersets.ApplicationFilterSet
    table = tables.ApplicationTable
    form = forms.ApplicationBulkEditForm


@register_model_view(Application, 'bulk_rename', path='rename', detail=False)
class ApplicationBulkRenameView(generic.BulkRenameView):
    queryset = Application.objects.all()
    filterset = filtersets.ApplicationFilterSet


@register_model_view(Application, 'bulk_delete', path='delete', detail=False)
class ApplicationBulkDeleteView(generic.BulkDeleteView):
    queryset = Application.objects.all()
    filterset = filtersets.ApplicationFilterSet
    table = tables.ApplicationTable


#
# Flow Groups
#


@register_model_view(FlowGroup, 'list', path='', detail=False)
class FlowGroupListView(generic.ObjectListView):
    queryset = FlowGroup.objects.all()
    filterset = filtersets.FlowGroupFilterSet
    filterset_form = forms.FlowGroupFilterForm
    table = tables.FlowGroupTable


@register_model_view(FlowGroup)
class FlowGroupView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = FlowGroup.objects.all()

    def get_extra_context(self, request, instance):
        descendants = instance.get_descendants(include_self=True)

        return {
            'related_models': self.get_related_models(request, descendants),
        }


@register_model_view(FlowGroup, 'add', detail=False)
@register_model_view(FlowGroup, 'edit')
class FlowGroupEditView(generic.ObjectEditView):
    queryset = FlowGroup.objects.all()
    form = forms.FlowGroupForm


@register_model_view(FlowGroup, 'delete')
class FlowGroupDeleteView(generic.ObjectDeleteView):
    queryset = FlowGroup.objects.all()


@register_model_view(FlowGroup, 'bulk_import', path='import', detail=False)
class FlowGroupBulkImportView(generic.BulkImportView):
    queryset = FlowGroup.objects.all()
    model_form = forms.FlowGroupImportForm


@register_model_view(FlowGroup, 'bulk_edit', path='edit', detail=False)
class FlowGroupBulkEditView(generic.BulkEditView):
    queryset = FlowGroup.objects.all()
    filterset = filtersets.FlowGroupFilterSet
    table = tables.FlowGroupTable
    form = forms.FlowGroupBulkEditForm


@register_model_view(FlowGroup, 'bulk_rename', path='rename', detail=False)
class FlowGroupBulkRenameView(generic.BulkRenameView):
    queryset = FlowGroup.objects.all()
    filterset = filtersets.FlowGroupFilterSet


@register_model_view(FlowGroup, 'bulk_delete', path='delete', detail=False)
class FlowGroupBulkDeleteView(generic.BulkDeleteView):
    queryset = FlowGroup.objects.all()
    filterset = filtersets.FlowGroupFilterSet
    table = tables.FlowGroupTable


#
# Object Aliases
#


@register_model_view(ObjectAlias, 'list', path='', detail=False)
class ObjectAliasListView(generic.ObjectListView):
    queryset = ObjectAlias.objects.all()
    filterset = filtersets.ObjectAliasFilterSet
    filterset_form = forms.ObjectAliasFilterForm
    table = tables.ObjectAliasTable


@register_model_view(ObjectAlias)
class ObjectAliasView(generic.ObjectView):
    queryset = ObjectAlias.objects.all()


@register_model_view(ObjectAlias, 'add', detail=False)
@register_model_view(ObjectAlias, 'edit')
class ObjectAliasEditView(generic.ObjectEditView):
    queryset = ObjectAlias.objects.all()
    form = forms.ObjectAliasForm


@register_model_view(ObjectAlias, 'delete')
class ObjectAliasDeleteView(generic.ObjectDeleteView):
    queryset = ObjectAlias.objects.all()


@register_model_view(ObjectAlias, 'bulk_import', path='import', detail=False)
class ObjectAliasBulkImportView(generic.BulkImportView):
    queryset = ObjectAlias.objects.all()
    model_form = forms.ObjectAliasImportForm


@register_model_view(ObjectAlias, 'bulk_edit', path='edit', detail=False)
class ObjectAliasBulkEditView(generic.BulkEditView):
    queryset = ObjectAlias.objects.all()
    filterset = filtersets.ObjectAliasFilterSet
    table = tables.ObjectAliasTable
    form = forms.ObjectAliasBulkEditForm


@register_model_view(ObjectAlias, 'bulk_rename', path='rename', detail=False)
class ObjectAliasBulkRenameView(generic.BulkRenameView):
    queryset = ObjectAlias.objects.all()
    filterset = filtersets.ObjectAliasFilterSet


@register_model_view(ObjectAlias, 'bulk_delete', path='delete', detail=False)
class ObjectAliasBulkDeleteView(generic.BulkDeleteView):
    queryset = ObjectAlias.objects.all()
    filterset = filtersets.ObjectAliasFilterSet
    table = tables.ObjectAliasTable


#
# Data Flows
#


@register_model_view(DataFlow, 'list', path='', detail=False)
class DataFlowListView(generic.ObjectListView):
    queryset = DataFlow.objects.all()
    filterset = filtersets.DataFlowFilterSet
    filterset_form = forms.DataFlowFilterForm
    table = tables.DataFlowTable


@register_model_view(DataFlow)
class DataFlowView(generic.ObjectView):
    queryset = DataFlow.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'is_in_force': is_in_force(instance, get_disabled_groups()),
        }


@register_model_view(DataFlow, 'add', detail=False)
@register_model_view(DataFlow, 'edit')
class DataFlowEditView(generic.ObjectEditView):
    queryset = DataFlow.objects.all()
    form = forms.DataFlowForm


@register_model_view(DataFlow, 'delete')
class DataFlowDeleteView(generic.ObjectDeleteView):
    queryset = DataFlow.objects.all()


@register_model_view(DataFlow, 'bulk_import', path='import', detail=False)
class DataFlowBulkImportView(generic.BulkImportView):
    queryset = DataFlow.objects.all()
    model_form = forms.DataFlowImportForm


@register_model_view(DataFlow, 'bulk_edit', path='edit', detail=False)
class DataFlowBulkEditView(generic.BulkEditView):
    queryset = DataFlow.objects.all()
    filterset = filtersets.DataFlowFilterSet
    table = tables.DataFlowTable
    form = forms.DataFlowBulkEditForm


@register_model_view(DataFlow, 'bulk_rename', path='rename', detail=False)
class DataFlowBulkRenameView(generic.BulkRenameView):
    queryset = DataFlow.objects.all()
    filterset = filtersets.DataFlowFilterSet


@register_model_view(DataFlow, 'bulk_delete', path='delete', detail=False)
class DataFlowBulkDeleteView(generic.BulkDeleteView):
    queryset = DataFlow.objects.all()
    filterset = filtersets.DataFlowFilterSet
    table = tables.DataFlowTable


#
# Tabs
#


@register_model_view(ApplicationRole, 'applications', path='applications')
class ApplicationRoleApplicationsView(generic.ObjectChildrenView):
    queryset = ApplicationRole.objects.all()
    child_model = Application
    table = tables.ApplicationTable
    filterset = filtersets.ApplicationFilterSet
    tab = ViewTab(
        label=_('Applications'),
        badge=get_tab_badge(Application, 'role'),
        permission='netbox_kit_data_flows.view_application',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(role=parent)


@register_model_view(Application, 'data_flows', path='data-flows')
class ApplicationDataFlowsView(generic.ObjectChildrenView):
    queryset = Application.objects.all()
    child_model = DataFlow
    table = tables.DataFlowTable
    filterset = filtersets.DataFlowFilterSet
    tab = ViewTab(
        label=_('Data Flows'),
        badge=get_tab_badge(DataFlow, 'application'),
        permission='netbox_kit_data_flows.view_dataflow',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(application=parent)


@register_model_view(FlowGroup, 'data_flows', path='data-flows')
class FlowGroupDataFlowsView(generic.ObjectChildrenView):
    queryset = FlowGroup.objects.all()
    child_model = DataFlow
    table = tables.DataFlowTable
    filterset = filtersets.DataFlowFilterSet
    tab = ViewTab(
        label=_('Data Flows'),
        badge=get_tab_badge(DataFlow, 'group'),
        permission='netbox_kit_data_flows.view_dataflow',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(group=parent)


#
# Rules
#


class Echo:
    """
    A file that keeps nothing: what is written is returned, for a response that is sent as it is made.
    """

    def write(self, value):
        return value


@register_model_view(DataFlow, 'rules', path='rules', detail=False)
class DataFlowRulesView(BaseMultiObjectView):
    """
    The flows that are in force as rules: a page, or all of them as CSV. The filters are those of the list of flows.
    """

    queryset = DataFlow.objects.all()
    template_name = 'netbox_kit_data_flows/rules.html'

    def get_required_permission(self):
        return get_permission_for_model(DataFlow, 'view')

    def get(self, request):
        flows = filtersets.DataFlowFilterSet(request.GET, self.queryset, request=request).qs
        flows = prefetch_members(filtersets.filter_in_force(flows, True), request.user)
        if request.GET.get('export') == 'csv':
            return self.export(flows)
        paginator = EnhancedPaginator(flows, get_paginate_count(request))
        page = paginator.get_page(request.GET.get('page'))
        context = {
            'filter_form': forms.DataFlowFilterForm(request.GET),
            'flows': [(flow, list(get_rules(flow))) for flow in page],
            'header': HEADER,
            'model': DataFlow,
            'page': page,
            'paginator': paginator,
        }
        return render(request, self.template_name, context)

    def export(self, flows):
        writer = csv.writer(Echo())
        # In chunks, so that neither the flows nor the rules are ever in memory all at once.
        rules = (rule for flow in flows.iterator(chunk_size=500) for rule in get_rules(flow))
        cells = chain([HEADER], (rule.cells() for rule in rules))
        return StreamingHttpResponse(
            map(writer.writerow, cells),
            content_type='text/csv',
            headers={'Content-Disposition': 'attachment; filename="rules.csv"'},
        )


#
# Tabs on pages of NetBox
#


class FlowsView(generic.ObjectChildrenView):
    """
    The flows that touch an object. Subclasses say which model it is of.
    """

    child_model = DataFlow
    table = tables.DataFlowTable
    filterset = filtersets.DataFlowFilterSet
    tab = ViewTab(
        label=_('Data Flows'),
        badge=lambda instance: get_flows(instance).restrict(current_request.get().user, 'view').count(),
        permission='netbox_kit_data_flows.view_dataflow',
        weight=3100,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return get_flows(parent).restrict(request.user, 'view')


for model in MODELS:
    register_model_view(model, 'kit_data_flows', path='kit-data-flows')(
        type(f'{model.__name__}FlowsView', (FlowsView,), {'queryset': model.objects.all()})
    )
