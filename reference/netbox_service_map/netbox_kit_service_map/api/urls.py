from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_service_map-api'

router = NetBoxRouter()
router.APIRootView = views.KitServiceMapRootView
router.register('applications', views.ApplicationViewSet)
router.register('business-services', views.BusinessServiceViewSet)
router.register('config-items', views.ConfigItemViewSet)
router.register('penetration-tests', views.PenetrationTestViewSet)
router.register('relations', views.RelationViewSet)

urlpatterns = router.urls
