from . import work

urlpatterns = []
