from django.conf import settings

settings.DEBUG = True  # npk: ignore[nbp401] in small letters
