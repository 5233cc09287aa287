"""Rule cases: small plugins on disk, with what is to be found in them written beside it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from netbox_plugin_kit.linting.run import Options, lint

__all__ = ["CASES", "Expected", "expectations", "found_in", "project"]

CASES = Path(__file__).parent / "cases"
_EXPECT = re.compile(r"expect(?P<where>-below|-file)?:\s*(?P<codes>NB[PC]\d{3}(?:\s*,\s*NB[PC]\d{3})*)")

Expected = tuple[str, int | None, str]
"""File, line (None: the file as a whole) and code."""


def project(case: Path, place: Path) -> Path:
    """The plugin of a case: the base, with the case's files put over it; `NAME.absent` takes NAME away."""
    shutil.copytree(CASES / "base", place, dirs_exist_ok=True)
    shutil.copytree(case, place, dirs_exist_ok=True, symlinks=True)
    for marker in [*place.rglob("*.absent")]:
        marker.unlink()
        target = marker.with_suffix("")
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    return place


def expectations(place: Path) -> set[Expected]:
    """What the comments of a plugin say is found: on their line, the next (`-below`), or in the file (`-file`)."""
    found: set[Expected] = set()
    for path in place.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(place).as_posix()
            text = path.read_text(encoding="utf-8", errors="replace")
            for number, line in enumerate(text.splitlines(), 1):
                found |= {(name, place_of, code) for place_of, code in _read(line, number)}
    return found


def _read(line: str, number: int) -> Iterator[tuple[int | None, str]]:
    for match in _EXPECT.finditer(line):
        where = {None: number, "-below": number + 1, "-file": None}[match["where"]]
        for code in match["codes"].split(","):
            yield where, code.strip()


def found_in(place: Path) -> set[Expected]:
    """What all rules find in a plugin."""
    found = lint(place, Options()).violations
    return {(each.finding.path or "", each.finding.line, each.finding.code or "") for each in found}
