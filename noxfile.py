"""Sessions of the project itself; `./dev SESSION` runs them on a machine that has only Python and pip."""

from __future__ import annotations

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
    """The kit's own tests, on real NetBox, PostgreSQL and Valkey."""
    _install(session, "tests")
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff and mypy."""
    _install(session, "tests", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


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
    """Measure: `-- cell` (the default), `-- migrations`, `-- new` or `-- lint`, and their options. Takes minutes."""
    _install(session)
    name, *options = session.posargs or ["cell"]
    if "--pylint" in options:
        session.install("--quiet", "pylint")
    session.run("python", f"benchmarks/{name}.py", *options)


@nox.session
def pictures(session: nox.Session) -> None:
    """Take the pictures of docs/new.md anew; needs Chromium (`apt-get install chromium`)."""
    _install(session)
    session.install("--quiet", "playwright")
    session.run("python", "docs/take_pictures.py", *session.posargs)


@nox.session
def constraints(session: nox.Session) -> None:
    """Write constraints.txt anew: every development dependency at its newest version, for every platform."""
    session.install("--quiet", "uv")
    session.run(
        "uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11", "--group", "dev",
        "--no-header", "--no-annotate", "--no-emit-index-url", "--output-file", "constraints.txt", "pyproject.toml",
    )  # fmt: skip
