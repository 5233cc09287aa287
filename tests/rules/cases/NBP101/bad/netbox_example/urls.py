from . import patches

urlpatterns = []
