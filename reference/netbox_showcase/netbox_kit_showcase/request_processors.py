"""What goes on around every request, and around every job that a request has started."""

import logging
from contextlib import contextmanager
from time import monotonic

from netbox.utils import register_request_processor

logger = logging.getLogger(__name__)


@register_request_processor
@contextmanager
def measure(request):
    """
    Log how long it took, for those who set the level of this logger to DEBUG.
    """
    begun = monotonic()
    try:
        yield
    finally:
        logger.debug('%s took %.3f s', request.path, monotonic() - begun)
