from dcim.models import Device
from django.db import connection
from django.db.models.expressions import RawSQL


def count(name, probe):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM dcim_device WHERE name = '{name}'")  # expect: NBP809
        cursor.execute("SELECT 1 WHERE %s = 'a'" % probe.name)  # expect: NBP809
    query = "SELECT * FROM dcim_device WHERE serial = '" + probe.serial + "'"
    devices = Device.objects.raw(query)  # expect: NBP809
    chosen = Device.objects.extra(where=["name = '{}'".format(name)])  # expect: NBP809
    return devices, chosen, RawSQL(f"SELECT {name}", [])  # expect: NBP809
