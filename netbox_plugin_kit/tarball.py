"""Unpacking tar archives that somebody else made, on every Python the kit runs on."""

from __future__ import annotations

import os
import tarfile
from pathlib import Path

__all__ = ["extract_all"]


def extract_all(tar: tarfile.TarFile, target: Path) -> None:
    """Unpack everything below `target`; nothing leaves it, and nothing but files, directories and links is made.

    Raises:
        tarfile.TarError: A member would end up, or point to, somewhere else.
    """
    if hasattr(tarfile, "data_filter"):
        tar.extractall(target, filter="data")
        return
    # Python's own filter came with 3.11.4; Debian 12 has 3.11.2.
    for member in tar.getmembers():
        _refuse_escape(member)
    tar.extractall(target)  # noqa: S202 - every member was looked at


def _refuse_escape(member: tarfile.TarInfo) -> None:
    if not (member.isfile() or member.isdir() or member.issym() or member.islnk()):
        raise tarfile.ExtractError(f"{member.name} is neither a file nor a directory nor a link")
    places = [member.name]
    if member.issym():
        places.append(os.path.join(os.path.dirname(member.name), member.linkname))  # noqa: PTH118, PTH120 - not normalised
    elif member.islnk():
        places.append(member.linkname)
    for place in places:
        plain = Path(os.path.normpath(place))
        if plain.is_absolute() or plain.parts[:1] == (os.pardir,):
            raise tarfile.ExtractError(f"{member.name} would leave the directory")
