from django.conf import settings

settings.DEBUG = True  # npk: ignore[NBP401] an example
# npk: ignore[NBP401] alone on the line above
settings.DEBUG = True
TEXT = "# npk: ignore[NBP401]"
