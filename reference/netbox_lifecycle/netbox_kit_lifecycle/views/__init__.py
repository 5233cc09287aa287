from . import contracts, hardware, licenses, vendors  # noqa: F401
