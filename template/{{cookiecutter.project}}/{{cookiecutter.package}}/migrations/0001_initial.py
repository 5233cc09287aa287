{% if plugin.models %}
import decimal

import dcim.fields
{% if code.migration.has_validators(plugin) %}
import django.core.validators
{% endif %}
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
{% if code.migration.has_changing_owner(plugin) %}
from netbox.models.mixins import OwnerMixin
{% endif %}
{% if plugin.netbox.since('4.7') %}
from utilities.ltree import InstallLtreeTriggers
{% endif %}

{% if code.migration.has_changing_owner(plugin) %}

# NetBox 4.7 hides the way from an owner back to what it owns; the column is the same on every release.
OWNER_RELATED_NAME = OwnerMixin._meta.get_field('owner').deconstruct()[3].get('related_name')
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
