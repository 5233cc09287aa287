from django.conf import settings
from packaging import version
from packaging.version import Version as V

RUNNING = settings.VERSION

NEW = version.parse(settings.VERSION) >= version.parse("4.5")  # expect: NBP606
NEWER = V(RUNNING) >= V("4.6")  # expect: NBP606
SAID = version.parse(str(settings.VERSION))  # expect: NBP606
PARTS = tuple(int(part) for part in settings.VERSION.split("."))  # expect: NBP606
AS_TEXT = settings.VERSION >= "4.5"  # expect: NBP606
EITHER_WAY = "4.5" < RUNNING  # expect: NBP606
