from dcim.models import Device
from django.utils.translation import gettext_lazy as _
from netbox.context import current_request
from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view
from virtualization.models import VirtualMachine

from . import filtersets, forms, tables
from .graph import get_graph
from .impact import get_impact
from .layout import get_diagram
from .mermaid import to_mermaid
from .models import Application, BusinessService, ConfigItem, PenetrationTest, Relation


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
# Business Services
#


@register_model_view(BusinessService, 'list', path='', detail=False)
class BusinessServiceListView(generic.ObjectListView):
    queryset = BusinessService.objects.all()
    filterset = filtersets.BusinessServiceFilterSet
    filterset_form = forms.BusinessServiceFilterForm
    table = tables.BusinessServiceTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(BusinessService)
class BusinessServiceView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = BusinessService.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(BusinessService, 'add', detail=False)
@register_model_view(BusinessService, 'edit')
class BusinessServiceEditView(generic.ObjectEditView):
    queryset = BusinessService.objects.all()
    form = forms.BusinessServiceForm


@register_model_view(BusinessService, 'delete')
class BusinessServiceDeleteView(generic.ObjectDeleteView):
    queryset = BusinessService.objects.all()


@register_model_view(BusinessService, 'bulk_import', path='import', detail=False)
class BusinessServiceBulkImportView(generic.BulkImportView):
    queryset = BusinessService.objects.all()
    model_form = forms.BusinessServiceImportForm


@register_model_view(BusinessService, 'bulk_edit', path='edit', detail=False)
class BusinessServiceBulkEditView(generic.BulkEditView):
    queryset = BusinessService.objects.all()
    filterset = filtersets.BusinessServiceFilterSet
    table = tables.BusinessServiceTable
    form = forms.BusinessServiceBulkEditForm


@register_model_view(BusinessService, 'bulk_delete', path='delete', detail=False)
class BusinessServiceBulkDeleteView(generic.BulkDeleteView):
    queryset = BusinessService.objects.all()
    filterset = filtersets.BusinessServiceFilterSet
    table = tables.BusinessServiceTable


#
# Applications
#


@register_model_view(Application, 'list', path='', detail=False)
class ApplicationListView(generic.ObjectListView):
    queryset = Application.objects.all()
    filterset = filtersets.ApplicationFilterSet
    filterset_form = forms.ApplicationFilterForm
    table = tables.ApplicationTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(Application)
class ApplicationView(generic.ObjectView):
    queryset = Application.objects.all()


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


@register_model_view(Application, 'bulk_delete', path='delete', detail=False)
class ApplicationBulkDeleteView(generic.BulkDeleteView):
    queryset = Application.objects.all()
    filterset = filtersets.ApplicationFilterSet
    table = tables.ApplicationTable


#
# Config Items
#


@register_model_view(ConfigItem, 'list', path='', detail=False)
class ConfigItemListView(generic.ObjectListView):
    queryset = ConfigItem.objects.all()
    filterset = filtersets.ConfigItemFilterSet
    filterset_form = forms.ConfigItemFilterForm
    table = tables.ConfigItemTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(ConfigItem)
class ConfigItemView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = ConfigItem.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(ConfigItem, 'add', detail=False)
@register_model_view(ConfigItem, 'edit')
class ConfigItemEditView(generic.ObjectEditView):
    queryset = ConfigItem.objects.all()
    form = forms.ConfigItemForm


@register_model_view(ConfigItem, 'delete')
class ConfigItemDeleteView(generic.ObjectDeleteView):
    queryset = ConfigItem.objects.all()


@register_model_view(ConfigItem, 'bulk_import', path='import', detail=False)
class ConfigItemBulkImportView(generic.BulkImportView):
    queryset = ConfigItem.objects.all()
    model_form = forms.ConfigItemImportForm


@register_model_view(ConfigItem, 'bulk_edit', path='edit', detail=False)
class ConfigItemBulkEditView(generic.BulkEditView):
    queryset = ConfigItem.objects.prefetch_related('item')
    filterset = filtersets.ConfigItemFilterSet
    table = tables.ConfigItemTable
    form = forms.ConfigItemBulkEditForm


@register_model_view(ConfigItem, 'bulk_delete', path='delete', detail=False)
class ConfigItemBulkDeleteView(generic.BulkDeleteView):
    queryset = ConfigItem.objects.prefetch_related('item')
    filterset = filtersets.ConfigItemFilterSet
    table = tables.ConfigItemTable


#
# Relations
#


@register_model_view(Relation, 'list', path='', detail=False)
class RelationListView(generic.ObjectListView):
    queryset = Relation.objects.prefetch_related('source__item', 'destination__item')
    filterset = filtersets.RelationFilterSet
    filterset_form = forms.RelationFilterForm
    table = tables.RelationTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(Relation)
class RelationView(generic.ObjectView):
    queryset = Relation.objects.all()


@register_model_view(Relation, 'add', detail=False)
@register_model_view(Relation, 'edit')
class RelationEditView(generic.ObjectEditView):
    queryset = Relation.objects.all()
    form = forms.RelationForm


@register_model_view(Relation, 'delete')
class RelationDeleteView(generic.ObjectDeleteView):
    queryset = Relation.objects.all()


@register_model_view(Relation, 'bulk_import', path='import', detail=False)
class RelationBulkImportView(generic.BulkImportView):
    queryset = Relation.objects.all()
    model_form = forms.RelationImportForm


@register_model_view(Relation, 'bulk_edit', path='edit', detail=False)
class RelationBulkEditView(generic.BulkEditView):
    queryset = Relation.objects.prefetch_related('source__item', 'destination__item')
    filterset = filtersets.RelationFilterSet
    table = tables.RelationTable
    form = forms.RelationBulkEditForm


@register_model_view(Relation, 'bulk_delete', path='delete', detail=False)
class RelationBulkDeleteView(generic.BulkDeleteView):
    queryset = Relation.objects.prefetch_related('source__item', 'destination__item')
    filterset = filtersets.RelationFilterSet
    table = tables.RelationTable


#
# Penetration Tests
#


@register_model_view(PenetrationTest, 'list', path='', detail=False)
class PenetrationTestListView(generic.ObjectListView):
    queryset = PenetrationTest.objects.all()
    filterset = filtersets.PenetrationTestFilterSet
    filterset_form = forms.PenetrationTestFilterForm
    table = tables.PenetrationTestTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(PenetrationTest)
class PenetrationTestView(generic.ObjectView):
    queryset = PenetrationTest.objects.all()


@register_model_view(PenetrationTest, 'add', detail=False)
@register_model_view(PenetrationTest, 'edit')
class PenetrationTestEditView(generic.ObjectEditView):
    queryset = PenetrationTest.objects.all()
    form = forms.PenetrationTestForm


@register_model_view(PenetrationTest, 'delete')
class PenetrationTestDeleteView(generic.ObjectDeleteView):
    queryset = PenetrationTest.objects.all()


@register_model_view(PenetrationTest, 'bulk_import', path='import', detail=False)
class PenetrationTestBulkImportView(generic.BulkImportView):
    queryset = PenetrationTest.objects.all()
    model_form = forms.PenetrationTestImportForm


@register_model_view(PenetrationTest, 'bulk_edit', path='edit', detail=False)
class PenetrationTestBulkEditView(generic.BulkEditView):
    queryset = PenetrationTest.objects.all()
    filterset = filtersets.PenetrationTestFilterSet
    table = tables.PenetrationTestTable
    form = forms.PenetrationTestBulkEditForm


@register_model_view(PenetrationTest, 'bulk_delete', path='delete', detail=False)
class PenetrationTestBulkDeleteView(generic.BulkDeleteView):
    queryset = PenetrationTest.objects.all()
    filterset = filtersets.PenetrationTestFilterSet
    table = tables.PenetrationTestTable


#
# Tabs
#


@register_model_view(BusinessService, 'applications', path='applications')
class BusinessServiceApplicationsView(generic.ObjectChildrenView):
    queryset = BusinessService.objects.all()
    child_model = Application
    table = tables.ApplicationTable
    filterset = filtersets.ApplicationFilterSet
    tab = ViewTab(
        label=_('Applications'),
        badge=get_tab_badge(Application, 'services'),
        permission='netbox_kit_service_map.view_application',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(services=parent)


@register_model_view(BusinessService, 'config_items', path='config-items')
class BusinessServiceConfigItemsView(generic.ObjectChildrenView):
    queryset = BusinessService.objects.all()
    child_model = ConfigItem
    table = tables.ConfigItemTable
    filterset = filtersets.ConfigItemFilterSet
    tab = ViewTab(
        label=_('Config Items'),
        badge=get_tab_badge(ConfigItem, 'service'),
        permission='netbox_kit_service_map.view_configitem',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(service=parent)


@register_model_view(BusinessService, 'relations', path='relations')
class BusinessServiceRelationsView(generic.ObjectChildrenView):
    queryset = BusinessService.objects.all()
    child_model = Relation
    table = tables.RelationTable
    filterset = filtersets.RelationFilterSet
    tab = ViewTab(
        label=_('Relations'),
        badge=get_tab_badge(Relation, 'service'),
        permission='netbox_kit_service_map.view_relation',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        relations = self.child_model.objects.restrict(request.user, 'view').filter(service=parent)
        return relations.prefetch_related('source__item', 'destination__item')


@register_model_view(BusinessService, 'penetration_tests', path='penetration-tests')
class BusinessServicePenetrationTestsView(generic.ObjectChildrenView):
    queryset = BusinessService.objects.all()
    child_model = PenetrationTest
    table = tables.PenetrationTestTable
    filterset = filtersets.PenetrationTestFilterSet
    tab = ViewTab(
        label=_('Penetration Tests'),
        badge=get_tab_badge(PenetrationTest, 'service'),
        permission='netbox_kit_service_map.view_penetrationtest',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(service=parent)


@register_model_view(BusinessService, 'diagram', path='diagram')
class BusinessServiceDiagramView(generic.ObjectView):
    queryset = BusinessService.objects.all()
    template_name = 'netbox_kit_service_map/diagram.html'
    tab = ViewTab(
        label=_('Diagram'),
        badge=get_tab_badge(ConfigItem, 'service'),
        permission='netbox_kit_service_map.view_configitem',
        weight=600,
        hide_if_empty=True,
    )

    def get_extra_context(self, request, instance):
        nodes, edges = get_graph(instance, request.user)
        return {
            'diagram': get_diagram(nodes, edges),
            'mermaid': to_mermaid(nodes, edges),
        }


def get_impact_once(instance, user):
    """
    Return what get_impact() does. A page asks several times, for the tab and for the table, with the same instance,
    which lives no longer than the page.
    """
    if not hasattr(instance, '_service_map_impact'):
        instance._service_map_impact = get_impact(instance, user)
    return instance._service_map_impact


class ImpactView(generic.ObjectView):
    """
    The services that depend on an object. Subclasses say which model it is of.
    """

    template_name = 'netbox_kit_service_map/impact.html'
    tab = ViewTab(
        label=_('Dependent Services'),
        badge=lambda instance: len(get_impact_once(instance, current_request.get().user)),
        permission='netbox_kit_service_map.view_businessservice',
        weight=3000,
        hide_if_empty=True,
    )

    def get_extra_context(self, request, instance):
        return {
            'impacts': get_impact_once(instance, request.user),
        }


@register_model_view(Device, 'service_map_impact', path='dependent-services')
class DeviceImpactView(ImpactView):
    queryset = Device.objects.all()


@register_model_view(VirtualMachine, 'service_map_impact', path='dependent-services')
class VirtualMachineImpactView(ImpactView):
    queryset = VirtualMachine.objects.all()
