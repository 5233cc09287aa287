from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_showcase-api'

router = NetBoxRouter()
router.APIRootView = views.KitShowcaseRootView
router.register('exhibit-kinds', views.ExhibitKindViewSet)
router.register('exhibit-labels', views.LabelViewSet)
router.register('exhibits', views.ExhibitViewSet)
router.register('halls', views.HallViewSet)
router.register('loans', views.LoanViewSet)

urlpatterns = router.urls
