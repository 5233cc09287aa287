from django.conf import settings

# expect-below: NBP003
settings.DEBUG = True  # npk: ignore[NBP401]
