{% if plugin.models %}
import decimal

import dcim.fields
import django.core.validators
import django.db.models.deletion
import ipam.fields
import mptt.fields
import netbox.models.features
{% if plugin.netbox.since('4.7') %}
import netbox.models.ltree
{% endif %}
import taggit.managers
import utilities.json
from django.contrib.postgres.indexes import GistIndex
from django.db import migrations, models
{% if plugin.netbox.since('4.7') %}
from utilities.ltree import InstallLtreeTriggers
{% endif %}


class Migration(migrations.Migration):
    initial = True

    dependencies = [
{% for app, name in code.migration.dependencies(plugin) %}
        ('{{ app }}', '{{ name }}'),
{% endfor %}
    ]

    operations = [
{% for operation in code.migration.operations(plugin) %}
        {{ operation }},
{% endfor %}
    ]
{% endif %}
