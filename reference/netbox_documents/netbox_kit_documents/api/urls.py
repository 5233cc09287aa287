from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_documents-api'

router = NetBoxRouter()
router.APIRootView = views.KitDocumentsRootView
router.register('documents', views.DocumentViewSet)

urlpatterns = router.urls
