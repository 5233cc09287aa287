"""
Runs checks, each in a thread of its own with a deadline, and says what came out.
"""

import logging
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum

from django.db import connections
from django.utils.translation import gettext_lazy as _
from netbox.plugins import get_plugin_config

from .checks import CheckFailed, CheckWarning
from .configuration import build_checks

__all__ = ('Report', 'Result', 'Status', 'make_report', 'run_checks')

logger = logging.getLogger('netbox.plugins.netbox_kit_healthcheck')


class Status(StrEnum):
    OK = 'ok'
    WARNING = 'warning'
    FAILED = 'failed'
    TIMED_OUT = 'timed out'

    @property
    def is_up(self):
        return self in (Status.OK, Status.WARNING)

    @property
    def color(self):
        return {Status.OK: 'green', Status.WARNING: 'orange'}.get(self, 'red')


@dataclass(frozen=True)
class Result:
    """
    The answer to one check; the duration is in seconds.
    """

    name: str
    description: str
    status: Status
    message: str
    duration: float


@dataclass(frozen=True)
class Report:
    """
    The answers to all checks.
    """

    checks: tuple[Result, ...]

    @property
    def status(self):
        states = {result.status for result in self.checks}
        if not all(status.is_up for status in states):
            return Status.FAILED
        return Status.WARNING if Status.WARNING in states else Status.OK

    @property
    def http_status(self):
        return 200 if self.status.is_up else 503


class Run:
    """
    A check that is being asked. Its thread is a daemon: one that hangs keeps neither a page nor the end of the process.
    """

    def __init__(self, check):
        self.check = check
        self.started = time.monotonic()
        self.future = Future()
        threading.Thread(target=self._work, name=f'healthcheck {check.name}', daemon=True).start()

    def result(self, timeout):
        """
        The result, `timeout` seconds after the start at the latest.
        """
        remaining = self.started + timeout - time.monotonic()
        try:
            status, message, duration = self.future.result(max(0, remaining))
        except TimeoutError:
            status, message = Status.TIMED_OUT, _('No answer within {timeout} s').format(timeout=timeout)
            duration = time.monotonic() - self.started
        return Result(self.check.name, str(self.check.description), status, message, duration)

    def _work(self):
        status, message = self._ask()
        duration = time.monotonic() - self.started
        try:
            # Django keeps connections per thread, and would leave this one's open.
            connections.close_all()
        finally:
            self.future.set_result((status, message, duration))

    def _ask(self):
        try:
            return Status.OK, str(self.check.run() or '')
        except CheckWarning as e:
            return Status.WARNING, str(e)
        except CheckFailed as e:
            return Status.FAILED, str(e)
        except Exception as e:
            logger.warning(f'Check {self.check.name} failed', exc_info=True)
            # The text may hold a password, the address of a server with one, or whatever a library puts there.
            return Status.FAILED, _("{exception}; NetBox's log has more").format(exception=type(e).__name__)


_runs = {}
_lock = threading.Lock()


def _run(check):
    """
    A run of the check; that of another request, if it is not done yet. So there is never more than one thread per check,
    however long it hangs and however often it is asked.
    """
    with _lock:
        run = _runs.get(check.name)
        if run is None or run.future.done():
            run = _runs[check.name] = Run(check)
        return run


def run_checks(checks, timeout):
    """
    Ask all checks at the same time. `timeout` is for those that have none of their own.
    """
    runs = [_run(check) for check in checks]
    return Report(tuple(run.result(check.timeout or timeout) for check, run in zip(checks, runs, strict=True)))


def make_report():
    """
    Ask what the configuration says.
    """
    checks = build_checks(get_plugin_config('netbox_kit_healthcheck', 'checks'))
    return run_checks(checks, get_plugin_config('netbox_kit_healthcheck', 'timeout'))
