from core.models import ObjectChange
from django.test import RequestFactory
from django.urls import reverse
from netbox.context_managers import event_tracking
from netbox.plugins import get_plugin_config
from netbox_plugin_kit.testing import TestCase, create
from utilities.relations import get_related_models

from ..models import Secret
from ..subjects import get_assigned_object_types
from .factories import create_secret
from .utils import plugin_settings


class SubjectTestCase(TestCase):
    @plugin_settings(models={'dcim.site': 'left_page'})
    def test_configured_types(self):
        self.assertEqual([type.model for type in get_assigned_object_types()], ['site'])

    @plugin_settings(models={})
    def test_no_types(self):
        self.assertFalse(get_assigned_object_types().exists())

    def test_deletion_takes_secrets_along(self):
        for label in get_plugin_config('netbox_kit_secrets', 'models'):
            with self.subTest(label=label):
                subject, other = create(label), create_secret()
                secret = create_secret(assigned_object=subject)
                request = RequestFactory().get('/')
                request.id, request.user = '00000000-0000-0000-0000-000000000001', self.user

                with event_tracking(request):
                    subject.delete()

                self.assertEqual(Secret.objects.filter(pk__in=(secret.pk, other.pk)).get(), other)
                self.assertTrue(
                    ObjectChange.objects.filter(
                        action='delete', changed_object_type__model='secret', changed_object_id=secret.pk
                    ).exists()
                )

    def test_models_of_netbox_are_left_alone(self):
        for label in get_plugin_config('netbox_kit_secrets', 'models'):
            model = type(create(label))
            self.assertNotIn(Secret, [related for related, _field in get_related_models(model)])
            self.assertFalse([field for field in model._meta.private_fields if field.related_model is Secret])

    def test_object_that_vanished(self):
        secret = create_secret()
        Secret.objects.filter(pk=secret.pk).update(assigned_object_id=0)
        self.add_permissions('netbox_kit_secrets.view_secret')

        self.assertHttpStatus(self.client.get(secret.get_absolute_url()), 200)
        self.assertHttpStatus(self.client.get(reverse('plugins:netbox_kit_secrets:secret_list')), 200)
