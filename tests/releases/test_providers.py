from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from packaging.version import Version

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.releases import (
    Catalogue,
    GitProvider,
    IndexProvider,
    PathProvider,
    Provider,
    Release,
    provider_for,
)
from netbox_plugin_kit.releases.providers import version_inside

CATALOGUE = Catalogue.load()
MIRROR = os.environ.get("NPK_NETBOX_REPO")


@pytest.fixture(autouse=True)
def own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the developer's git or kit counts."""
    for name in ("NPK_NETBOX_REPO", "NPK_NETBOX_SOURCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small NetBox repository without a commit."""
    path = tmp_path / "upstream"
    path.mkdir()
    git(path, "init", "--quiet", "--initial-branch=main")
    return path


def git(path: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", path, *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def write(path: Path, **files: str) -> None:
    for name, content in files.items():
        place = path / FILES[name]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content)


FILES = {
    "settings": "netbox/netbox/settings.py",
    "release": "netbox/release.yaml",
    "requirements": "requirements.txt",
    "upgrade": "upgrade.sh",
    "documentation": "docs/index.md",
    "configuration": "netbox/netbox/configuration.py",
    "schema": "contrib/openapi.json",
    "ignored": ".gitignore",
}


def commit(path: Path, tag: str | None = None) -> str:
    git(path, "add", "--all")
    git(path, "commit", "--quiet", "--message=A release")
    if tag:
        git(path, "tag", tag)
    return git(path, "rev-parse", "HEAD")


def netbox(path: Path, version: str, tag: str | None = None) -> str:
    """Commit a NetBox of this version, the way it says so since 4.1."""
    write(
        path,
        settings="RELEASE = load_release_data()\n",
        release=f'version: "{version}"\nedition: "Community"\npublished: "2026-01-01"\n',
        requirements="Django==5.2\n",
        upgrade="#!/bin/bash\n",
        documentation=f"# NetBox {version}\n",
        schema=f"{version}\n",
    )
    return commit(path, tag or f"v{version}")


def release(version: str) -> Release:
    return CATALOGUE.release(version)


def provided(provider: Provider, version: str, cache: Cache) -> tuple[str, set[str]]:
    """The identity, and the files, of a release."""
    with provider.source(release(version), cache) as source:
        assert source.root is not None
        files = {str(path.relative_to(source.root)) for path in source.root.rglob("*") if path.is_file()}
        return source.identity, files - {"entry.json"}


def said(provider: Provider, version: str, cache: Cache) -> str:
    """What stands in the way."""
    with pytest.raises(UnavailableError) as caught, provider.source(release(version), cache):
        pass
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("scheme", ["", "file://"], ids=["directory", "address"])
def test_tag_is_brought_from_git_with_what_netbox_needs(repository: Path, cache: Cache, scheme: str) -> None:
    wanted = netbox(repository, "4.5.9")
    netbox(repository, "4.5.10")

    identity, files = provided(GitProvider(f"{scheme}{repository}"), "4.5.9", cache)

    assert identity == wanted
    assert files == {"netbox/netbox/settings.py", "netbox/release.yaml", "requirements.txt", "upgrade.sh"}


def test_annotated_tag_stands_for_its_commit(repository: Path, cache: Cache) -> None:
    wanted = netbox(repository, "4.5.9", tag="other")
    git(repository, "tag", "--annotate", "--message=NetBox", "v4.5.9")

    assert provided(GitProvider(str(repository)), "4.5.9", cache)[0] == wanted
    assert provided(GitProvider(f"file://{repository}"), "4.5.9", cache)[0] == wanted


def test_source_is_brought_once(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.9")
    provider = GitProvider(f"file://{repository}")
    messages: list[str] = []

    for _ in range(2):
        with provider.source(release("4.5.9"), cache, messages.append) as source:
            assert source.kind == "git"
    repository.rename(repository.with_name("gone"))
    provided(provider, "4.5.9", cache)

    assert messages == [f"bringing NetBox 4.5.9 from file://{repository}"]


def test_repository_can_be_named_in_the_environment(
    repository: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = netbox(repository, "4.5.9")
    monkeypatch.setenv("NPK_NETBOX_REPO", str(repository))

    assert provided(GitProvider(), "4.5.9", cache)[0] == wanted


def test_version_in_settings_counts_before_release_yaml_came(repository: Path, cache: Cache) -> None:
    write(repository, settings="import os\n\nVERSION = '4.0.11'\n", requirements="Django==5.0\n")
    wanted = commit(repository, "v4.0.11")

    assert provided(GitProvider(str(repository)), "4.0.11", cache)[0] == wanted


def test_repository_that_lacks_a_file_netbox_does_not_need_is_good_enough(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.9")
    lose(repository, FILES["schema"])

    assert "netbox/release.yaml" in provided(GitProvider(str(repository)), "4.5.9", cache)[1]


@pytest.mark.parametrize("name", ["release", "requirements"])
def test_repository_that_lacks_a_file_is_said_in_a_line(repository: Path, cache: Cache, name: str) -> None:
    netbox(repository, "4.5.9")
    lose(repository, FILES[name])

    line = said(GitProvider(str(repository)), "4.5.9", cache)

    assert line.startswith(f"cannot bring NetBox v4.5.9 from the git repository {repository}: ")
    assert line.endswith("; fetch it there, or name a repository that has it with NPK_NETBOX_REPO")
    assert cache.leftovers() == []


def lose(repository: Path, name: str) -> None:
    blob = git(repository, "rev-parse", f"HEAD:{name}")
    stored = repository / ".git" / "objects" / blob[:2] / blob[2:]
    stored.chmod(0o644)
    stored.unlink()


def test_missing_tag_is_said_in_a_line(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.9")

    near = said(GitProvider(str(repository)), "4.5.10", cache)
    far = said(GitProvider(f"file://{repository}"), "4.5.10", cache)

    assert "it has no refs/tags/v4.5.10; fetch it there" in near
    assert "couldn't find remote ref refs/tags/v4.5.10; check the network" in far
    assert cache.entries() == []


def test_missing_repository_is_said_in_a_line(cache: Cache, tmp_path: Path) -> None:
    line = said(GitProvider(str(tmp_path / "nowhere")), "4.5.9", cache)

    assert "does not appear to be a git repository" in line or "Could not read from remote repository" in line


def test_password_in_the_address_is_never_shown(cache: Cache) -> None:
    provider = GitProvider("http://somebody:secret@localhost:1/netbox.git")
    messages: list[str] = []

    with pytest.raises(UnavailableError) as caught, provider.source(release("4.5.9"), cache, messages.append):
        pass

    assert "secret" not in f"{caught.value} {messages} {provider.describe()}"


def test_missing_git_is_said_in_a_line(cache: Cache, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert said(GitProvider(), "4.5.9", cache) == ("NetBox's sources come with git, which is not on PATH; install git")


def test_tag_that_holds_another_version_is_refused(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.8", tag="v4.5.9")

    assert "says that v4.5.9 is NetBox 4.5.8; name another repository" in said(
        GitProvider(str(repository)), "4.5.9", cache
    )


def test_tag_without_netbox_is_refused(repository: Path, cache: Cache) -> None:
    write(repository, requirements="Django\n")
    commit(repository, "v4.5.9")

    assert "is not NetBox: it has no netbox/netbox/settings.py" in said(GitProvider(str(repository)), "4.5.9", cache)


@pytest.mark.parametrize("scheme", ["", "file://"], ids=["directory", "address"])
def test_branch_is_brought_as_it_is_now(repository: Path, cache: Cache, scheme: str) -> None:
    provider = GitProvider(f"{scheme}{repository}", ref="main")
    before = netbox(repository, "4.6.0")
    assert provided(provider, "4.6.1", cache)[0] == before

    after = netbox(repository, "4.6.1")

    assert provided(provider, "4.6.1", cache)[0] == after
    assert "it has no develop" in said(GitProvider(f"{scheme}{repository}", ref="develop"), "4.6.1", cache)


def test_hook_of_another_repository_does_not_confuse_git(
    repository: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wanted = netbox(repository, "4.5.9")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "plugin" / ".git"))

    assert provided(GitProvider(str(repository)), "4.5.9", cache)[0] == wanted


def test_index_provides_a_version_by_name(cache: Cache) -> None:
    with IndexProvider().source(release("4.7.3"), cache) as source:
        assert (source.kind, source.identity, source.migrations, source.root) == ("index", "4.7.3", "4.7.3", None)


def test_checkout_is_used_where_it_is(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.9")
    provider = PathProvider(repository)

    with provider.source(provider.release(CATALOGUE), cache) as source:
        assert (source.kind, source.root, str(source.release)) == ("path", repository, "4.5.9")
    assert cache.entries() == []


def test_checkout_is_installed_anew_when_its_requirements_change(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.9")
    before = provided(PathProvider(repository), "4.5.9", cache)[0]
    write(repository, settings="RELEASE = load_release_data()\nDEBUG = True\n")
    edited = provided(PathProvider(repository), "4.5.9", cache)[0]
    (repository / "requirements.txt").write_text("Django==6.0.1\n")
    required = provided(PathProvider(repository), "4.5.9", cache)[0]

    assert (edited == before, required == before) == (True, False)


def test_checkout_is_migrated_anew_when_its_migrations_change(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.9")
    provider = PathProvider(repository)

    def migrations() -> str:
        with provider.source(release("4.5.9"), cache) as source:
            return source.migrations

    before = migrations()
    (repository / "netbox/dcim/migrations").mkdir(parents=True)
    (repository / "netbox/dcim/migrations/0001_initial.py").touch()

    assert migrations() != before


def test_checkout_of_another_version_is_refused(repository: Path, cache: Cache) -> None:
    netbox(repository, "4.5.9")

    assert said(PathProvider(repository), "4.5.10", cache).endswith(
        "is NetBox 4.5.9, not 4.5.10; check v4.5.10 out there"
    )


def test_development_version_is_read_with_its_designation(repository: Path) -> None:
    write(repository, settings="", release='version: "99.8.0"  # next\ndesignation: "beta1"\n')

    assert version_inside(repository) == Version("99.8.0b1")
    assert PathProvider(repository).release(CATALOGUE).minor is CATALOGUE.newest.minor


@pytest.mark.parametrize("settings", ["", "VERSION = 'unknown'\n"])
def test_checkout_without_a_version_is_a_usage_error(repository: Path, settings: str) -> None:
    write(repository, settings=settings)

    with pytest.raises(UsageError, match="does not say which NetBox it is"):
        PathProvider(repository).release(CATALOGUE)


def test_directory_without_netbox_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"is not NetBox: .*; name the directory that contains netbox/"):
        PathProvider(tmp_path).release(CATALOGUE)


def test_index_is_preferred_where_a_release_is_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(provider_for(release("4.7.3"), "4.7"), IndexProvider)
    assert isinstance(provider_for(release("4.6.8")), GitProvider)

    monkeypatch.setenv("NPK_NETBOX_SOURCE", "git")
    assert isinstance(provider_for(release("4.7.3")), GitProvider)

    monkeypatch.setenv("NPK_NETBOX_SOURCE", "elsewhere")
    with pytest.raises(UsageError, match="NPK_NETBOX_SOURCE is 'elsewhere'; it can be git, or not set"):
        provider_for(release("4.7.3"))


def test_option_can_name_a_ref_or_a_checkout() -> None:
    assert provider_for(release("4.7.3"), "git:feature") == GitProvider(ref="feature")
    assert provider_for(release("4.7.3"), "../netbox") == PathProvider(Path("../netbox"))


@pytest.mark.mirror
@pytest.mark.skipif(MIRROR is None, reason="NPK_NETBOX_REPO names no repository of NetBox")
def test_real_netbox_comes_complete(cache: Cache) -> None:
    identity, files = provided(GitProvider(str(MIRROR)), "4.5.10", cache)

    assert identity == "b78bd713294564e0421c36c936a909e64da04b8d"
    assert {"requirements.txt", "LICENSE.txt", "netbox/manage.py", "netbox/templates/base/base.html"} <= files
    assert not any(name.startswith(("docs/", "contrib/")) for name in files)
