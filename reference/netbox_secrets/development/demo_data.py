"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

The first superuser gets an active user key, whose private key is printed: secrets are unlocked with it. It needs
netbox-plugin-kit beside NetBox, and is for development only.
"""

from dcim.models import Device, DeviceRole, DeviceType, Manufacturer, Site
from django.db import transaction
from tenancy.models import Contact
from users.models import User
from virtualization.models import Cluster, ClusterType, VirtualMachine

from netbox_kit_secrets import crypto, vault
from netbox_kit_secrets.models import Secret, SecretRole, UserKey


def enrol(user, session=None, **values):
    """
    Give a user a user key, and activate it if there is a session, or none yet; return the private key.
    """
    private_key, public_key = crypto.generate_key_pair(3072)
    user_key = UserKey(user=user, public_key=public_key, **values)
    user_key.full_clean()
    user_key.save()
    if session:
        vault.activate(user_key, session)
    return private_key


def add(session, assigned_object, role, name, plaintext, description=''):
    secret = Secret(name=name, role=role, assigned_object=assigned_object, description=description)
    secret.seal(plaintext, session)
    secret.full_clean()
    secret.save()


with transaction.atomic():
    admin = User.objects.filter(is_superuser=True).first() or User.objects.create_superuser('admin', password='admin')
    private_key = enrol(admin, vault.Session(user=admin), description='Laptop')
    session = vault.Session(user=admin, key=vault.unlock(admin, private_key)[0])
    enrol(User.objects.create_user('alice', password='alice'), session, description='Network team')
    # One that waits for its activation
    enrol(User.objects.create_user('bob', password='bob'), description='New colleague')

    logins = SecretRole.objects.create(name='Logins', slug='logins')
    console = SecretRole.objects.create(name='Console', slug='console', parent=logins)
    snmp = SecretRole.objects.create(name='SNMP communities', slug='snmp-communities')
    portals = SecretRole.objects.create(name='Portals', slug='portals', description='Web sites of suppliers')

    site = Site.objects.create(name='Berlin data centre', slug='berlin')
    juniper = Manufacturer.objects.create(name='Juniper', slug='juniper')
    switch_type = DeviceType.objects.create(manufacturer=juniper, model='EX4400-48T', slug='ex4400-48t')
    role = DeviceRole.objects.create(name='Access switch', slug='access-switch', color='2196f3')
    cluster_type = ClusterType.objects.create(name='KVM', slug='kvm')
    cluster = Cluster.objects.create(name='kvm-berlin', type=cluster_type)

    for number in range(1, 5):
        switch = Device.objects.create(name=f'sw-ber-{number:02}', site=site, role=role, device_type=switch_type)
        add(session, switch, logins, 'root', f'tr0ub4dor-{number}', 'Changed with every visit')
        add(session, switch, console, 'root', f'c0ns0le-{number}')
        add(session, switch, snmp, 'read-only', f'berlin-{number}')
    for name in ('mail', 'monitoring'):
        machine = VirtualMachine.objects.create(name=name, cluster=cluster)
        add(session, machine, logins, 'root', f'correct-horse-{name}')
    support = Contact.objects.create(name='Juniper support', email='support@example.org')
    add(session, support, portals, 'berlin@example.org', 'battery-staple', 'Orders of spare parts')

print(private_key)
