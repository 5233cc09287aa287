"""The same plugins on both backends, and images that somebody else made."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.cell.plugins import INITIAL, THING, netbox_dummy, plugin
from tests.cell.running import CURRENT, Ran, npk_test

from .conftest import remains

if TYPE_CHECKING:
    import docker

    from tests.cell.conftest import Directory

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("engine")]

_COLD = 1800.0


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return lambda name: tmp_path_factory.mktemp(name) / "project"


@pytest.fixture(scope="module")
def dummies(directory: Directory) -> tuple[Ran, Ran]:
    """NetBox's own dummy plugin, on this machine and in containers."""
    project = netbox_dummy(directory("dummy"), CURRENT)
    checks = ("--checks", "all")
    return npk_test(project, *checks, timeout=_COLD), npk_test(project, *checks, "--backend", "docker", timeout=_COLD)


def test_both_backends_say_the_same_check_by_check(dummies: tuple[Ran, Ran]) -> None:
    embedded, contained = dummies

    assert contained.outcomes == embedded.outcomes
    for check in embedded.outcomes:
        assert contained.messages(check) == embedded.messages(check)
        assert contained.messages(check, "warning") == embedded.messages(check, "warning")


def test_the_report_names_the_backend(dummies: tuple[Ran, Ran]) -> None:
    assert [ran.cell["backend"] for ran in dummies] == ["embedded", "docker"]


@pytest.fixture(scope="module")
def reckless(directory: Directory) -> tuple[Ran, Ran]:
    """A plugin that fails several checks, on both."""
    one_way = INITIAL.replace(
        "        ]\n", "            migrations.RunPython(lambda apps, editor: None),\n        ]\n"
    )
    failing = """
        from django.test import TestCase

        class ThingTest(TestCase):
            def test_nothing(self):
                print("it says something")
                self.assertTrue(False)
    """
    project = plugin(
        directory("reckless"), files={"models.py": THING, "migrations/0001_initial.py": one_way, "tests.py": failing}
    )
    return npk_test(project), npk_test(project, "--backend", "docker", timeout=_COLD)


def test_both_backends_fail_the_same(reckless: tuple[Ran, Ran]) -> None:
    embedded, contained = reckless

    assert contained.outcomes == embedded.outcomes
    assert contained.outcomes["migrations"] == contained.outcomes["tests"] == "fail"
    assert contained.messages("migrations") == embedded.messages("migrations")


def test_what_a_check_printed_comes_out_of_the_container(reckless: tuple[Ran, Ran]) -> None:
    assert "it says something" in reckless[1].log("tests")


def test_a_release_outside_the_range_refuses(directory: Directory) -> None:
    project = plugin(directory("elsewhere"), config='min_version = "4.9.0"')

    ran = npk_test(project, "--backend", "docker", timeout=_COLD)

    assert ran.outcomes["loads"] == "fail"
    assert "4.9.0" in " ".join([ran.detail("loads"), *ran.messages("loads")])


@pytest.fixture(scope="module")
def own_image(engine: docker.DockerClient, dummies: tuple[Ran, Ran]) -> Iterator[str]:
    """An image as netbox-docker lays it out: an entrypoint, a user of its own, a configuration that is not ours."""
    assert dummies[1].outcomes["loads"] == "pass"
    images = engine.api.images(filters={"label": "netbox-plugin-kit.kind=netbox"})
    made = next(tag for each in images for tag in each["RepoTags"] or () if f":{CURRENT}-" in tag)
    lines = (
        f"FROM {made}",
        "RUN useradd --uid 999 --gid 0 --no-create-home netbox && mkdir -p /etc/netbox/config",
        "RUN printf 'raise SystemExit(\"not this one\")' > /etc/netbox/config/configuration.py",
        "USER netbox:root",
        'ENTRYPOINT ["/bin/false"]',
    )
    text = "\n".join(lines).encode()
    context = io.BytesIO()
    with tarfile.open(fileobj=context, mode="w") as tar:
        item = tarfile.TarInfo("Dockerfile")
        item.size = len(text)
        tar.addfile(item, io.BytesIO(text))
    context.seek(0)
    name = f"example.org/netbox:v{CURRENT}-own"
    engine.images.build(fileobj=context, custom_context=True, tag=name, rm=True, forcerm=True)
    yield name
    engine.images.remove(name, force=True)


def test_an_image_of_ones_own_is_run(own_image: str, directory: Directory) -> None:
    name = own_image.replace(CURRENT, "{netbox}")

    ran = npk_test(plugin(directory("own")), "--backend", "docker", "--image", name, timeout=_COLD)

    assert ran.status == 0
    assert ran.outcomes["loads"] == "pass"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--backend", "docker", "--image", "netbox-plugin-kit/debian:trixie"],
            "no image of NetBox that the kit can use",
        ),
        (["--backend", "docker", "--image", "{own}", "--netbox", "4.7.2"], f"has NetBox {CURRENT}, not 4.7.2"),
        (["--backend", "docker", "--docker-context", "nowhere"], "there is no context nowhere"),
    ],
)
def test_a_mistake_is_one_line(own_image: str, directory: Directory, arguments: list[str], said: str) -> None:
    command = [sys.executable, "-m", "netbox_plugin_kit", "test", str(plugin(directory("mistake")))]
    asked = [argument.replace("{own}", own_image) for argument in arguments]

    done = subprocess.run([*command, *asked], capture_output=True, text=True, timeout=300, check=False)

    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_matrix_in_containers_proves_what_is_refused(directory: Directory) -> None:
    project = plugin(directory("matrix"), config='min_version = "4.7.3"\nmax_version = "4.7.99"')
    command = [sys.executable, "-m", "netbox_plugin_kit", "matrix", str(project), "--backend", "docker"]
    asked = ["--checks", "loads", "--probe", "0", "--format", "json"]

    done = subprocess.run([*command, *asked], capture_output=True, text=True, timeout=_COLD, check=False)

    assert done.returncode == 0, done.stderr
    cells = {cell["name"]: cell for cell in json.loads(done.stdout)["cells"]}
    assert {name: (cell["expect"], cell["backend"], cell["verdict"]) for name, cell in cells.items()} == {
        "4.7.2-refusal": ("refuse", "docker", "pass"),
        "4.7.3": ("accept", "docker", "pass"),
    }


def test_nothing_is_left_on_the_engine(engine: docker.DockerClient, dummies: tuple[Ran, Ran]) -> None:
    assert dummies[1].outcomes["loads"] == "pass"
    assert remains(engine) == []
