from django.urls import path
from netbox.urls import urlpatterns as core_urls

from .views import StockView

urlpatterns = [path("stock/", StockView.as_view(), name="stock")]
urlpatterns += [path("more/", StockView.as_view(), name="more")]
urlpatterns.append(path("yet/", StockView.as_view(), name="yet"))
count = len(core_urls)
