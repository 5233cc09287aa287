"""
Checks as somebody else would write them, for PLUGINS_CONFIG.
"""

import threading
from dataclasses import dataclass

from netbox_kit_healthcheck.checks import Check, CheckFailed, CheckWarning

release = threading.Event()


class Well(Check):
    name = 'well'
    description = 'All is well'

    def run(self):
        pass


class Nameless(Check):
    def run(self):
        pass


class Idle(Check):
    name = 'idle'


class Warns(Check):
    name = 'warns'

    def run(self):
        raise CheckWarning('Nearly full')


class Fails(Check):
    name = 'fails'

    def run(self):
        raise CheckFailed('Broken "in two"')


class Leaks(Check):
    name = 'leaks'

    def run(self):
        raise RuntimeError('cannot reach redis://:geheim@example.org')


class Hangs(Check):
    name = 'hangs'

    def run(self):
        release.wait(60)


@dataclass(kw_only=True)
class AtMost(Check):
    name: str = 'at most'
    limit: int
    strict: bool = False

    def run(self):
        return f'{self.limit} allowed'
