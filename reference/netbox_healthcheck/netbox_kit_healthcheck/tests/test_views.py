from django.conf import settings
from django.test import override_settings
from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, TestCase, disable_logging

from netbox_kit_healthcheck.access import PERMISSION

from . import openmetrics

OWN = 'netbox_kit_healthcheck.tests.own_checks'
OPENMETRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8'
# What Prometheus 3 sends
PROMETHEUS = (
    'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,'
    'application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2'
)


def configured(*names, **changes):
    config = {'checks': [f'{OWN}.{name}' for name in names], 'timeout': 60, 'anonymous': 'status', **changes}
    return override_settings(PLUGINS_CONFIG={**settings.PLUGINS_CONFIG, 'netbox_kit_healthcheck': config})


@override_settings(LOGIN_REQUIRED=True)
@configured('Well', 'Warns')
class PageTestCase(TestCase):
    url = '/plugins/kit-healthcheck/'

    def get(self, **parameters):
        with disable_logging():
            return self.client.get(self.url, parameters)

    def json(self, status=200):
        response = self.get(format='json')
        self.assertEqual(response.status_code, status)
        return response.json()

    def test_url(self):
        self.assertEqual(reverse('plugins:netbox_kit_healthcheck:home'), self.url)

    def test_anonymous_status(self):
        self.client.logout()
        self.assertEqual(self.json(), {'status': 'warning'})
        response = self.get()
        self.assertTemplateUsed(response, 'netbox_kit_healthcheck/anonymous.html')
        self.assertContains(response, 'warning')
        self.assertNotContains(response, 'Nearly full')
        self.assertEqual(openmetrics.parse(self.get(format='openmetrics').text), {('netbox_health_up', ()): 1})

    @configured('Well', 'Warns', anonymous='details')
    def test_anonymous_details(self):
        self.client.logout()
        self.assertContains(self.get(), 'Nearly full')
        self.assertEqual([check['name'] for check in self.json()['checks']], ['well', 'warns'])

    @configured('Hangs', anonymous='nothing')
    def test_anonymous_nothing(self):
        self.client.logout()
        # The check would hang: nothing is asked.
        self.assertRedirects(self.get(), f'/login/?next={self.url}', fetch_redirect_response=False)
        self.assertEqual(self.get(format='json').status_code, 403)
        self.assertEqual(self.get(format='openmetrics').status_code, 403)

    @configured('Well', 'Warns', anonymous='nothing')
    def test_user_without_permission(self):
        self.assertEqual(self.json(), {'status': 'warning'})
        self.assertContains(self.get(), 'no permission to see the checks')

    def test_user_with_permission(self):
        self.add_permissions(PERMISSION)
        self.assertContains(self.get(), 'Nearly full')
        well, warns = self.json()['checks']
        self.assertEqual((well['name'], well['description'], well['status']), ('well', 'All is well', 'ok'))
        self.assertEqual((warns['status'], warns['message']), ('warning', 'Nearly full'))
        self.assertGreaterEqual(warns['duration'], 0)

    def test_menu(self):
        page = self.client.get(reverse('home'))
        self.assertContains(page, f'href="{self.url}"')
        self.assertContains(page, 'Health check')

    @configured('Well', 'Fails')
    def test_failure(self):
        self.add_permissions(PERMISSION)
        self.assertEqual(self.json(status=503)['status'], 'failed')
        self.assertContains(self.get(), 'Broken &quot;in two&quot;', status_code=503)
        self.client.logout()
        self.assertEqual(self.get().status_code, 503)

    @configured('Leaks')
    def test_no_secrets(self):
        self.add_permissions(PERMISSION)
        for name in ('html', 'json', 'openmetrics'):
            self.assertNotIn('geheim', self.get(format=name).text)

    @configured('Well', 'Fails')
    def test_openmetrics(self):
        self.add_permissions(PERMISSION)
        response = self.get(format='openmetrics')
        self.assertEqual((response.status_code, response['Content-Type']), (200, OPENMETRICS))
        samples = openmetrics.parse(response.text)
        self.assertEqual(samples['netbox_health_up', ()], 0)
        for name, up in (('well', 1), ('fails', 0)):
            self.assertEqual(samples['netbox_health_check_up', (('check', name),)], up)
            self.assertGreaterEqual(samples['netbox_health_check_duration_seconds', (('check', name),)], 0)

    def test_openmetrics_labels(self):
        name = 'a "b"\\n\n'
        self.add_permissions(PERMISSION)
        with configured('Well', checks=[(f'{OWN}.Well', {'name': name})]):
            samples = openmetrics.parse(self.get(format='openmetrics').text)
        self.assertEqual(samples['netbox_health_check_up', (('check', name),)], 1)

    def test_accept(self):
        for accepted, expected in (
            ('text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'),
            ('*/*', 'text/html; charset=utf-8'),
            ('application/json', 'application/json'),
            (PROMETHEUS, OPENMETRICS),
            ('application/openmetrics-text', OPENMETRICS),
            ('image/png', 'text/html; charset=utf-8'),
        ):
            with self.subTest(accepted):
                response = self.client.get(self.url, headers={'accept': accepted})
                self.assertEqual(response['Content-Type'], expected)

    def test_unknown_format(self):
        response = self.get(format='xml')
        self.assertContains(response, 'html, json, openmetrics', status_code=400)

    @configured('Well', 'Fails')
    def test_head(self):
        with disable_logging():
            response = self.client.head(self.url)
        self.assertEqual((response.status_code, response.content), (503, b''))

    def test_not_stored(self):
        for name in ('html', 'json', 'openmetrics'):
            self.assertIn('no-store', self.get(format=name)['Cache-Control'])

    def test_nothing_can_be_posted(self):
        with disable_logging():
            self.assertEqual(self.client.post(self.url).status_code, 405)


@override_settings(LOGIN_REQUIRED=True)
@configured('Well', 'Warns')
class APIEndpointTestCase(APITestCase):
    url = '/api/plugins/kit-healthcheck/status/'

    def get(self, **kwargs):
        with disable_logging():
            return self.client.get(self.url, **kwargs)

    def test_url(self):
        self.assertEqual(reverse('plugins-api:netbox_kit_healthcheck-api:status'), self.url)

    def test_token(self):
        self.assertEqual(self.get(**self.header).json(), {'status': 'warning'})
        self.add_permissions(PERMISSION)
        response = self.get(**self.header)
        self.assertEqual([check['name'] for check in response.json()['checks']], ['well', 'warns'])
        self.assertIn('no-store', response['Cache-Control'])

    def test_wrong_token(self):
        self.assertEqual(self.get(headers={'authorization': 'Token nonsense'}).status_code, 403)

    def test_anonymous(self):
        self.assertEqual(self.get().json(), {'status': 'warning'})
        with configured('Well', anonymous='nothing'):
            self.assertEqual(self.get().status_code, 403)

    @configured('Fails')
    def test_failure(self):
        self.assertEqual(self.get(**self.header).status_code, 503)
        self.assertEqual(self.client.head(self.url, **self.header).status_code, 503)

    @configured('Fails')
    def test_openmetrics(self):
        self.add_permissions(PERMISSION)
        for asked in ({'query_params': {'format': 'openmetrics'}}, {'HTTP_ACCEPT': PROMETHEUS}):
            response = self.get(**asked, **self.header)
            self.assertEqual((response.status_code, response['Content-Type']), (200, OPENMETRICS))
            self.assertEqual(openmetrics.parse(response.text)['netbox_health_check_up', (('check', 'fails'),)], 0)

    def test_openmetrics_refused(self):
        with configured('Well', anonymous='nothing'):
            response = self.get(query_params={'format': 'openmetrics'})
        self.assertEqual(response.status_code, 403)
        self.assertEqual(openmetrics.parse(response.text), {})

    def test_schema(self):
        schema = self.client.get(reverse('schema'), {'format': 'json'}, **self.header).json()
        responses = schema['paths'][self.url]['get']['responses']
        self.assertLessEqual({'200', '503'}, set(responses))
        self.assertIn('duration', schema['components']['schemas']['HealthCheckResult']['properties'])


class OwnServicesTestCase(TestCase):
    """
    The page on the services that the tests run with.
    """

    def test_every_check_answers(self):
        self.add_permissions(PERMISSION)
        config = {'checks': None, 'timeout': 60, 'anonymous': 'status'}
        with override_settings(PLUGINS_CONFIG={**settings.PLUGINS_CONFIG, 'netbox_kit_healthcheck': config}):
            with disable_logging():
                found = self.client.get('/plugins/kit-healthcheck/', {'format': 'json'}).json()
        states = {check['name']: check['status'] for check in found['checks']}
        self.assertEqual({states[name] for name in ('database', 'cache', 'redis', 'plugins')}, {'ok'})
        self.assertEqual(states['workers'], 'failed')
