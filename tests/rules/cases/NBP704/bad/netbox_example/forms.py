from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from dcim.models import Device, Site

from .models import Asset

SITES = Site.objects.filter(name="x")
DEVICE_TYPE = ContentType.objects.get_for_model(Device)  # expect: NBP704
COUNT = Asset.objects.all().count()  # expect: NBP704
KNOWN = list(SITES)  # expect: NBP704


def choices():
    return [(asset.pk, asset.name) for asset in Asset.objects.order_by("name")]  # expect: NBP704


class AssetForm(forms.Form):
    asset = forms.ChoiceField(choices=choices())
    site = forms.ChoiceField(choices=[(site.pk, site.name) for site in Site.objects.all()])  # expect: NBP704


for site in Site.objects.values_list("name", flat=True):  # expect: NBP704
    print(site)

try:
    FIRST = Asset.objects.first()  # expect: NBP704
except Exception:
    FIRST = None

with connection.cursor() as cursor:  # expect: NBP704
    cursor.execute("SELECT 1")
