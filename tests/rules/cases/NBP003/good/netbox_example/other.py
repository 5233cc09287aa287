# npk: ignore-file[NBP401] examples, never imported
from django.conf import settings

settings.DEBUG = True
settings.LOGGING = {}
