"""Pictures of a report of the matrix in a real browser, for docs/matrix.md: `./dev pictures`.

`docs/pictures/report.json` is a run of a generated plugin, with faults put in on purpose for two of the releases.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from netbox_plugin_kit.reports.html import as_html
from netbox_plugin_kit.reports.reading import read_reports

_PICTURES = Path(__file__).parent / "pictures"
_SIZES = {"desktop": ViewportSize(width=1360, height=900), "phone": ViewportSize(width=390, height=844)}


def main() -> None:
    """Render the page and look at it in both sizes."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        page_file = Path(place) / "report.html"
        page_file.write_text(as_html(*read_reports(_PICTURES / "report.json")), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, size in _SIZES.items():
            page = browser.new_page(viewport=size)
            page.goto(page_file.as_uri())
            page.screenshot(path=_PICTURES / f"report-{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
