"""What is done to a project once its files are rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from netbox_plugin_kit.scaffold.finishing import finish


@pytest.fixture
def project(tmp_path: Path) -> Path:
    package = tmp_path / "netbox_xy"
    for name, text in {
        "__init__.py": "",
        "models.py": "import os\nfrom typing import (\n    Any,\n)\n\nthing: Any = {'a':1}\n",
        "jobs.py": "\n\n",
        "api/__init__.py": "",
        "api/views.py": "  \n",
        "pages.parts": "#@ one.html\n<p>1</p>\n#@ deep/two.html\n<p>2</p>\n\n\n\n<p>3</p>\n",
    }.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text)
    finish(tmp_path)
    return package


def test_a_file_that_came_out_empty_is_gone_and_so_is_a_package_of_nothing_else(project: Path) -> None:
    assert not (project / "jobs.py").exists()
    assert not (project / "api").exists()
    assert (project / "__init__.py").exists()


def test_a_file_that_stands_for_several_is_divided(project: Path) -> None:
    assert (project / "one.html").read_text() == "<p>1</p>\n"
    assert (project / "deep" / "two.html").read_text() == "<p>2</p>\n\n<p>3</p>\n"
    assert not (project / "pages.parts").exists()


def test_imports_that_nobody_uses_go_and_the_rest_is_formatted(project: Path) -> None:
    assert (project / "models.py").read_text() == 'from typing import Any\n\nthing: Any = {"a": 1}\n'
