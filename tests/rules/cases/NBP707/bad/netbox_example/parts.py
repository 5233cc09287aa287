from typing import TYPE_CHECKING

from django.contrib.auth.models import User  # expect: NBP707
from netbox.choices import ColorChoices

if TYPE_CHECKING:
    from dcim.models import Site
