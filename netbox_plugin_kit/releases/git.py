"""Bringing one revision out of a git repository, near or far, with the `git` program and without a work tree."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.tarball import extract_all

__all__ = ["GitError", "Repository", "Revision", "run_git", "without_credentials"]

_FETCH_SECONDS = 900
_LOCAL_SECONDS = 120


class GitError(UnavailableError):
    """Git could not do it; the message is its own last line."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that is at hand.

    Attributes:
        directory: The git directory or work tree that has it.
        commit: Its full hash.
    """

    directory: Path
    commit: str

    def extract(self, names: Sequence[str], target: Path) -> None:
        """Write those of the named files and directories of its top level that it has into `target`.

        A directory is archived as a tree of its own: `git archive COMMIT netbox` would also look for the files that
        were not asked for, and fail in a repository that lacks one of them.

        Raises:
            GitError: The repository lacks a file that the commit lists.
        """
        listing = run_git(["-C", str(self.directory), "ls-tree", "-z", self.commit, "--", *names]).decode()
        for line in filter(None, listing.split("\0")):
            mode, kind, rest = line.split(" ", 2)
            name = rest.split("\t", 1)[1]
            if kind == "tree":
                self._extract_tree(name, target)
            else:
                content = run_git(["-C", str(self.directory), "cat-file", "blob", f"{self.commit}:{name}"])
                (target / name).write_bytes(content)
                (target / name).chmod(0o755 if mode == "100755" else 0o644)

    def _extract_tree(self, name: str, target: Path) -> None:
        with tempfile.NamedTemporaryFile(dir=target, suffix=".tar") as archive:
            form = ["--format=tar", f"--prefix={name}/", "-o", archive.name]
            run_git(["-C", str(self.directory), "archive", *form, f"{self.commit}:{name}"])
            try:
                with tarfile.open(archive.name) as tar:
                    extract_all(tar, target)
            except tarfile.TarError as error:
                raise GitError(f"the archive of {name}/ is not usable: {error}") from error


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository: a directory (bare or with a work tree) or whatever `git fetch` understands."""

    address: str

    def __str__(self) -> str:
        return without_credentials(self.address)

    @property
    def directory(self) -> Path | None:
        """Where it is, if it is on this machine; then nothing needs to be fetched."""
        path = Path(self.address).expanduser()
        return path.absolute() if path.is_dir() else None

    @contextlib.contextmanager
    def revision(self, ref: str, workspace: Path) -> Iterator[Revision]:
        """One revision with its files, and only that one, for the length of the block.

        Args:
            ref: A branch, a tag, a full ref name or a commit.
            workspace: Where a fetch may put a temporary repository.

        Raises:
            GitError: There is no such revision, no such repository, no way to reach it.
        """
        if directory := self.directory:
            yield Revision(directory, _commit(directory, ref))
            return
        with tempfile.TemporaryDirectory(dir=workspace, prefix=".fetch-") as temporary:
            run_git(["init", "--quiet", "--bare", temporary])
            fetch = ["fetch", "--quiet", "--depth=1", "--no-tags", "--", self.address, ref]
            run_git(["-C", temporary, *fetch], seconds=_FETCH_SECONDS)
            yield Revision(Path(temporary), _commit(Path(temporary), "FETCH_HEAD"))

    def resolve(self, ref: str) -> str:
        """The commit a ref stands for right now.

        Raises:
            GitError: There is no such ref, or no way to reach the repository.
        """
        if directory := self.directory:
            return _commit(directory, ref)
        listed = run_git(["ls-remote", "--", self.address, f"refs/heads/{ref}", f"refs/tags/{ref}", ref]).decode()
        if not listed:
            raise GitError(f"it has no {ref}")
        return listed.split(None, 1)[0]


def _commit(directory: Path, ref: str) -> str:
    asked = ["rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}"]
    try:
        return run_git(["-C", str(directory), *asked]).decode().strip()
    except GitError as error:
        # What git says of a name it does not know.
        if "Needed a single revision" in str(error):
            raise GitError(f"it has no {ref}") from error
        raise


def run_git(arguments: Sequence[str], *, seconds: float = _LOCAL_SECONDS) -> bytes:
    """What a git command prints.

    Raises:
        GitError: It failed, or took longer than that.
        UnavailableError: There is no git.
    """
    program = shutil.which("git")
    if program is None:
        raise UnavailableError("NetBox's sources come with git, which is not on PATH; install git")
    try:
        done = subprocess.run(
            [program, *arguments],
            capture_output=True,
            check=True,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            timeout=seconds,
        )
    except subprocess.CalledProcessError as error:
        raise GitError(_last_line(error.stderr.decode(errors="replace"))) from error
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git gave no answer in {seconds:.0f} seconds") from error
    return done.stdout


def _environment() -> dict[str, str]:
    # A git hook that calls the kit exports GIT_DIR and its like, which would name the plugin's repository.
    kept = {name: value for name, value in os.environ.items() if name not in _LOCAL_VARIABLES}
    # A dead connection ends after a minute; nobody is asked for a password or to trust a host.
    patience = {"GIT_HTTP_LOW_SPEED_LIMIT": "100", "GIT_HTTP_LOW_SPEED_TIME": "60"}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    return {"GIT_SSH_COMMAND": "ssh -oBatchMode=yes", **patience, **kept, **quiet}


_LOCAL_VARIABLES = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_WORK_TREE",
    }
)


def _last_line(text: str) -> str:
    # The reason is the last line that git marks as one; hints and blank lines may follow.
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    reasons = [line for line in lines if line.startswith(("fatal:", "error:", "remote: fatal:"))]
    last = (reasons or lines or ["git failed without a word"])[-1]
    return without_credentials(re.sub(r"^(remote: )?(fatal|error): ", "", last))


def without_credentials(text: str) -> str:
    """The text, without user names and passwords in the addresses it holds."""
    return re.sub(r"://[^/@\s]+@", "://", text)
