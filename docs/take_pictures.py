"""Pictures of plugins in a real browser: of a generated one for docs/new.md, and of the reference plugins.

`./dev pictures` takes those of docs/new.md, `./dev pictures -- reference/netbox_documents` those that the project's
docs/pictures.toml lists, each with `name`, `path`, what is clicked before the picture is taken (`click`, a list of CSS
selectors), what is to be in view (`scroll`, a selector), and `anonymous = true` for somebody who is not logged in. A
real NetBox is served with the project's demo data; Chromium (the system's, `apt-get install chromium`) looks at it.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page, ViewportSize, sync_playwright

from netbox_plugin_kit.backends.serving import site
from netbox_plugin_kit.scaffold.generating import generate

_USER = _PASSWORD = "pictures"  # noqa: S105 - of a NetBox that lives for a minute
_LOGIN = f"""
from users.models import User
User.objects.create_superuser({_USER!r}, password={_PASSWORD!r})
"""
_DATA = Path(__file__).parent / "pictures" / "contracts.py"
_SPEC = Path(__file__).parent.parent / "tests" / "scaffold" / "specs" / "contracts.yaml"
_SIZE = ViewportSize(width=1440, height=1000)


@dataclass(frozen=True)
class Picture:
    """One page: what the file is called, where it is, and what is clicked and sought before the picture is taken."""

    name: str
    path: str
    click: Sequence[str] = ()
    scroll: str = ""
    anonymous: bool = False


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


def take_all(directory: Path, data: Path, pictures: Sequence[Picture], target: Path, netbox: str) -> None:
    """Serve a plugin with its data and take every picture."""
    with site(str(directory), netbox, progress=_say) as place:
        place.manage("shell", script=f"{_LOGIN}\n{data.read_text(encoding='utf-8')}\n")
        with place.served() as address:
            take(address, pictures, target)


def _say(words: str) -> None:
    print(words)  # noqa: T201 - that is how a script shows progress


def take(address: str, pictures: Sequence[Picture], target: Path) -> None:
    """Log in, unless nobody is to be, and take every picture."""
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE)
        page.goto(f"{address}/login/")
        page.fill("input[name=username]", _USER)
        page.fill("input[name=password]", _PASSWORD)
        page.click("button[type=submit]")
        for picture in pictures:
            looking = browser.new_context(viewport=_SIZE).new_page() if picture.anonymous else page
            _take(looking, f"{address}{picture.path}", picture, target)
        browser.close()


def _take(page: Page, address: str, picture: Picture, target: Path) -> None:
    response = page.goto(address, wait_until="networkidle")
    if response is None or not response.ok:
        raise SystemExit(f"{picture.name}: {address} answers {response.status if response else 'nothing'}")
    for selector in picture.click:
        page.click(selector)
    page.wait_for_load_state("networkidle")
    if picture.scroll:
        page.locator(picture.scroll).evaluate("each => each.scrollIntoView({block: 'center'})")
    page.screenshot(path=target / f"{picture.name}.png")


def main() -> None:
    """Take the pictures of docs/new.md, or those of the plugins that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("projects", nargs="*", type=Path, help="Directories of plugins with a docs/pictures.toml.")
    parser.add_argument("--netbox", default="4.7.3")
    options = parser.parse_args()
    for project in options.projects:
        listed = tomllib.loads((project / "docs" / "pictures.toml").read_text(encoding="utf-8"))["picture"]
        pictures = [Picture(**each) for each in listed]
        data = project / "development" / "demo_data.py"
        take_all(project, data, pictures, project / "docs" / "pictures", options.netbox)
    if not options.projects:
        with tempfile.TemporaryDirectory() as place:
            directory = generate(yaml.safe_load(_SPEC.read_text(encoding="utf-8")), Path(place))
            take_all(directory, _DATA, CONTRACTS, Path("docs/pictures"), options.netbox)


if __name__ == "__main__":
    main()
