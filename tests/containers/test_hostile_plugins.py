"""Plugins that nobody should trust: each loses its own check, the others go on, and nothing gets out."""

from __future__ import annotations

import os
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from tests.cell.plugins import plugin
from tests.cell.running import Ran, npk_test

from .conftest import remains

if TYPE_CHECKING:
    from pathlib import Path

    import docker

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("engine")]


def _tests(body: str) -> str:
    head = "import os\nimport pathlib\nimport socket\nimport subprocess\nimport sys\nimport time\n"
    case = "from django.test import SimpleTestCase\n\nclass ThingTest(SimpleTestCase):\n    def test_it(self):\n"
    return head + case + indent(dedent(body).strip(), " " * 8) + "\n"


def _run(tmp_path: Path, body: str, *arguments: str) -> Ran:
    project = plugin(tmp_path / "project", files={"tests.py": _tests(body)})
    return npk_test(project, "--backend", "docker", *arguments, timeout=900)


HOSTILE = {
    "fork bomb": """
        while True:
            os.fork()
    """,
    "memory hog": """
        hogs = [bytearray(100_000_000) for _ in range(200)]
    """,
    "memory hog of many processes": """
        code = "x = bytearray(900_000_000)\\nimport time; time.sleep(60)"
        hogs = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(8)]
        self.assertEqual([hog.wait() for hog in hogs], [0] * 8)
    """,
    "endless loop": """
        while True:
            pass
    """,
    "fork bomb in the database": """
        from django.db import connection
        with connection.cursor() as cursor:
            cursor.execute("COPY (SELECT 1) TO PROGRAM 'bomb() { bomb | bomb & }; bomb; sleep 60'")
    """,
    "disk hog": """
        with open("/tmp/hog", "wb") as file:
            for _ in range(100_000):
                file.write(bytes(1_000_000))
    """,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_plugin_that_takes_too_much_fails_its_check_and_no_other(
    name: str, tmp_path: Path, engine: docker.DockerClient
) -> None:
    ran = _run(tmp_path, HOSTILE[name], "--timeout", "30", "--memory", "1G")

    assert ran.outcomes == {
        "install": "pass", "loads": "pass", "system": "pass", "migrations": "pass", "api": "pass", "tests": "fail",
    }  # fmt: skip
    assert ran.status == 1
    assert remains(engine) == []


def test_there_is_no_way_out_of_the_network(tmp_path: Path, engine: docker.DockerClient) -> None:
    gateway = engine.networks.get("bridge").attrs["IPAM"]["Config"][0].get("Gateway", "172.17.0.1")
    ran = _run(
        tmp_path,
        f"""
        import netbox.settings
        database = socket.create_connection((netbox.settings.DATABASES["default"]["HOST"], 5432), 10)
        database.close()
        reached = []
        for address in (("1.1.1.1", 53), ("{gateway}", 22), ("{gateway}", 80)):
            try:
                socket.create_connection(address, 3).close()
            except ConnectionRefusedError:
                reached.append(address)
            except OSError:
                continue
            else:
                reached.append(address)
        self.assertEqual(reached, [])
        with self.assertRaises(OSError):
            socket.getaddrinfo("example.org", 80)
        """,
    )

    assert ran.outcomes["tests"] == "pass", ran.log("tests")


def test_nothing_can_be_written_but_what_is_the_cells_own(tmp_path: Path) -> None:
    ran = _run(
        tmp_path,
        """
        import netbox_small
        import netbox.settings
        places = [netbox_small.__file__, netbox.settings.__file__, sys.executable]
        for directory in [*(str(pathlib.Path(place).parent) for place in places), "/", "/etc", "/opt", "/var/lib"]:
            with self.assertRaises(OSError, msg=directory):
                pathlib.Path(directory, "written").write_text("here")
        self.assertNotEqual(os.getuid(), 0)
        status = pathlib.Path("/proc/self/status").read_text()
        self.assertIn("CapEff:\\t0000000000000000", status)
        self.assertIn("NoNewPrivs:\\t1", status)
        """,
    )

    assert ran.outcomes["tests"] == "pass", ran.log("tests")


def test_nothing_of_the_hosts_environment_or_files_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPK_HOST_SECRET", "do-not-tell")
    monkeypatch.setenv("HTTPS_PROXY_PASSWORD", "do-not-tell")
    secret = tmp_path / "secret.txt"
    secret.write_text("do-not-tell")
    ran = _run(
        tmp_path,
        f"""
        for process in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                self.assertNotIn("do-not-tell", process.read_text())
            except PermissionError:
                continue
        self.assertFalse(os.path.exists("{secret}"))
        self.assertFalse(os.path.exists("/var/run/docker.sock"))
        self.assertNotEqual(socket.gethostname(), "{os.uname().nodename}")
        """,
    )

    assert ran.outcomes["tests"] == "pass", ran.log("tests")
