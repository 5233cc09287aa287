from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_lifecycle-api'

router = NetBoxRouter()
router.APIRootView = views.KitLifecycleRootView
router.register('contract-assignments', views.ContractAssignmentViewSet)
router.register('hardware-lifecycles', views.HardwareLifecycleViewSet)
router.register('licence-assignments', views.LicenseAssignmentViewSet)
router.register('licences', views.LicenseViewSet)
router.register('support-contracts', views.SupportContractViewSet)
router.register('vendors', views.VendorViewSet)

urlpatterns = router.urls
