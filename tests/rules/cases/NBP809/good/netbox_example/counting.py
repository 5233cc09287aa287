from dcim.models import Device
from django.db import connection

VIEW = "netbox_example_counts"


def count(name, probe, pool):
    table = Device._meta.db_table
    quoted = connection.ops.quote_name(probe.column_name)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dcim_device WHERE name = %s", [name])
        cursor.execute(f"SELECT {quoted} FROM {table} WHERE id = %s", [probe.pk])
        cursor.execute(f"REFRESH MATERIALIZED VIEW {VIEW}")
        cursor.execute(f"SELECT 1 LIMIT {int(probe.most)}")
    pool.execute(f"ping {name}")
    return Device.objects.raw("SELECT * FROM dcim_device WHERE name = %s", [name])
