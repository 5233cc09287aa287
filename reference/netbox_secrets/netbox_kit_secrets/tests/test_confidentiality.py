"""Where values of secrets, private keys and session keys must not be."""

import json
import logging
from contextlib import contextmanager
from unittest.mock import patch

from core.models import Job, ObjectChange, ObjectType
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from extras.events import serialize_for_event
from extras.models import ExportTemplate
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import APITestCase, TestCase, create
from utilities.request import copy_safe_request

from ..confidential import COOKIE
from ..models import Secret
from .factories import create_secret, create_secret_role, create_user_key, key_pair
from .utils import UnlockedAPIMixin, UnlockedMixin

PLAINTEXT = 'CorrectHorseBatteryStaple'
SECOND = 'AnotherHorseAnotherStaple'

# A line of the private key, for templates and logs may break it
PRIVATE_KEY = key_pair()[0].splitlines()[5]


def url_of(name, *args):
    return reverse(f'plugins:netbox_kit_secrets:{name}', args=args)


class ConfidentialityMixin:
    @classmethod
    def setUpTestData(cls):
        cls.role = create_secret_role()
        cls.device, cls.contact = create('dcim.device'), create('tenancy.contact')

    def setUp(self):
        super().setUp()
        self.user.is_superuser = True
        self.user.save()

    def data(self, assigned_object, **values):
        return {
            'name': 'admin',
            'role': self.role.pk,
            'assigned_object_type': ContentType.objects.get_for_model(assigned_object).pk,
            'assigned_object': assigned_object.pk,
            **values,
        }

    def store(self, assigned_object, plaintext=PLAINTEXT):
        self.client.post(url_of('secret_add'), self.data(assigned_object, plaintext=plaintext))
        secret = Secret.objects.latest('pk')
        self.assertEqual(secret.reveal(self.session), plaintext)
        return secret

    def change(self, secret, plaintext=SECOND):
        url = url_of('secret_edit', secret.pk)
        self.client.post(url, self.data(secret.assigned_object, plaintext=plaintext))
        secret.refresh_from_db()
        self.assertEqual(secret.reveal(self.session), plaintext)

    def unlock(self):
        response = self.client.post(url_of('unlock'), {'private_key': key_pair()[0]})
        return response.cookies[COOKIE].value

    def assertConfidential(self, text, *more):
        for confidential in (PLAINTEXT, SECOND, PRIVATE_KEY, self.session.key, *more):
            self.assertNotIn(confidential, text)


def find_in_database(*needles):
    """
    Return the tables that have one of these texts in any column of any type, as text or as bytes.
    """
    found = set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables")
        for (table,) in cursor.fetchall():
            for needle in needles:
                # A row as text has its bytes as hexadecimal digits.
                for form in (needle, needle.encode().hex()):
                    cursor.execute(
                        f'SELECT EXISTS (SELECT FROM {table} AS t WHERE position(%s IN t::text) > 0)', [form]
                    )
                    if cursor.fetchone()[0]:
                        found.add(table)
    return found


class DatabaseTestCase(UnlockedMixin, ConfidentialityMixin, TestCase):
    def test_search_finds_what_there_is(self):
        secret = create_secret(description=PLAINTEXT)
        # Descriptions are in the cache of the global search, too.
        self.assertIn('public.netbox_kit_secrets_secret', find_in_database(PLAINTEXT))
        Secret.objects.filter(pk=secret.pk).update(description='', ciphertext=b'x' + PLAINTEXT.encode())
        self.assertIn('public.netbox_kit_secrets_secret', find_in_database(PLAINTEXT))

    def test_nothing_in_any_table(self):
        for assigned_object in (self.device, self.contact):
            secret = self.store(assigned_object)
            self.change(secret)
            self.client.post(url_of('secret_reveal', secret.pk))
        search_backend.cache(Secret.objects.all())
        key = self.unlock()
        Secret.objects.first().delete()

        self.assertEqual(find_in_database(PLAINTEXT, SECOND, PRIVATE_KEY, key, self.session.key), set())


class ChangeLogTestCase(UnlockedMixin, ConfidentialityMixin, TestCase):
    def test_change_log(self):
        secret = self.store(self.device)
        self.change(secret)
        self.client.post(url_of('secret_delete', secret.pk), {'confirm': True})

        changes = list(ObjectChange.objects.filter(changed_object_type__model='secret').order_by('time'))
        self.assertEqual([change.action for change in changes], ['create', 'update', 'delete'])
        for change in changes:
            self.assertConfidential(repr(vars(change)))
            self.assertNotIn('ciphertext', {**(change.prechange_data or {}), **(change.postchange_data or {})})
        # That a value has been changed, and when, is there.
        self.assertNotEqual(changes[1].prechange_data['value_changed'], changes[1].postchange_data['value_changed'])
        for change in changes:
            self.assertConfidential(self.client.get(change.get_absolute_url()).content.decode())


class SearchTestCase(UnlockedMixin, ConfidentialityMixin, TestCase):
    def test_search(self):
        secret = self.store(self.device)
        search_backend.cache([secret])
        self.client.get(secret.get_absolute_url())  # with the message that it has been stored
        for url in (reverse('search'), url_of('secret_list')):
            self.assertNotContains(self.client.get(f'{url}?q={PLAINTEXT}'), secret.get_absolute_url())
            self.assertContains(self.client.get(f'{url}?q=admin'), secret.get_absolute_url())


class ExportTestCase(UnlockedMixin, ConfidentialityMixin, TestCase):
    def export(self, parameter):
        response = self.client.get(url_of('secret_list') + f'?export={parameter}')
        self.assertHttpStatus(response, 200)
        self.assertIn('admin', response.content.decode())
        return response.content.decode()

    def test_tables(self):
        self.store(self.device)
        for parameter in ('', 'table'):
            self.assertConfidential(self.export(parameter))

    def test_templates(self):
        self.store(self.device)
        names = ('ciphertext', 'plaintext', 'uid', 'session', 'serialize_object()', 'value', '__dict__')
        template = ExportTemplate.objects.create(
            name='Everything',
            template_code='{% for secret in queryset %}{{ secret }}'
            + ''.join(f'{{{{ secret.{name} }}}}' for name in names if name != '__dict__')
            + '{% endfor %}',
        )
        template.object_types.add(ObjectType.objects.get_for_model(Secret))
        self.assertConfidential(self.export('Everything'))


class GraphQLTestCase(UnlockedAPIMixin, ConfidentialityMixin, APITestCase):
    def ask(self, query):
        response = self.client.post(
            reverse('graphql'), json.dumps({'query': query}), content_type='application/json', **self.header
        )
        return response.json()

    def test_graphql(self):
        create_secret(PLAINTEXT)
        fields = self.ask('{ __type(name: "SecretType") { fields { name } } }')['data']['__type']['fields']
        names = {field['name'] for field in fields}
        self.assertIn('name', names)
        self.assertFalse(names & {'plaintext', 'ciphertext', 'uid'})
        fields = self.ask('{ __type(name: "UserKeyType") { fields { name } } }')['data']['__type']['fields']
        self.assertNotIn('master_key_cipher', {field['name'] for field in fields})
        answer = self.ask(
            '{ secret_list { id name description display assigned_object_type { model } role { name } } }'
        )
        self.assertEqual(answer['data']['secret_list'][0]['assigned_object_type'], {'model': 'device'})
        self.assertConfidential(json.dumps(answer))


class RESTTestCase(UnlockedAPIMixin, ConfidentialityMixin, APITestCase):
    def test_no_response_but_one(self):
        url = '/api/plugins/kit-secrets/secrets/'
        data = {
            'name': 'admin',
            'role': self.role.pk,
            'assigned_object_type': 'dcim.device',
            'assigned_object_id': self.device.pk,
            'plaintext': PLAINTEXT,
        }
        response = self.client.post(url, data, format='json', **self.header)
        self.assertHttpStatus(response, 201)
        self.assertConfidential(response.content.decode())
        secret_url = f'{url}{response.data["id"]}/'
        response = self.client.patch(secret_url, {'plaintext': SECOND}, format='json', **self.header)
        self.assertConfidential(response.content.decode())
        for parameters in ('', '?fields=id,plaintext,ciphertext', f'?q={SECOND}'):
            for address in (url, secret_url):
                content = self.client.get(address + parameters, **self.header).content.decode()
                self.assertConfidential(content.replace(f'q={SECOND}', ''))
                self.assertNotIn('ciphertext', content.replace('fields=id,plaintext,ciphertext', ''))

    def test_errors(self):
        response = self.client.post(
            '/api/plugins/kit-secrets/secrets/', {'plaintext': PLAINTEXT, 'role': 0}, format='json', **self.header
        )
        self.assertHttpStatus(response, 400)
        self.assertConfidential(response.content.decode())

    def test_background(self):
        # NetBox 4.7 puts what many objects are made of into the queue, if it is asked to.
        secret = create_secret(PLAINTEXT)
        data = {
            'name': 'admin',
            'role': self.role.pk,
            'assigned_object_type': 'dcim.device',
            'assigned_object_id': self.device.pk,
            'plaintext': SECOND,
        }
        url = '/api/plugins/kit-secrets/secrets/?background=true'
        for method, item in (('post', data), ('patch', {'id': secret.pk, 'plaintext': SECOND}), ('put', data)):
            response = getattr(self.client, method)(url, [item], format='json', **self.header)
            self.assertHttpStatus(response, 400)
            self.assertIn('background', response.data)
        self.assertFalse(Job.objects.exists())
        self.assertEqual(Secret.objects.get().reveal(self.session), PLAINTEXT)
        self.assertHttpStatus(self.client.get(url, **self.header), 200)


class EventsTestCase(UnlockedMixin, ConfidentialityMixin, TestCase):
    def test_payload(self):
        secret = self.store(self.device)
        self.assertConfidential(json.dumps(serialize_for_event(secret), default=str))
        self.assertNotIn('plaintext', serialize_for_event(secret))

    def test_requests_that_are_kept_for_scripts(self):
        with patch('extras.events.process_event_queue') as process:
            self.change(self.store(self.device))
        requests = [event['request'] for call in process.call_args_list for event in call.args[0]]
        self.assertEqual(len(requests), 2)
        for request in requests:
            self.assertConfidential(repr(vars(copy_safe_request(request))))

    def test_background_job(self):
        lines = (
            'name,role,assigned_object_type,assigned_object_id,plaintext',
            f'admin,{self.role.name},dcim.device,{self.device.pk},{PLAINTEXT}',
        )
        data = {'data': '\n'.join(lines), 'format': 'csv', 'csv_delimiter': 'auto', 'background_job': 'on'}
        self.client.post(url_of('secret_bulk_import'), data)
        self.assertFalse(Job.objects.exists())
        self.assertEqual(Secret.objects.get().reveal(self.session), PLAINTEXT)


class LogsTestCase(UnlockedMixin, ConfidentialityMixin, TestCase):
    @contextmanager
    def recorded(self):
        """
        Everything that any logger is given, at any level; queries of the database included.
        """
        lines = []
        handler = logging.Handler()
        handler.emit = lambda record: lines.append(handler.format(record) + repr(record.args))
        loggers = [
            logging.root,
            *(logger for logger in logging.root.manager.loggerDict.values() if isinstance(logger, logging.Logger)),
        ]
        levels = [(logger, logger.level, logger.disabled) for logger in loggers]
        disabled = logging.root.manager.disable
        logging.disable(logging.NOTSET)
        for logger in loggers:
            logger.addHandler(handler)
            logger.setLevel(logging.DEBUG)
            logger.disabled = False
        try:
            with CaptureQueriesContext(connection):
                yield lines
        finally:
            logging.disable(disabled)
            for logger, level, was_disabled in levels:
                logger.removeHandler(handler)
                logger.setLevel(level)
                logger.disabled = was_disabled

    def test_logs(self):
        with self.recorded() as lines:
            secret = self.store(self.device)
            self.change(secret)
            secret_url = url_of('secret_reveal', secret.pk)
            self.client.post(secret_url)
            self.client.post(secret_url, headers={'hx-request': 'true'})
            private_key = str(self.client.post(url_of('key_pair')).context['private_key'])
            key = self.unlock()
            # What is refused, too: forms are shown again, with what has been entered
            self.client.post(url_of('unlock'), {'private_key': key_pair(2)[0]})
            self.client.post(url_of('secret_add'), self.data(self.device, plaintext=PLAINTEXT))
            self.client.post(url_of('secret_add'), {'plaintext': PLAINTEXT})
            self.client.post(url_of('secret_bulk_import'), {'data': f'plaintext\n{PLAINTEXT}', 'format': 'csv'})
        text = '\n'.join(lines)
        self.assertIn('INSERT INTO "netbox_kit_secrets_secret"', text)
        self.assertIn(f'Secret {secret.pk} was revealed to {self.user}', text)
        self.assertIn('A private key that does not fit', text)
        self.assertConfidential(text, key, key_pair(2)[0].splitlines()[5], private_key.splitlines()[5])


class ErrorsTestCase(UnlockedMixin, ConfidentialityMixin, TestCase):
    """
    What is shown where something fails that nobody expected.
    """

    def setUp(self):
        super().setUp()
        self.client.raise_request_exception = False

    def requests(self):
        secret = create_secret(PLAINTEXT)
        add = url_of('secret_add')
        yield 'crypto.encrypt_text', add, self.data(self.device, plaintext=PLAINTEXT)
        yield 'models.Vault.lock', add, self.data(self.device, plaintext=PLAINTEXT)
        yield 'crypto.decrypt', url_of('secret_reveal', secret.pk), {}
        yield 'views.secrets.render', url_of('secret_reveal', secret.pk), {}
        yield 'crypto.unwrap', url_of('unlock'), {'private_key': key_pair()[0]}
        yield (
            'crypto.wrap',
            url_of('userkey_activate', create_user_key().pk),
            {'confirm': True},
        )

    def test_pages(self):
        for debug in (True, False):
            for target, url, data in self.requests():
                with (
                    self.subTest(target=target, debug=debug),
                    override_settings(DEBUG=debug),
                    patch(f'netbox_kit_secrets.{target}', side_effect=RuntimeError('Something unexpected')),
                ):
                    response = self.client.post(url, data, headers={'accept': 'text/html'})
                    self.assertHttpStatus(response, 500)
                    self.assertIn('Something unexpected', response.content.decode())
                    self.assertConfidential(response.content.decode())

    def test_debug_page_would_show_it(self):
        # Otherwise the test above says nothing.
        with (
            override_settings(DEBUG=True),
            patch('netbox_kit_secrets.confidential.ConfidentialReporterFilter.get_traceback_frame_variables', shown),
            patch('netbox_kit_secrets.crypto.encrypt_text', side_effect=RuntimeError),
        ):
            url = url_of('secret_add')
            response = self.client.post(
                url, self.data(self.device, plaintext=PLAINTEXT), headers={'accept': 'text/html'}
            )
        self.assertIn(PLAINTEXT, response.content.decode())


class APIErrorsTestCase(UnlockedAPIMixin, ConfidentialityMixin, APITestCase):
    def test_api(self):
        self.client.raise_request_exception = False
        secret = create_secret(PLAINTEXT)
        url = '/api/plugins/kit-secrets/'
        for debug in (True, False):
            for target, path, data in (
                ('crypto.encrypt_text', f'secrets/{secret.pk}/', {'plaintext': SECOND}),
                ('crypto.decrypt', f'secrets/{secret.pk}/reveal/', {}),
                ('crypto.unwrap', 'session-key/', {'private_key': key_pair()[0]}),
            ):
                with (
                    self.subTest(target=target, debug=debug),
                    override_settings(DEBUG=debug),
                    patch(f'netbox_kit_secrets.{target}', side_effect=RuntimeError('Something unexpected')),
                ):
                    method = self.client.patch if 'plaintext' in data else self.client.post
                    response = method(url + path, data, format='json', **self.header, HTTP_ACCEPT='text/html')
                    self.assertHttpStatus(response, 500)
                    self.assertIn('Something unexpected', response.content.decode())
                    self.assertConfidential(response.content.decode())


def shown(self, request, tb_frame):
    return list(tb_frame.f_locals.items())
