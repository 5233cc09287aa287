import os
import sys
from unittest import mock

import netbox.settings
from django.conf import settings
from django.test import override_settings
from netbox import configuration

sys.modules["netbox.settings"].MIDDLEWARE.remove("x")  # expect: NBP402
netbox.settings.DEBUG = True  # expect: NBP402
settings._wrapped.DEBUG = True  # expect: NBP402
configuration.PLUGINS.append("x")  # expect: NBP402
os.environ["NETBOX_CONFIGURATION"] = "x"  # expect: NBP402
settings.configure(DEBUG=True)  # expect: NBP402
mock.patch("django.conf.settings.DEBUG", True).start()  # expect: NBP402
os.putenv("DJANGO_SETTINGS_MODULE", "x")  # expect: NBP402
with override_settings(DEBUG=True):  # expect: NBP402
    pass
