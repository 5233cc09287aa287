"""How long `npk new` takes, as a whole process, side by side with starting Python and importing cookiecutter alone.

python benchmarks/new.py [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_SPECS = Path(__file__).parent.parent / "tests" / "scaffold" / "specs"
_ALLOWED = 2.0
"""Seconds that a generation may take on two idle cores."""


def timed(*command: str | Path) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    npk = [sys.executable, "-m", "netbox_plugin_kit"]
    cases = {"default answers": ["--no-input"]}
    cases |= {path.stem: ["--spec", str(path)] for path in sorted(_SPECS.glob("*.yaml"))}
    seconds: dict[str, list[float]] = {name: [] for name in ("bare", *cases)}
    for _ in range(rounds):
        seconds["bare"].append(timed(sys.executable, "-c", "import cookiecutter.main"))
        for name, options in cases.items():
            with tempfile.TemporaryDirectory() as place:
                seconds[name].append(timed(*npk, "new", *options, "--output", place))
    bare = statistics.median(seconds["bare"])
    print(f"{'importing cookiecutter':24} {bare:5.2f} s")
    for name in cases:
        median = statistics.median(seconds[name])
        print(
            f"{name:24} {median:5.2f} s, {median / bare:4.1f} times that, {median / _ALLOWED:4.2f} of what is allowed"
        )


if __name__ == "__main__":
    main()
