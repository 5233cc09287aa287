from dcim.models import Interface
from django.contrib.contenttypes.models import ContentType
from ipam.models import VRF, IPAddress, IPRange, Prefix
from netaddr import IPNetwork
from netbox_plugin_kit.testing import TestCase, create
from virtualization.models import VMInterface

from ..touching import get_flows
from .factories import create_data_flow, create_object_alias


class TouchingTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.vrf = VRF.objects.create(name='Blue')
        cls.by_prefix = cls.create_flow(prefixes=[Prefix.objects.create(prefix=IPNetwork('10.0.0.0/16'))])
        cls.by_range = cls.create_flow(ip_ranges=[cls.create_range('10.0.1.10/24', '10.0.1.20/24')])
        cls.by_address = cls.create_flow(ip_addresses=[IPAddress.objects.create(address=IPNetwork('10.0.1.15/24'))])
        cls.in_vrf = cls.create_flow(prefixes=[Prefix.objects.create(prefix=IPNetwork('10.0.0.0/16'), vrf=cls.vrf)])
        cls.ipv6 = cls.create_flow(prefixes=[Prefix.objects.create(prefix=IPNetwork('2001:db8::/32'))])
        cls.elsewhere = cls.create_flow(prefixes=[Prefix.objects.create(prefix=IPNetwork('192.0.2.0/24'))])
        cls.anywhere = create_data_flow()

    @classmethod
    def create_flow(cls, **members):
        return create_data_flow(destinations=[create_object_alias(**members)])

    @classmethod
    def create_range(cls, first, last):
        return IPRange.objects.create(start_address=IPNetwork(first), end_address=IPNetwork(last), size=11)

    def assertFound(self, instance, *flows):
        self.assertCountEqual(get_flows(instance), flows)

    def test_address(self):
        for address, flows in (
            ('10.0.1.15/32', [self.by_prefix, self.by_range, self.by_address]),
            ('10.0.1.20/8', [self.by_prefix, self.by_range]),
            ('10.0.1.21/24', [self.by_prefix]),
            ('10.1.0.1/8', []),
            ('2001:db8::1/128', [self.ipv6]),
        ):
            with self.subTest(address):
                self.assertFound(IPAddress(address=IPNetwork(address)), *flows)

    def test_address_in_a_vrf(self):
        self.assertFound(IPAddress(address=IPNetwork('10.0.1.15/32'), vrf=self.vrf), self.in_vrf)

    def test_prefix(self):
        for prefix, flows in (
            ('10.0.0.0/8', [self.by_prefix, self.by_range, self.by_address]),
            ('10.0.1.0/24', [self.by_prefix, self.by_range, self.by_address]),
            ('10.0.1.16/28', [self.by_prefix, self.by_range]),
            ('10.0.2.0/24', [self.by_prefix]),
            ('10.1.0.0/16', []),
        ):
            with self.subTest(prefix):
                self.assertFound(Prefix(prefix=IPNetwork(prefix)), *flows)

    def test_range(self):
        for first, last, flows in (
            ('10.0.1.1/24', '10.0.1.9/24', [self.by_prefix]),
            ('10.0.1.1/24', '10.0.1.10/24', [self.by_prefix, self.by_range]),
            ('10.0.1.14/24', '10.0.1.15/24', [self.by_prefix, self.by_range, self.by_address]),
            ('9.255.255.0/8', '10.0.0.0/8', [self.by_prefix]),
        ):
            with self.subTest(first=first, last=last):
                instance = IPRange(start_address=IPNetwork(first), end_address=IPNetwork(last))
                self.assertFound(instance, *flows)

    def test_device(self):
        device = create('dcim.device')
        self.assertFound(device)
        interface = Interface.objects.create(device=device, name='eth0', type='virtual')
        self.assign('10.0.1.15/24', interface)
        self.assign('2001:db8::1/64', interface)
        self.assertFound(device, self.by_prefix, self.by_range, self.by_address, self.ipv6)

    def test_virtual_machine(self):
        machine = create('virtualization.virtualmachine')
        self.assign('10.0.9.9/24', VMInterface.objects.create(virtual_machine=machine, name='eth0'))
        self.assertFound(machine, self.by_prefix)

    def assign(self, address, interface):
        interface_type = ContentType.objects.get_for_model(interface)
        IPAddress.objects.create(
            address=IPNetwork(address), assigned_object_type=interface_type, assigned_object_id=interface.pk
        )

    def test_source_and_destination(self):
        alias = create_object_alias(prefixes=[Prefix.objects.create(prefix=IPNetwork('203.0.113.0/24'))])
        flow = create_data_flow(sources=[alias], destinations=[alias])
        self.assertFound(IPAddress(address=IPNetwork('203.0.113.1/32')), flow)

    def test_number_of_queries(self):
        with self.assertNumQueries(1):
            list(get_flows(Prefix(prefix=IPNetwork('10.0.0.0/8'))))


class TabTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.prefix = Prefix.objects.create(prefix=IPNetwork('10.0.0.0/16'))
        cls.flow = create_data_flow(sources=[create_object_alias(prefixes=[cls.prefix])])
        interface = Interface.objects.create(device=create('dcim.device'), name='eth0', type='virtual')
        vm_interface = VMInterface.objects.create(virtual_machine=create('virtualization.virtualmachine'), name='eth0')
        cls.touched = [
            cls.prefix,
            IPRange.objects.create(
                start_address=IPNetwork('10.0.0.1/24'), end_address=IPNetwork('10.0.0.2/24'), size=2
            ),
            *(
                IPAddress.objects.create(
                    address=IPNetwork(address),
                    assigned_object_type=ContentType.objects.get_for_model(each),
                    assigned_object_id=each.pk,
                )
                for address, each in (('10.0.0.3/24', interface), ('10.0.0.4/24', vm_interface))
            ),
            interface.device,
            vm_interface.virtual_machine,
        ]

    def test_tabs(self):
        for instance in self.touched:
            self.add_permissions(f'{instance._meta.app_label}.view_{instance._meta.model_name}')
        for instance in self.touched:
            with self.subTest(instance):
                url = f'{instance.get_absolute_url()}kit-data-flows/'
                self.user.object_permissions.filter(object_types__model='dataflow').delete()
                self.assertNotContains(self.client.get(instance.get_absolute_url()), url)
                self.assertNotContains(self.client.get(url), self.flow.get_absolute_url())
                self.add_permissions('netbox_kit_data_flows.view_dataflow')
                self.assertContains(self.client.get(instance.get_absolute_url()), url)
                self.assertContains(self.client.get(url), self.flow.get_absolute_url())

    def test_no_tab_without_flows(self):
        other = Prefix.objects.create(prefix=IPNetwork('192.0.2.0/24'))
        self.add_permissions('ipam.view_prefix', 'netbox_kit_data_flows.view_dataflow')
        self.assertNotContains(self.client.get(other.get_absolute_url()), 'kit-data-flows/"')
