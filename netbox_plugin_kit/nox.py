"""What a plugin's noxfile imports: one session for every NetBox minor release that the plugin declares.

    import nox
    from netbox_plugin_kit import nox as npk

    @nox.session(venv_backend="none")
    @nox.parametrize("netbox", npk.declared())
    def tests(session, netbox):
        npk.test(session, netbox)

Plain functions, so that everything else in the noxfile is nox's own and can be read in its documentation. The
sessions need no virtual environment: `npk test` makes what a NetBox needs, and runs with the Python that runs nox.

Or all that the kit has for a plugin, in two lines:

    from netbox_plugin_kit import nox as npk

    npk.sessions()
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nox
from nox.command import CommandFailed

from netbox_plugin_kit.errors import KitError, UnavailableError, UsageError
from netbox_plugin_kit.matrix.plan import Wishes, plan
from netbox_plugin_kit.matrix.resolving import bounds
from netbox_plugin_kit.plugin import Plugin, Unknown, read_project
from netbox_plugin_kit.plugin.agreement import disagreements
from netbox_plugin_kit.releases import Catalogue, Release

__all__ = ["declared", "metadata", "sessions", "test"]


def declared(path: str = ".") -> list[str]:
    """The NetBox minor releases that the plugin declares, oldest first: `["4.5", "4.6", "4.7"]`.

    A minor stands for its newest patch, as in `npk test --netbox`. Where the plugin's `max_version` refuses that one,
    the newest patch it takes is there instead: `4.7.0`. A bound that is not declared is none, as it is to NetBox.

    A project that cannot be read ends nox with one line and exit status 2: a noxfile is run to list its sessions, too,
    and a traceback would tell nothing about the plugin.

    Args:
        path: The plugin's project, relative to the noxfile.
    """
    try:
        return [_name(release) for release in _newest_of_minors(read_project(Path(path)))]
    except KitError as error:
        sys.stderr.write(f"npk: {error}\n")
        raise SystemExit(error.exit_code) from None


def test(
    session: nox.Session,
    netbox: str,
    *arguments: str,
    skip_unavailable: bool = False,  # noqa: PT028 - no test of the kit's own
) -> None:
    """Run `npk test` on one NetBox release; a check that fails fails the session.

    What the command line has after `--` comes last: `nox -s tests -- --checks loads`, and after a second `--` what the
    plugin's test runner gets: `nox -s tests -- -- --failfast`.

    Args:
        session: The session that is running.
        netbox: What `npk test --netbox` takes.
        arguments: More options of `npk test`, such as `--require-tests`.
        skip_unavailable: Skip the session if the kit cannot provide the release here (exit status 3: no interpreter
            for it, no network); else that is a failure, for a CI that tests nothing should not be green.
    """
    command = (sys.executable, "-m", "netbox_plugin_kit", "test", ".", "--netbox", netbox)
    try:
        session.run(*command, *arguments, *session.posargs, external=True)
    except CommandFailed as failure:
        if skip_unavailable and _status(failure) == UnavailableError.exit_code:
            session.skip(f"NetBox {netbox} could not be provided; npk says above why")
        raise


def sessions(path: str = ".", *, lint: bool = True) -> None:
    """Give the noxfile the sessions `matrix`, `matrix-4.6` and the like, `metadata` and `lint`.

    `matrix` is `npk matrix`; a session of a minor runs the cells of that minor, those just outside the declared range
    among them. What the command line has after `--` goes to the command.

    Args:
        path: The plugin's project, relative to the noxfile.
        lint: Whether there is to be a session `lint`; a noxfile may have its own.
    """
    _register("matrix", "The plugin on every NetBox that it declares, and just outside.", "matrix", path)
    for minor, cells in _cells_by_minor(path).items():
        chosen = [word for cell in cells for word in ("--cell", cell)]
        _register(f"matrix-{minor}", f"The cells of NetBox {minor}: {', '.join(cells)}.", "matrix", path, *chosen)
    if lint:
        _register("lint", "What NetBox forbids a plugin, and what it would swallow.", "lint", path)
    nox.session(name="metadata", venv_backend="none")(lambda session: metadata(session, path))


def _register(name: str, description: str, *command: str) -> None:
    def run(session: nox.Session) -> None:
        session.run(sys.executable, "-m", "netbox_plugin_kit", *command, *session.posargs, external=True)

    run.__doc__ = description
    nox.session(name=name, venv_backend="none")(run)


def _cells_by_minor(path: str) -> dict[str, list[str]]:
    """Names of the planned cells, by the minor release that they run on, oldest first."""
    catalogue = Catalogue.load()
    try:
        planned = plan(path, bounds(read_project(Path(path))), Wishes(), catalogue)
    except KitError as error:
        sys.stderr.write(f"npk: {error}\n")
        raise SystemExit(error.exit_code) from None
    minors: dict[str, list[str]] = {}
    for cell in planned.cells:
        minors.setdefault(catalogue.release(cell.netbox).minor.version, []).append(cell.name)
    return minors


def metadata(session: nox.Session, path: str = ".") -> None:
    """Do the places that name the plugin's versions agree with its code? Each that does not is a line.

    Looked at are `COMPATIBILITY.md`, `netbox-plugin.yaml` and `CHANGELOG.md`, as far as they are there.
    """
    try:
        found = disagreements(Path(path))
    except KitError as error:
        session.error(f"npk: {error}")
    if found:
        session.error("\n".join(found))


test.__test__ = False  # type: ignore[attr-defined]  # the name is not an invitation to pytest


def _status(failure: CommandFailed) -> int | None:
    """The exit status of a command, which older versions of nox have in their words only."""
    words = re.search(r"[0-9]+$", str(failure))
    status: int | None = getattr(failure, "return_code", None) or (int(words[0]) if words else None)
    return status


def _newest_of_minors(plugin: Plugin) -> list[Release]:
    bounds = []
    for name, value in (("min_version", plugin.min_version), ("max_version", plugin.max_version)):
        if isinstance(value, Unknown):
            advice = "name the releases in the noxfile instead of npk.declared()"
            raise UsageError(f"the {name} of {plugin.name} is not known without running it: {value.reason}; {advice}")
        bounds.append(value)
    selected = Catalogue.load().select("declared", declared=(bounds[0], bounds[1]))
    return list({release.minor.version: release for release in selected}.values())


def _name(release: Release) -> str:
    newest = Catalogue.load().of_minor(release.minor.version)[-1]
    return release.minor.version if release.version == newest.version else str(release.version)
