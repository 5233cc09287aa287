"""What is left to do once the template's files are written; called by `template/hooks/post_gen_project.py`.

Cookiecutter renders every file of the template, and one file for each. So a file that came out empty is not needed,
and one that stands for several is divided here. The code is then put in order by ruff, with the project's own settings:
templates import whatever some choice may need, and what this plugin does not use is taken out again.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from netbox_plugin_kit.scaffold.catalogues import fill_catalogues

__all__ = ["finish"]

_PART = re.compile(r"^#@ (\S+)\n", re.MULTILINE)
"""The line that begins one of several files in one, with its name: `#@ accesslist.html`."""


def finish(project: Path) -> None:
    """Make a rendered project complete.

    Raises:
        CalledProcessError: Ruff cannot read what was generated, which is a fault of the template.
    """
    for path in sorted(project.rglob("*.parts")):
        _divide(path)
    for path in sorted(item for item in project.rglob("*") if item.is_file()):
        if path.name != "__init__.py" and path.suffix != ".typed" and not path.read_bytes().strip():
            path.unlink()
    _prune(project)
    _tidy_texts(project)
    _ruff(project)
    fill_catalogues(project)


def _divide(path: Path) -> None:
    """Make several files of one: what stands after each `#@ NAME` goes to that name, beside it."""
    _, *pieces = _PART.split(path.read_text(encoding="utf-8"))
    for name, text in zip(pieces[::2], pieces[1::2], strict=True):
        target = path.parent / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    path.unlink()


def _prune(directory: Path) -> None:
    """Remove directories with nothing in them but a package's mark, such as `jobs/__init__.py` alone."""
    for path in sorted((item for item in directory.rglob("*") if item.is_dir()), reverse=True):
        if all(item.name == "__init__.py" and not item.read_bytes().strip() for item in path.iterdir()):
            shutil.rmtree(path)


def _tidy_texts(project: Path) -> None:
    """One empty line is enough, and a file ends with its last line: Jinja leaves more where a choice was not taken."""
    for path in project.rglob("*"):
        if path.suffix in {".md", ".toml", ".yaml", ".yml", ".html", ".json", ".txt"}:
            text = path.read_text(encoding="utf-8")
            tidy = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip("\n") + "\n"
            if tidy != text:
                path.write_text(tidy, encoding="utf-8")


def _ruff(project: Path) -> None:
    # Imports are written one a line; joined as far as they fit they read better.
    joined = ["--config", "lint.isort.split-on-trailing-comma=false"]
    for arguments in (["check", "--fix", "--exit-zero", "--select", "F401,I", *joined], ["format"]):
        command = [sys.executable, "-m", "ruff", *arguments, "--quiet", "--no-cache", "."]
        subprocess.run(command, cwd=project, check=True)
