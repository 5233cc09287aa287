"""Archives that go into containers: what is packed decides, and nothing else."""

from __future__ import annotations

import os
import tarfile
from pathlib import Path

from netbox_plugin_kit.containers.transfer import USER, packing


def _tree(root: Path, moment: int) -> Path:
    for name in ("b.py", "a.py", "deep/c.txt", "deep/tests/d.py", "tests/e.py", "__pycache__/a.pyc"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {name}")
        os.utime(file, (moment, moment))
    (root / "link").symlink_to("nowhere")
    return root


def _packed(root: Path) -> bytes:
    with packing() as (pack, file):
        pack.tree("cell/site", root, user=USER, without=("tests",))
        pack.text("request.json", "{}")
        pack.close()
        file.seek(0)
        return file.read()


def test_the_same_files_make_the_same_archive(tmp_path: Path) -> None:
    early, late = _tree(tmp_path / "early", 1), _tree(tmp_path / "late", 2_000_000_000)

    assert _packed(early) == _packed(late)


def test_directories_above_are_there_and_compiled_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "packed.tar").write_bytes(_packed(_tree(tmp_path / "tree", 1)))

    with tarfile.open(tmp_path / "packed.tar") as tar:
        members = {member.name: member for member in tar.getmembers()}

    assert list(members) == [
        "cell", "cell/site", "cell/site/a.py", "cell/site/b.py", "cell/site/link", "cell/site/deep",
        "cell/site/deep/c.txt", "cell/site/deep/tests", "cell/site/deep/tests/d.py", "request.json",
    ]  # fmt: skip
    assert (members["cell"].uid, members["cell/site"].uid, members["request.json"].uid) == (0, USER, 0)
    assert members["cell/site/link"].linkname == "nowhere"


def test_programs_stay_programs(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    for name, mode in (("program", 0o700), ("text", 0o600)):
        (tmp_path / "tree" / name).touch()
        (tmp_path / "tree" / name).chmod(mode)
    (tmp_path / "packed.tar").write_bytes(_packed(tmp_path / "tree"))

    with tarfile.open(tmp_path / "packed.tar") as tar:
        modes = {member.name: member.mode for member in tar.getmembers() if member.isfile()}

    assert modes == {"cell/site/program": 0o755, "cell/site/text": 0o644, "request.json": 0o644}
