from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_inventory-api'

router = NetBoxRouter()
router.APIRootView = views.KitInventoryRootView
router.register('assets', views.AssetViewSet)
router.register('deliveries', views.DeliveryViewSet)
router.register('item-groups', views.ItemGroupViewSet)
router.register('item-types', views.ItemTypeViewSet)
router.register('purchases', views.PurchaseViewSet)
router.register('suppliers', views.SupplierViewSet)

urlpatterns = router.urls
