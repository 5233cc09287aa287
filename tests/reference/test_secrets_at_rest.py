"""The plugin of secrets in a NetBox that is served: what somebody finds who has its disk or its backup.

What is logged, shown, exported and answered is among the plugin's own tests.
"""

from __future__ import annotations

import base64
import contextlib
import json
import shutil
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from netbox_plugin_kit.backends.serving import Site, site
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.postgres_binaries import find_binaries
from netbox_plugin_kit.releases import Catalogue
from tests.cell.running import CURRENT

pytestmark = [pytest.mark.netbox, pytest.mark.timeout(600)]

PLUGIN = Path(__file__).parents[2] / "reference" / "netbox_secrets"
OPEN = "an account of the routers"
"""What is no secret: it shows that a search finds what is there."""
FIRST, SECOND = "TwelveBlueBicycles", "ThirteenGreenLanterns"

DEMO = """
import json
from django.db import connection
from netbox_plugin_kit.testing import create
from users.models import Token, User

user = User.objects.create_superuser('admin')
token = Token(user=user, version=1)
token.save()
objects = {label: create(label).pk for label in ('dcim.device', 'tenancy.contact')}
place = {name: str(connection.settings_dict[name]) for name in ('HOST', 'PORT', 'USER', 'NAME')}
role = create('netbox_kit_secrets.secretrole').pk
print(json.dumps({'user': user.pk, 'token': token.token, 'objects': objects, 'role': role, 'database': place}))
"""

KEEP = """
import django_rq
from django.db import connection

with connection.cursor() as cursor:
    cursor.execute('CHECKPOINT')
server = django_rq.get_connection('default')
server.config_set('rdbcompression', 'no')
server.set('what is here', 'Twelve' 'RedBuses')
server.save()
"""


class Client:
    """A user of the REST API."""

    def __init__(self, address: str, token: str) -> None:
        self.headers = {"Authorization": f"Token {token}", "Content-Type": "application/json"}
        self.address = address

    def post(self, path: str, method: str = "POST", **data: Any) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - our own
            f"{self.address}/api/plugins/kit-secrets/{path}", json.dumps(data).encode(), self.headers, method=method
        )
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own
            said: dict[str, Any] = json.load(answer)
            return said


def use(client: Client, given: dict[str, Any]) -> list[str]:
    """Store, reveal, change and rotate, and what of it nobody may find afterwards."""
    keys = client.post("key-pair/")
    user_key = client.post("user-keys/", user=given["user"], public_key=keys["public_key"])["id"]
    client.post(f"user-keys/{user_key}/activate/")
    sessions = [client.post("session-key/", private_key=keys["private_key"])["session_key"]]
    client.headers["X-Session-Key"] = sessions[0]
    for label, pk in given["objects"].items():
        of = {"assigned_object_type": label, "assigned_object_id": pk, "role": given["role"], "description": OPEN}
        secret = client.post("secrets/", name="admin", plaintext=FIRST, **of)["id"]
        client.post(f"secrets/{secret}/", method="PATCH", plaintext=SECOND)
        sessions.append(client.post(f"user-keys/{user_key}/rotate/")["session_key"])
        client.headers["X-Session-Key"] = sessions[-1]
        assert client.post(f"secrets/{secret}/reveal/") == {"plaintext": SECOND}
    return [FIRST, SECOND, keys["private_key"].splitlines()[5], *sessions]


def forms(text: str) -> set[bytes]:
    """A text as it could be written somewhere."""
    data = text.encode()
    base64s = {base64.b64encode(b"x" * shift + data)[shift and 4 : -4] for shift in range(3)}
    return {data, data.hex().encode(), data.hex().upper().encode(), text.encode("utf-16-le"), *base64s}


def dump(place: dict[str, str]) -> bytes:
    """What `pg_dump` writes of a database."""
    minor = Catalogue.load().release(CURRENT).minor
    program = find_binaries(minor.postgresql, minor.extensions, Cache()).bin / "pg_dump"
    pg_dump = program if program.exists() else shutil.which("pg_dump")
    if pg_dump is None:
        pytest.skip("there is no pg_dump")
    command = [pg_dump, "-h", place["HOST"], "-p", place["PORT"], "-U", place["USER"], place["NAME"]]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def kept(place: Site, database: dict[str, str]) -> dict[str, bytes]:
    """The dump of the database, and the files of the site, those of its servers among them."""
    data = {"dump": dump(database)}
    for path in place.run.path.rglob("*"):
        if path.is_file():
            with contextlib.suppress(FileNotFoundError):  # servers remove files of theirs meanwhile
                data[str(path.relative_to(place.run.path))] = path.read_bytes()
    return data


def found(data: dict[str, bytes], text: str) -> list[str]:
    """Where a text is."""
    return [name for name, content in data.items() if any(form in content for form in forms(text))]


def test_nobody_finds_a_secret_in_what_is_kept() -> None:
    with site(str(PLUGIN), CURRENT) as place:
        given = json.loads(place.manage("shell", "--verbosity", "0", "--command", DEMO).splitlines()[-1])
        with place.served() as address:
            confidential = use(Client(address, given["token"]), given)
            place.manage("shell", "--command", KEEP)
            data = kept(place, given["database"])

    assert {"dump", "base", "pg_wal"} <= {part for name in found(data, OPEN) for part in Path(name).parts}
    assert [Path(name).name for name in found(data, "Twelve" + "RedBuses")] == ["dump.rdb"]
    assert [(text, places) for text in confidential if (places := found(data, text))] == []
