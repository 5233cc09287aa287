from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_data_flows-api'

router = NetBoxRouter()
router.APIRootView = views.KitDataFlowsRootView
router.register('application-roles', views.ApplicationRoleViewSet)
router.register('applications', views.ApplicationViewSet)
router.register('data-flows', views.DataFlowViewSet)
router.register('flow-groups', views.FlowGroupViewSet)
router.register('object-aliases', views.ObjectAliasViewSet)

urlpatterns = router.urls
