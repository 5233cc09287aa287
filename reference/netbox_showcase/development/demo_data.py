"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It needs netbox-plugin-kit beside NetBox, and is for development only.
"""

from django.db import transaction

from netbox_kit_showcase.tests import factories

with transaction.atomic():
    for _ in range(5):
        factories.create_exhibit_kind()
        factories.create_complete_exhibit_kind()
        factories.create_hall()
        factories.create_complete_hall()
        factories.create_exhibit()
        factories.create_complete_exhibit()
        factories.create_loan()
        factories.create_complete_loan()
        factories.create_label()
        factories.create_label()
