from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from netbox_plugin_kit.testing import APITestCase

from .factories import create_complete_contract_assignment, create_complete_license_assignment

QUERY = """{
  contract_assignment_list { expiry last_day contract { contract_id expiry vendor { name } } device { name } }
  support_contract_list { expiry assignments { expiry last_day } }
  license_assignment_list { expiry quantity license { name manufacturer { name } } device { name } }
}"""


class GraphQLQueriesTestCase(APITestCase):
    def setUp(self):
        super().setUp()
        models = ('contractassignment', 'supportcontract', 'vendor', 'licenseassignment', 'license')
        self.add_permissions(
            *(f'netbox_kit_lifecycle.view_{model}' for model in models), 'dcim.view_device', 'dcim.view_manufacturer'
        )

    def count(self):
        with CaptureQueriesContext(connection) as queries:
            response = self.client.post('/graphql/', data={'query': QUERY}, format='json', **self.header)
        self.assertNotIn('errors', response.json())
        return len(queries)

    def test_as_many_queries_for_more_objects(self):
        counts = []
        for number in (2, 18):
            for _ in range(number):
                create_complete_contract_assignment(end_date=timezone.localdate() + timedelta(days=10))
                create_complete_license_assignment()
            self.count()
            counts.append(self.count())
        self.assertEqual(*counts)
