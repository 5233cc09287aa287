from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_compliance-api'

router = NetBoxRouter()
router.APIRootView = views.KitComplianceRootView
router.register('reports', views.ComplianceReportViewSet)
router.register('results', views.ComplianceTestResultViewSet)
router.register('selectors', views.ComplianceSelectorViewSet)
router.register('tests', views.ComplianceTestViewSet)

urlpatterns = router.urls
