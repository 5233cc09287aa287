from unittest.mock import patch

from django.utils.html import escape
from netbox.plugins import get_plugin_config
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase, create
from users.models import ObjectPermission

from ..configuration import POSITIONS
from ..models import Secret
from ..template_content import make_extension, template_extensions
from .factories import create_secret


class SecretPanelTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.device, cls.contact = create('dcim.device'), create('tenancy.contact')
        cls.secret = create_secret(assigned_object=cls.device)
        cls.other = create_secret(assigned_object=cls.contact)

    def setUp(self):
        super().setUp()
        self.add_permissions('dcim.view_device', 'tenancy.view_contact')
        self.url = self.device.get_absolute_url()

    def test_configured_models(self):
        labels = get_plugin_config('netbox_kit_secrets', 'models')
        self.assertEqual([extension.models for extension in template_extensions], [[label] for label in labels])

    def test_position(self):
        for position in POSITIONS:
            extension = make_extension('dcim.site', position)
            self.assertEqual(extension.models, ['dcim.site'])
            self.assertEqual(set(vars(extension)) & set(POSITIONS), {position})

    def test_other_models(self):
        self.add_permissions(
            'circuits.view_circuit',
            'dcim.view_site',
            'netbox_kit_secrets.view_secret',
            'netbox_kit_secrets.view_secretrole',
        )
        for label, position in zip(('dcim.site', 'circuits.circuit', 'dcim.site'), POSITIONS, strict=True):
            secret = create_secret(assigned_object=create(label))
            extensions = {label: [make_extension(label, position)]}
            with patch.dict(registry['plugins']['template_extensions'], extensions):
                for url in (secret.assigned_object.get_absolute_url(), '/plugins/kit-secrets/secrets/'):
                    self.assertContains(self.client.get(url), secret.get_absolute_url())
            self.assertContains(self.client.get(secret.get_absolute_url()), secret.assigned_object.get_absolute_url())

    def test_permission(self):
        for secret in (self.secret, self.other):
            url = secret.assigned_object.get_absolute_url()
            self.assertNotContains(self.client.get(url), secret.get_absolute_url())
        self.add_permissions('netbox_kit_secrets.view_secret')
        for secret in (self.secret, self.other):
            url = secret.assigned_object.get_absolute_url()
            self.assertContains(self.client.get(url), secret.get_absolute_url())

    def test_constrained_permission(self):
        other = create_secret(assigned_object=self.device)
        permission = ObjectPermission.objects.create(name='One', actions=['view'], constraints={'pk': self.secret.pk})
        permission.users.add(self.user)
        permission.object_types.add(*permission.object_types.model.objects.filter(app_label='netbox_kit_secrets'))

        response = self.client.get(self.url)
        self.assertContains(response, self.secret.get_absolute_url())
        self.assertNotContains(response, other.get_absolute_url())

    def test_secrets_of_other_objects(self):
        self.add_permissions('netbox_kit_secrets.view_secret')
        self.assertNotContains(self.client.get(self.url), self.other.get_absolute_url())

    def test_reveal(self):
        self.add_permissions('netbox_kit_secrets.view_secret')
        self.assertNotContains(self.client.get(self.url), 'Reveal')
        self.add_permissions('netbox_kit_secrets.reveal_secret')
        self.assertContains(
            self.client.get(self.url), f'hx-post="/plugins/kit-secrets/secrets/{self.secret.pk}/reveal/"'
        )

    def test_add(self):
        self.add_permissions('netbox_kit_secrets.view_secret')
        self.assertNotContains(self.client.get(self.url), 'Add Secret')
        self.add_permissions('netbox_kit_secrets.add_secret')
        response = self.client.get(self.url)
        link = f'assigned_object_type={self.secret.assigned_object_type_id}&assigned_object={self.device.pk}'
        self.assertContains(response, escape(link))

        form = self.client.get(f'/plugins/kit-secrets/secrets/add/?{link}')
        self.assertContains(form, str(self.device))

    def test_more_than_fit(self):
        for _ in range(10):
            create_secret(assigned_object=self.device)
        self.add_permissions('netbox_kit_secrets.view_secret')
        count = Secret.objects.filter(assigned_object_type=self.secret.assigned_object_type).count()
        self.assertContains(self.client.get(self.url), f'View all {count}')
