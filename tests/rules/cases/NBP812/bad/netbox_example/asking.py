import ssl

import httpx
import requests

OPTIONS = {"verify": False}
CHECK = False


def ask(url):
    requests.get(url, timeout=5, verify=False)  # expect: NBP812
    httpx.Client(verify=CHECK)  # expect: NBP812
    session = requests.Session()
    session.verify = False  # expect: NBP812
    session.post(url, verify=False)  # expect: NBP812
    return ssl._create_unverified_context()  # expect: NBP812
