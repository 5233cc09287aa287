from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_interface_sync-api'

router = NetBoxRouter()
router.APIRootView = views.KitInterfaceSyncRootView
router.register('devices', views.DeviceSyncViewSet, basename='device')

urlpatterns = router.urls
