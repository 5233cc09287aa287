"""Where a release's files come from: the package index, a git repository, a checkout on this machine.

A provider never installs anything. It hands over a `Source`: what the release is made of, and an identity that changes
when the files do, for whoever keeps something made from them.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from packaging.version import InvalidVersion, Version

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.releases.catalogue import Catalogue, Release
from netbox_plugin_kit.releases.git import GitError, Repository

__all__ = ["GitProvider", "IndexProvider", "PathProvider", "Provider", "Source", "provider_for", "version_inside"]

NETBOX_REPOSITORY = "https://github.com/netbox-community/netbox.git"
_FILES = ("netbox", "requirements.txt", "base_requirements.txt", "upgrade.sh", "LICENSE", "LICENSE.txt")
_SETTINGS = Path("netbox/netbox/settings.py")


@dataclass(frozen=True, slots=True)
class Source:
    """What a release is made of.

    Attributes:
        release: Which one.
        kind: Who provides it.
        identity: Changes when what has to be installed does: the version on the index, a commit, a digest of what a
            checkout requires.
        migrations: Changes when the migrations do, whose result is kept.
        root: The directory that holds `netbox/` and `requirements.txt`; None for `index`, which is installed by name.
    """

    release: Release
    kind: Literal["index", "git", "path"]
    identity: str
    migrations: str
    root: Path | None


class Provider(Protocol):
    """A place where releases come from."""

    def describe(self) -> str:
        """What to call it in messages."""

    def source(self, release: Release, cache: Cache, progress: Progress = silent) -> AbstractContextManager[Source]:
        """Provide a release; its files stay for the length of the block.

        Raises:
            UnavailableError: It cannot be had from here.
        """


@dataclass(frozen=True, slots=True)
class IndexProvider:
    """The package `netbox` on the package index; nothing is fetched before it is installed."""

    def describe(self) -> str:
        """What to call it in messages."""
        return "the package index"

    @contextlib.contextmanager
    def source(self, release: Release, cache: Cache, progress: Progress = silent) -> Iterator[Source]:  # noqa: ARG002
        """Provide a release; the index never changes the files of a version."""
        yield Source(release, "index", str(release.version), str(release.version), None)


def _configured_repository() -> str:
    return os.environ.get("NPK_NETBOX_REPO") or NETBOX_REPOSITORY


@dataclass(frozen=True, slots=True)
class GitProvider:
    """A git repository with NetBox's tags: `NPK_NETBOX_REPO` (an address or a directory), else NetBox's own.

    Attributes:
        address: The repository.
        ref: A branch, tag or commit to take instead of the release's tag; its version is not checked then.
    """

    address: str = field(default_factory=_configured_repository)
    ref: str | None = None

    def describe(self) -> str:
        """What to call it in messages."""
        return f"the git repository {Repository(self.address)}"

    @contextlib.contextmanager
    def source(self, release: Release, cache: Cache, progress: Progress = silent) -> Iterator[Source]:
        """Provide a release from the cache, or bring its tag into it."""
        wanted = f"refs/tags/{release.tag}" if self.ref is None else self._resolve(self.ref)
        label = f"NetBox {release if self.ref is None else self.ref} sources"

        def build(directory: Path) -> dict[str, Any]:
            progress(f"bringing NetBox {self.ref or release} from {Repository(self.address)}")
            return {"commit": self._bring(wanted, release, directory), "version": str(version_inside(directory))}

        key = digest("source", 1, str(Repository(self.address).directory or self.address), wanted)
        with cache.entry("source", key, label=label, build=build, progress=progress) as entry:
            yield Source(release, "git", entry.facts["commit"], entry.facts["commit"], entry.path)

    def release(self, catalogue: Catalogue, cache: Cache, progress: Progress = silent) -> Release:
        """The release that the revision says it is; it is brought into the cache for that.

        Raises:
            UsageError: It is older than what the kit supports.
            UnavailableError: There is no such revision, or the repository cannot be reached.
        """
        with self.source(catalogue.newest, cache, progress) as source:
            return catalogue.assume(version_inside(source.root or Path()))

    def _resolve(self, ref: str) -> str:
        try:
            return Repository(self.address).resolve(ref)
        except GitError as error:
            raise self._unavailable(ref, error) from error

    def _bring(self, wanted: str, release: Release, directory: Path) -> str:
        try:
            with Repository(self.address).revision(wanted, directory) as revision:
                revision.extract(_FILES, directory)
                commit = revision.commit
        except GitError as error:
            raise self._unavailable(self.ref or release.tag, error) from error
        found = version_inside(directory)
        if self.ref is None and found != release.version:
            said = f"{self.describe()} says that {release.tag} is NetBox {found}"
            raise UnavailableError(f"{said}; name another repository with NPK_NETBOX_REPO")
        return commit

    def _unavailable(self, what: str, error: GitError) -> UnavailableError:
        reason = str(error).removesuffix(".")
        first = "fetch it there" if Repository(self.address).directory else "check the network"
        advice = f"{first}, or name a repository that has it with NPK_NETBOX_REPO"
        return UnavailableError(f"cannot bring NetBox {what} from {self.describe()}: {reason}; {advice}")


@dataclass(frozen=True, slots=True)
class PathProvider:
    """A checkout of NetBox that somebody works on; it is used where it is."""

    path: Path

    def describe(self) -> str:
        """What to call it in messages."""
        return f"the checkout {self.path}"

    def release(self, catalogue: Catalogue) -> Release:
        """The release that the checkout says it is.

        Raises:
            UsageError: It is no checkout of NetBox, or of one that is too old.
        """
        try:
            return catalogue.assume(version_inside(self.path))
        except UnavailableError as error:
            raise UsageError(f"{error}; name the directory that contains netbox/ and requirements.txt") from error

    @contextlib.contextmanager
    def source(self, release: Release, cache: Cache, progress: Progress = silent) -> Iterator[Source]:  # noqa: ARG002
        """Provide the checkout itself."""
        root = self.path.expanduser().absolute()
        found = version_inside(root)
        if found != release.version:
            raise UnavailableError(f"{self.describe()} is NetBox {found}, not {release}; check {release.tag} out there")
        # NetBox's code is used where it is, so an edit needs nothing new but what it changes of these two.
        installed = _contents([root / "requirements.txt"])
        yield Source(release, "path", installed, _contents(root.glob("netbox/*/migrations/*.py")), root)


def provider_for(release: Release, netbox_option: str | None = None) -> Provider:
    """Who provides a release.

    Args:
        release: The release.
        netbox_option: What `--netbox` said: `git:REF` takes a branch, tag or commit from the git repository, a path
            (with a slash in it) a checkout; anything else leaves the choice to the catalogue and `NPK_NETBOX_SOURCE`,
            which may be `git` to take everything from the git repository.

    Raises:
        UsageError: `NPK_NETBOX_SOURCE` is something else.
    """
    option = netbox_option or ""
    if option.startswith("git:"):
        return GitProvider(ref=option.removeprefix("git:"))
    if "/" in option:
        return PathProvider(Path(option).expanduser())
    forced = os.environ.get("NPK_NETBOX_SOURCE", "")
    if forced not in {"", "git"}:
        raise UsageError(f"NPK_NETBOX_SOURCE is {forced!r}; it can be git, or not set")
    return IndexProvider() if "index" in release.minor.sources and not forced else GitProvider()


def version_inside(root: Path) -> Version:
    """The version that NetBox's files say they are, `4.8.0-beta1` included.

    From 4.1 on `release.yaml` says it, before that `settings.py`. A tag's name is not asked: that of a release
    candidate may hold the version before it.

    Raises:
        UnavailableError: They are not NetBox's files, or do not say.
    """
    if not (root / _SETTINGS).is_file():
        raise UnavailableError(f"{root} is not NetBox: it has no {_SETTINGS}")
    declared = root / "netbox" / "release.yaml"
    try:
        if declared.is_file():
            text = declared.read_text(encoding="utf-8")
            parts = [_yaml_value(text, "version"), _yaml_value(text, "designation")]
            return Version("-".join(filter(None, parts)))
        text = (root / _SETTINGS).read_text(encoding="utf-8")
        match = re.search(r"^VERSION = ['\"]([^'\"]+)", text, re.MULTILINE)
        return Version(match[1] if match else "")
    except (InvalidVersion, UnicodeDecodeError) as error:
        places = f"{declared.name} or {_SETTINGS.name}"
        raise UnavailableError(f"{root} does not say which NetBox it is in {places}") from error


def _yaml_value(text: str, key: str) -> str:
    match = re.search(rf"^{key}:\s*['\"]?([^'\"#\s]+)", text, re.MULTILINE)
    return match[1] if match else ""


def _contents(files: Iterable[Path]) -> str:
    return digest([(path.name, path.read_text(encoding="utf-8", errors="replace")) for path in sorted(files)])
