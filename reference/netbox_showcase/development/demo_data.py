"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It needs netbox-plugin-kit beside NetBox, and is for development only.
"""

from datetime import date

from dcim.models import Site
from django.db import transaction
from extras.dashboard.utils import get_dashboard
from netbox_plugin_kit.testing import create
from users.models import User

from netbox_kit_showcase.tests import factories
from netbox_kit_showcase.widgets import NewestExhibitWidget

EXHIBITS = {
    'Acoustic coupler': ('Modems', 'shown', date(2026, 3, 1), 'Two rubber cups hold a telephone: 300 bits a second.'),
    'Smartmodem 1200': (
        'Modems',
        'shown',
        date(2026, 3, 1),
        'Its commands begin with AT, as those of modems still do.',
    ),
    'Thick Ethernet': ('Cables', 'shown', date(2026, 4, 1), 'Yellow, as thick as a thumb, and tapped with a drill.'),
    'Token ring access unit': (
        'Switches',
        'planned',
        date(2026, 9, 1),
        'Its relays click when a station joins the ring.',
    ),
    'Catalyst 5000': ('Switches', 'stored', None, 'Kept for its chassis; one supply is missing.'),
    'Router of 1989': ('Routers', 'planned', date(2026, 10, 1), 'On loan, with the terminal that it was set up from.'),
}

with transaction.atomic():
    site = Site.objects.create(name='Museum of networks', slug='museum')
    house = factories.create_hall(name='Old exchange', slug='old-exchange', capacity=120)
    halls = [
        factories.create_hall(name='Dial-up', slug='dial-up', parent=house, capacity=40),
        factories.create_hall(name='Local networks', slug='local-networks', parent=house, capacity=60),
    ]
    kinds = {}
    for number, (name, (kind, status, opens, story)) in enumerate(EXHIBITS.items(), start=1):
        if kind not in kinds:
            kinds[kind] = factories.create_exhibit_kind(name=kind, slug=kind.lower())
        exhibit = factories.create_exhibit(
            name=name,
            kind=kinds[kind],
            hall=halls[kind != 'Modems'],
            site=site,
            status=status,
            opens=opens,
            price=number * 150,
            insured=status == 'shown',
            facts={'inventory': f'N-{number:04}'},
            story=story,
        )
        factories.create_label(subject=exhibit, text=story)
    factories.create_loan(exhibit=exhibit, lender=create('tenancy.tenant', name='University', slug='university'))

    for user in User.objects.all():
        dashboard = get_dashboard(user)
        dashboard.add_widget(NewestExhibitWidget(id='3d5c9b1e-5a0b-4f5e-9d52-1f4f0c0d7a01', height=4))
        dashboard.save()
