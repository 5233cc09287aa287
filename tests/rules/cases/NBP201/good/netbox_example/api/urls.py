from netbox.api.routers import NetBoxRouter

from ..views import StockView

router = NetBoxRouter()
router.register("stock", StockView)
urlpatterns = router.urls
