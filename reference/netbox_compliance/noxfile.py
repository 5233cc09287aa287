"""What a contributor and the CI run; `nox --list` shows it."""

import nox
from netbox_plugin_kit import nox as npk

nox.options.sessions = ['lint', 'metadata', 'tests']


@nox.session
def lint(session):
    """Ruff: the code as it should be, and formatted."""
    session.install('ruff>=0.14')
    session.run('ruff', 'check', '.')
    session.run('ruff', 'format', '--check', '.')


@nox.session(venv_backend='none')
@nox.parametrize('netbox', npk.declared())
def tests(session, netbox):
    """Everything that `npk test` checks, on the newest patch of a NetBox minor release."""
    npk.test(session, netbox, '--require-tests')


# `matrix` runs every NetBox that is declared and those just outside, `matrix-4.7` one minor release; `metadata` holds the
# places that name versions against each other.
npk.sessions(lint=False)
