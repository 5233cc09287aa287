from django.conf import settings

from . import settings as own

middleware = list(settings.MIDDLEWARE)
middleware.append("x")
queues = {**settings.RQ_QUEUES, "example": {}}
queues["more"] = {}
copy = settings.CACHES.copy()
copy["default"] = {}
part = settings.INSTALLED_APPS[:3]
part.append("y")
own.DEBUG = True
