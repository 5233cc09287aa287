import django.utils.html
from django.db import models
from rest_framework.views import APIView


def own(*args, **kwargs):
    return None


models.Model.save = own  # expect: NBP509
models.QuerySet.delete = own  # expect: NBP509
APIView.permission_classes = []  # expect: NBP509
django.utils.html.escape = own  # expect: NBP509
models.CharField.default_validators.append(own)  # expect: NBP509
