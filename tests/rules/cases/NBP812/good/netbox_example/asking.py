import ssl

import requests
from netbox.plugins import get_plugin_config

from .signing import verify_all


class Checked:
    def get(self, url, verify):
        return url, verify


def ask(url, endpoint, check=True):
    requests.get(url, timeout=5)
    requests.get(url, timeout=5, verify=get_plugin_config("netbox_example", "verify"))
    requests.get(url, timeout=5, verify=endpoint.verify if check else False)
    Checked().get(url, verify=False)
    session = requests.Session()
    session.verify = endpoint.ca_bundle
    verify_all(session)
    return ssl.create_default_context()
