import django.contrib.auth
from account.views import LoginView
from django.conf import settings
from netbox import authentication


def let_in(**kwargs):
    return None


settings.AUTHENTICATION_BACKENDS.insert(0, "netbox_example.Backend")  # expect: NBP506
settings.LOGIN_URL = "/plugins/example/login/"  # expect: NBP506
LoginView.get = let_in  # expect: NBP506
authentication.ObjectPermissionBackend.has_perm = let_in  # expect: NBP506
django.contrib.auth.authenticate = let_in  # expect: NBP506
