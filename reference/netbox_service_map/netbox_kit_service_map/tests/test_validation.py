"""
What is wrong is refused with the same words wherever it comes from: forms, import and the REST API.
"""

from django.core.exceptions import ValidationError
from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, TestCase, create

from ..forms import ApplicationForm, ApplicationImportForm, ConfigItemImportForm, RelationForm, RelationImportForm
from ..models import ConfigItem, Relation
from .factories import create_application, create_business_service, create_config_item, create_relation

ITSELF = 'A config item cannot be related to itself.'
ELSEWHERE = 'This config item does not belong to the service of the relation.'


class PortsTestCase(TestCase):
    def test_form(self):
        form = ApplicationForm(data={'name': 'Shop', 'ports': '80, 443'})

        self.assertTrue(form.is_valid(), form.errors)
        self.assertEqual(form.cleaned_data['ports'], [80, 443])

    def test_mistakes(self):
        for ports in ('0', '65536', '80,x', '-1', '1.5'):
            with self.subTest(ports=ports):
                self.assertIn('ports', ApplicationForm(data={'name': 'Shop', 'ports': ports}).errors)
                self.assertIn('ports', ApplicationImportForm(data={'name': 'Shop', 'ports': ports}).errors)

    def test_list(self):
        self.assertEqual(create_application(ports=[443, 8000, 8001, 8002]).port_list, '443, 8000-8002')


class RelationTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.item = create_config_item()
        cls.stranger = create_config_item()

    def errors(self, form, destination):
        service = self.item.service
        return form(
            data={
                'service': service.name if form is RelationImportForm else service.pk,
                'source': self.item.pk,
                'destination': destination.pk,
                'connector': 'solid',
            }
        ).errors

    def test_itself(self):
        for form in (RelationForm, RelationImportForm):
            self.assertEqual(self.errors(form, self.item), {'destination': [ITSELF]})

    def test_another_service(self):
        for form in (RelationForm, RelationImportForm):
            self.assertEqual(self.errors(form, self.stranger), {'destination': [ELSEWHERE]})

    def test_incomplete(self):
        with self.assertRaises(ValidationError):
            Relation().full_clean()


class ConfigItemTestCase(TestCase):
    def test_service_is_kept_while_there_are_relations(self):
        relation = create_relation()
        relation.source.service = create_business_service()

        with self.assertRaisesMessage(ValidationError, 'This config item has relations within its present service.'):
            relation.source.full_clean()

    def test_import_of_an_object_that_does_not_exist(self):
        data = {'service': create_business_service().name, 'item_type': 'dcim.device', 'item_id': 999999}

        self.assertIn('item_id', ConfigItemImportForm(data=data).errors)

    def test_goes_with_its_object(self):
        for label in ('dcim.device', 'virtualization.virtualmachine'):
            item = create_config_item(item=create(label))
            item.item.delete()
            self.assertFalse(ConfigItem.objects.filter(pk=item.pk).exists())
        item = create_config_item(item=create_application())
        item.item.delete()
        self.assertFalse(ConfigItem.objects.exists())


class APIValidationTestCase(APITestCase):
    user_permissions = (
        'netbox_kit_service_map.add_relation',
        'netbox_kit_service_map.add_configitem',
        'netbox_kit_service_map.add_application',
    )

    def post(self, model, **data):
        url = reverse(f'plugins-api:netbox_kit_service_map-api:{model}-list')
        return self.client.post(url, data, format='json', **self.header)

    def test_relation(self):
        item, stranger = create_config_item(), create_config_item()
        data = {'service': item.service.pk, 'source': item.pk, 'connector': 'solid'}

        for destination, message in ((item, ITSELF), (stranger, ELSEWHERE)):
            response = self.post('relation', destination=destination.pk, **data)
            self.assertEqual(response.status_code, 400)
            self.assertEqual(response.data['destination'], [message])

    def test_object_that_does_not_exist(self):
        response = self.post(
            'configitem', service=create_business_service().pk, item_type='dcim.device', item_id=999999
        )

        self.assertEqual(response.status_code, 400)
        self.assertIn('item_id', response.data)

    def test_twice(self):
        item = create_config_item()

        response = self.post('configitem', service=item.service.pk, item_type='dcim.device', item_id=item.item_id)

        self.assertEqual(response.status_code, 400)

    def test_ports(self):
        self.assertEqual(self.post('application', name='Shop', ports=[80, 65535]).status_code, 201)
        for ports in ([0], [65536], ['x'], 80):
            self.assertEqual(self.post('application', name='Shop', ports=ports).status_code, 400, ports)


class GraphQLTestCase(APITestCase):
    user_permissions = ('netbox_kit_service_map.view_application',)

    def test_ports(self):
        application = create_application(ports=[80, 443])
        create_application(ports=[22])
        query = '{application_list(filters: {ports: {contains: [443]}}) {id ports}}'

        response = self.client.post(reverse('graphql'), {'query': query}, format='json', **self.header)

        self.assertEqual(response.json()['data']['application_list'], [{'id': str(application.pk), 'ports': [80, 443]}])
