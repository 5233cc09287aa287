"""Pictures of a generated plugin in a real browser, for docs/new.md: `./dev pictures`.

A specification is generated, installed beside a real NetBox, filled by `docs/pictures/contracts.py`, and served;
Chromium (the system's, `apt-get install chromium`) logs in and looks at it.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page, ViewportSize, sync_playwright

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.inside import place_inside
from netbox_plugin_kit.environment.install import installed, project
from netbox_plugin_kit.environment.interpreters import choose
from netbox_plugin_kit.environment.netbox import environment
from netbox_plugin_kit.environment.postgres import load_cluster
from netbox_plugin_kit.environment.postgres import start as start_postgres
from netbox_plugin_kit.environment.postgres_binaries import find_binaries
from netbox_plugin_kit.environment.snapshots import Servers, snapshot
from netbox_plugin_kit.environment.valkey import find_server
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.environment.wheel import what_is
from netbox_plugin_kit.releases import Catalogue, provider_for
from netbox_plugin_kit.runs import run_directory
from netbox_plugin_kit.scaffold.generating import generate

_USER = _PASSWORD = "pictures"  # noqa: S105 - of a NetBox that lives for a minute
_LOGIN = f"""
from users.models import User
User.objects.create_superuser({_USER!r}, password={_PASSWORD!r})
"""
_DATA = Path(__file__).parent / "pictures" / "contracts.py"
_SPEC = Path(__file__).parent.parent / "tests" / "scaffold" / "specs" / "contracts.yaml"
_SIZE = ViewportSize(width=1440, height=1000)
_PATIENCE = 90


@dataclass(frozen=True)
class Picture:
    """One page: what the file is called, where it is, and what is clicked before the picture is taken."""

    name: str
    path: str
    click: tuple[str, ...] = ()


CONTRACTS = (
    Picture("menu", "/plugins/contracts/"),
    Picture("list", "/plugins/contracts/contracts/"),
    Picture("detail", "/plugins/contracts/contracts/1/"),
    Picture("edit", "/plugins/contracts/contracts/1/edit/"),
    Picture(
        "bulk-edit",
        "/plugins/contracts/contracts/",
        (
            "tbody tr:nth-child(1) input[name=pk]",
            "tbody tr:nth-child(2) input[name=pk]",
            "button[formaction*='/edit/']",
        ),
    ),
    Picture("import", "/plugins/contracts/contracts/import/"),
    Picture("tab", "/plugins/contracts/vendors/1/contracts/"),
    Picture("core-page", "/dcim/sites/1/"),
)


@contextlib.contextmanager
def served(directory: Path, version: str) -> Iterator[str]:
    """A NetBox with the plugin and its demo data, and the address it answers at."""
    release = Catalogue.load().release(version)
    cache = Cache()
    interpreter = choose(release.minor.python, None, what="NetBox", preferred=release.minor.python_preferred)
    with contextlib.ExitStack() as stack:
        run = stack.enter_context(run_directory())
        given = what_is(str(directory))
        root = stack.enter_context(project(given, run.path))
        netbox = stack.enter_context(environment(release, provider_for(release), interpreter, cache))
        servers = Servers(
            find_binaries(release.minor.postgresql, release.minor.extensions, cache), find_server(release.minor.redis)
        )
        cluster = stack.enter_context(snapshot(netbox, servers, run, cache))
        workspace = run.path / "cell"
        plugin = stack.enter_context(installed(given, root, netbox, workspace, cache))
        database = stack.enter_context(start_postgres(servers.postgres, load_cluster(cluster, run), run))
        redis = stack.enter_context(start_valkey(servers.valkey, run))
        place_inside(workspace)
        settings = plugin.plugin.settings
        parameters = Parameters([plugin.plugin.package], settings.plugins_config)
        variables = write_configuration(workspace, release, database, redis, parameters)
        places = [workspace, *([netbox.netbox] if netbox.netbox else []), *plugin.path]
        variables |= {"PYTHONPATH": ":".join(map(str, places)), "PATH": "/usr/bin:/bin"}

        def manage(*arguments: str, script: str | None = None) -> None:
            command = [str(netbox.python), "-m", "django", *arguments]
            subprocess.run(command, env=variables, cwd=workspace, input=script, text=True, check=True)

        manage("migrate", "--no-input", "--verbosity", "0")
        manage("shell", script=f"{_LOGIN}\n{_DATA.read_text(encoding='utf-8')}\n")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [str(netbox.python), "-m", "django", "runserver", "--noreload", "--insecure", str(port)]
        server = subprocess.Popen(command, env=variables, cwd=workspace)
        try:
            address = f"http://127.0.0.1:{port}"
            _await(address)
            yield address
        finally:
            server.terminate()
            server.wait()


def _await(address: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{address}/login/")  # noqa: S310 - our own server
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
        else:
            return


def take(address: str, pictures: Sequence[Picture], target: Path) -> None:
    """Log in and take every picture."""
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE)
        page.goto(f"{address}/login/")
        page.fill("input[name=username]", _USER)
        page.fill("input[name=password]", _PASSWORD)
        page.click("button[type=submit]")
        for picture in pictures:
            _take(page, f"{address}{picture.path}", picture, target)
        browser.close()


def _take(page: Page, address: str, picture: Picture, target: Path) -> None:
    response = page.goto(address, wait_until="networkidle")
    if response is None or not response.ok:
        raise SystemExit(f"{picture.name}: {address} answers {response.status if response else 'nothing'}")
    for selector in picture.click:
        page.click(selector)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=target / f"{picture.name}.png")


def main() -> None:
    """Take the pictures of the documentation, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--netbox", default="4.7.3")
    parser.add_argument("--output", type=Path, default=Path("docs/pictures"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        directory = generate(yaml.safe_load(_SPEC.read_text(encoding="utf-8")), Path(place))
        with served(directory, options.netbox) as address:
            take(address, CONTRACTS, options.output)


if __name__ == "__main__":
    main()
