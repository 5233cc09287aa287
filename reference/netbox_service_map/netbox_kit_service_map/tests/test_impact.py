from dcim.models import Device
from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, TestCase, create

from ..impact import get_impact
from .factories import create_application, create_business_service, create_config_item, create_relation


class ImpactTestCase(TestCase):
    user_permissions = (
        'netbox_kit_service_map.view_businessservice',
        'netbox_kit_service_map.view_application',
        'dcim.view_device',
        'virtualization.view_virtualmachine',
    )

    @classmethod
    def setUpTestData(cls):
        cls.device = create('dcim.device', name='hypervisor')
        cls.service = create_business_service()
        create_config_item()

    def paths(self, instance=None):
        return {impact.service: impact.path for impact in get_impact(instance or self.device, self.user)}

    def create_machine(self, name='vm'):
        return create('virtualization.virtualmachine', name=name, device=self.device, **self.place())

    def place(self):
        # NetBox wants the device to be in the cluster of the virtual machine.
        cluster = create('virtualization.cluster')
        Device.objects.filter(pk=self.device.pk).update(cluster=cluster)
        return {'cluster': cluster}

    def test_nothing(self):
        self.assertEqual(self.paths(), {})

    def test_directly(self):
        create_config_item(service=self.service, item=self.device)

        [impact] = get_impact(self.device, self.user)

        self.assertEqual((impact.service, impact.path, impact.is_direct), (self.service, [self.device], True))

    def test_virtual_machine(self):
        machine = self.create_machine()
        create_config_item(service=self.service, item=machine)

        self.assertEqual(self.paths(), {self.service: [self.device, machine]})
        self.assertEqual(self.paths(machine), {self.service: [machine]})

    def test_application_on_the_device(self):
        application = create_application(devices=[self.device])
        create_config_item(service=self.service, item=application)

        self.assertEqual(self.paths(), {self.service: [self.device, application]})

    def test_application_on_a_virtual_machine(self):
        machine = self.create_machine()
        application = create_application(virtual_machines=[machine])
        create_config_item(service=self.service, item=application)

        self.assertEqual(self.paths(), {self.service: [self.device, machine, application]})

    def test_assigned_application(self):
        application = create_application(devices=[self.device], services=[self.service])

        self.assertEqual(self.paths(), {self.service: [self.device, application]})

    def test_through_relations_of_another_service(self):
        database, shop = create_application(name='database'), create_application(name='shop')
        other = create_business_service()
        ends = [create_config_item(service=other, item=item) for item in (shop, database, self.device)]
        create_relation(source=ends[0], destination=ends[1])
        create_relation(source=ends[1], destination=ends[2])
        create_config_item(service=self.service, item=shop)

        self.assertEqual(self.paths(), {other: [self.device], self.service: [self.device, database, shop]})

    def test_not_against_the_direction_of_relations(self):
        other = create_business_service()
        needed = create_application()
        ends = [create_config_item(service=other, item=item) for item in (self.device, needed)]
        create_relation(source=ends[0], destination=ends[1])
        create_config_item(service=self.service, item=needed)

        self.assertEqual(self.paths(), {other: [self.device]})

    def test_cycle_ends(self):
        items = [
            create_config_item(service=self.service, item=item)
            for item in (self.device, create_application(), create_application())
        ]
        for source, destination in ((0, 1), (1, 2), (2, 0), (1, 0)):
            create_relation(source=items[source], destination=items[destination])

        self.assertEqual(self.paths(), {self.service: [self.device]})
        self.assertEqual(self.paths(create('dcim.device')), {})

    def test_hidden(self):
        self.remove_permissions('netbox_kit_service_map.view_application')
        create_application(name='Secret', devices=[self.device], services=[self.service])

        self.assertEqual(self.paths(), {self.service: [self.device, None]})

    def test_hidden_service(self):
        create_config_item(service=self.service, item=self.device)
        self.remove_permissions('netbox_kit_service_map.view_businessservice')

        self.assertEqual(self.paths(), {})

    def test_tab(self):
        url = f'{self.device.get_absolute_url()}dependent-services/'
        create_application(name='Secret', devices=[self.device], services=[self.service])

        self.assertContains(self.client.get(self.device.get_absolute_url()), url)
        self.assertContains(self.client.get(url), self.service.get_absolute_url())
        self.assertContains(self.client.get(url), 'Secret')
        self.remove_permissions('netbox_kit_service_map.view_application')
        self.assertContains(self.client.get(url), '(hidden)')
        self.assertNotContains(self.client.get(url), 'Secret')

    def test_tab_without_content(self):
        self.assertNotContains(self.client.get(self.device.get_absolute_url()), 'dependent-services')


class ImpactAPITestCase(APITestCase):
    user_permissions = ('netbox_kit_service_map.view_businessservice', 'dcim.view_device')

    def get(self, **params):
        url = reverse('plugins-api:netbox_kit_service_map-api:businessservice-impact')
        return self.client.get(url, params, **self.header)

    def test_answer(self):
        device, service = create('dcim.device', name='hypervisor'), create_business_service()
        application = create_application(name='Secret', devices=[device], services=[service])

        [impact] = self.get(device_id=device.pk).data

        self.assertEqual(impact['service']['id'], service.pk)
        self.assertEqual(
            impact['path'],
            [
                {'object_type': 'dcim.device', 'object_id': device.pk, 'display': 'hypervisor'},
                {'object_type': None, 'object_id': None, 'display': '(hidden)'},
            ],
        )
        self.add_permissions('netbox_kit_service_map.view_application')
        self.assertEqual(self.get(device_id=device.pk).data[0]['path'][1]['object_id'], application.pk)

    def test_mistakes(self):
        self.assertEqual(self.get().status_code, 400)
        self.assertEqual(self.get(device_id=1, virtual_machine_id=1).status_code, 400)
        self.assertEqual(self.get(device_id='x').status_code, 400)
        self.assertEqual(self.get(device_id='9' * 30).status_code, 400)
        self.assertEqual(self.get(device_id='9' * 18).status_code, 404)

    def test_hidden_object(self):
        machine = create('virtualization.virtualmachine')

        self.assertEqual(self.get(virtual_machine_id=machine.pk).status_code, 404)

    def test_without_permission(self):
        self.remove_permissions('netbox_kit_service_map.view_businessservice')

        self.assertEqual(self.get(device_id=create('dcim.device').pk).status_code, 403)
