"""The reference plugins with as much data as a large organization has: queries and time of their pages.

    ./dev bench -- reference
    ./dev bench -- reference netbox_documents --netbox 4.7.3

A NetBox with the plugin is filled in two steps, `sizes/<plugin>.py` says with what, and each page is asked for five
times after each step, through Django's test client, by a superuser. What is quoted is the number of queries, which must
not grow, and the median of the times, with the time for many beside that for few as a ratio.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from netbox_plugin_kit.backends.serving import site

SIZES = Path(__file__).parent / "sizes"
PLUGINS = Path(__file__).parent.parent / "reference"
SCRIPT = """
import sys
sys.path.insert(0, {place!r})
from measuring import measure
measure({plugin!r})
"""


def main() -> None:
    known = sorted(path.stem for path in SIZES.glob("netbox_*.py"))
    parser = argparse.ArgumentParser(description="The reference plugins with a lot of data.")
    parser.add_argument("plugins", nargs="*", default=known, metavar="PLUGIN", help=f"One of {', '.join(known)}.")
    parser.add_argument("--netbox", default="4.7.3")
    options = parser.parse_args()
    grown = False
    for plugin in options.plugins:
        with site(str(PLUGINS / plugin), options.netbox, progress=print) as place:
            said = place.manage("shell", script=SCRIPT.format(place=str(SIZES), plugin=plugin))
        few, many = (json.loads(line) for line in said.splitlines() if line.startswith("{"))
        print(f"\n{plugin} on NetBox {options.netbox}: {few['size']}, then {many['size']}")
        print(f"{'page':34} {'queries':>13} {'milliseconds':>17} {'ratio':>6}")
        for page, (queries, seconds) in few["pages"].items():
            then, took = many["pages"][page]
            print(
                f"{page:34} {queries:6} {then:6} {seconds * 1000:8.0f} {took * 1000:8.0f} {took / seconds:6.1f}"
                + ("" if then <= queries else "  MORE QUERIES")
            )
            grown |= then > queries
    if grown:
        raise SystemExit("the number of queries grows with the data")


if __name__ == "__main__":
    main()
