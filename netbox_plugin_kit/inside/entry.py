"""How a process inside NetBox begins and ends."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

from .protocol import KIT_FAILED

__all__ = ["run"]


def run(main: Callable[..., None], *arguments: str) -> NoReturn:
    """Do what was asked, and end without waiting for threads that the plugin may have started."""
    status = KIT_FAILED
    try:
        main(*arguments)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
