from django.conf import settings
from django.urls import get_resolver, path
from dcim.api.urls import router
from dcim.api.urls import urlpatterns as device_urls
from netbox import urls
from netbox.urls import urlpatterns

from .views import StockView

settings.ROOT_URLCONF = "netbox_example.all_urls"  # expect: NBP201
urlpatterns.append(path("stock/", StockView.as_view()))  # expect: NBP201
urlpatterns += [path("stock/", StockView.as_view())]  # expect: NBP201
urls.urlpatterns = [*urls.urlpatterns]  # expect: NBP201
device_urls.insert(0, path("stock/", StockView.as_view()))  # expect: NBP201
router.register("stock", StockView)  # expect: NBP201
get_resolver().url_patterns.append(path("stock/", StockView.as_view()))  # expect: NBP201
