from . import assets, items, purchases  # noqa: F401
from .assignment import HardwareAssignView

__all__ = ('HardwareAssignView',)
