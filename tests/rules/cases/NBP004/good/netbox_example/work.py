from django.conf import settings

settings.DEBUG = True  # npk: ignore[NBP401] needed
