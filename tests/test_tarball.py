from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from netbox_plugin_kit.tarball import extract_all


def archive(*members: tuple[str, bytes | str]) -> tarfile.TarFile:
    """A tar archive of files (name, bytes) and symbolic links (name, target)."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, content in members:
            info = tarfile.TarInfo(name)
            if isinstance(content, str):
                info.type, info.linkname = tarfile.SYMTYPE, content
                tar.addfile(info)
            else:
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
    buffer.seek(0)
    return tarfile.open(fileobj=buffer)


@pytest.fixture(params=["with Python's filter", "without"], autouse=True)
def python(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without":
        monkeypatch.delattr(tarfile, "data_filter", raising=False)
        # Pythons that have the filter warn when it is not used.
        monkeypatch.setattr(
            tarfile.TarFile, "extraction_filter", staticmethod(lambda member, _path: member), raising=False
        )


def test_files_and_links_are_unpacked(tmp_path: Path) -> None:
    extract_all(archive(("a/b.txt", b"text"), ("a/c.txt", "b.txt")), tmp_path)

    assert (tmp_path / "a/c.txt").read_bytes() == b"text"


@pytest.mark.parametrize(
    "member", [("../outside", b""), ("a/../../outside", b""), ("a/link", "../../outside"), ("link", "/etc/passwd")]
)
def test_what_leaves_the_directory_is_refused(member: tuple[str, bytes | str], tmp_path: Path) -> None:
    target = tmp_path / "target"

    with pytest.raises(tarfile.TarError):
        extract_all(archive(member), target)

    assert not (tmp_path / "outside").exists()
    assert not (target / "link").exists()
