from django.conf import settings
from packaging import version

VERSION = "1.2.0"

NEW = version.parse(settings.RELEASE.version) >= version.parse("4.5")
MAJOR, MINOR = settings.VERSION.split(".")[:2]
FIRST = int(settings.VERSION.split(".")[0])
IS_4_5 = settings.VERSION.startswith("4.5.")
SAME = settings.VERSION == "4.5.0"
OWN = version.parse(VERSION) >= version.parse("1.1")
OWN_TEXT = VERSION >= "1.1"
WORDS = settings.VERSION.split("-")
