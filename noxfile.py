"""Sessions of the project itself; `./dev SESSION` runs them on a machine that has only Python and pip."""

from __future__ import annotations

import os
from pathlib import Path

import nox

nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "tests"]


def _install(session: nox.Session, *groups: str) -> None:
    """The kit in editable form, with the versions of constraints.txt."""
    options = [option for group in groups for option in ("--group", group)]
    session.install("--quiet", "--constraint", "constraints.txt", "--editable", ".", *options)


@nox.session
def demo(session: nox.Session) -> None:
    """The main job: test a published plugin on a real NetBox. Arguments go to `npk test`."""
    _install(session)
    session.run("npk", "test", *(session.posargs or ["netbox-qrcode", "--netbox", "4.7.3"]))


@nox.session
def tests(session: nox.Session) -> None:
    """The kit's own tests, on real NetBox, PostgreSQL and Valkey; all of them in parallel, those that are named not."""
    _install(session, "tests")
    # One more than there are cores: tests wait for servers and containers a good deal.
    processes = min(4, (os.cpu_count() or 1) + 1)
    parallel = ["--numprocesses", str(processes), "--dist", "loadfile", "--durations", "20"]
    session.run("pytest", *(session.posargs or parallel))


@nox.session
def base(session: nox.Session) -> None:
    """Make the base images that tests in containers need, if the Docker engine has none (as root; two minutes)."""
    _install(session, "tests")
    found = session.run(
        "docker", "images", "--quiet", "--filter", "label=netbox-plugin-kit.kind=base", silent=True, external=True
    )
    if not found:
        session.run("npk", "docker", "base")


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff and mypy."""
    _install(session, "tests", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


@nox.session
def reference(session: nox.Session) -> None:
    """Every check on every reference plugin, on the releases at both ends of each minor that it declares."""
    _install(session)
    plugins = sorted(str(path.parent) for path in Path("reference").glob("*/plugin.yaml"))
    session.run("npk", "lint", *plugins)
    session.run("npk", "matrix", *plugins, *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Check that the documentation says what the program does; nothing is built, Markdown is the form it has."""
    _install(session, "tests")
    session.run("pytest", "tests/test_docs.py", *session.posargs)


@nox.session
def rules(session: nox.Session) -> None:
    """Write docs/rules.md anew, from the rules themselves."""
    _install(session)
    page = session.run("python", "-m", "netbox_plugin_kit.rules.documentation", silent=True)
    Path("docs/rules.md").write_text(str(page), encoding="utf-8")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure: `-- cell` (the default), or `migrations`, `matrix`, `containers`, `reference`, `new`, `lint`."""
    _install(session, "tests")
    name, *options = session.posargs or ["cell"]
    if "--pylint" in options:
        session.install("--quiet", "pylint")
    session.run("python", f"benchmarks/{name}.py", *options)


@nox.session
def pictures(session: nox.Session) -> None:
    """Take the pictures of docs/new.md and docs/matrix.md anew, or those of the plugins that are named.

    Needs Chromium (`apt-get install chromium`).
    """
    _install(session)
    session.install("--quiet", "playwright")
    session.run("python", "docs/take_pictures.py", *session.posargs)
    if not session.posargs:
        session.run("python", "docs/take_report_pictures.py")


@nox.session
def constraints(session: nox.Session) -> None:
    """Write constraints.txt anew: every development dependency at its newest version, for every platform."""
    session.install("--quiet", "uv")
    session.run(
        "uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11", "--group", "dev",
        "--no-header", "--no-annotate", "--no-emit-index-url", "--output-file", "constraints.txt", "pyproject.toml",
    )  # fmt: skip
