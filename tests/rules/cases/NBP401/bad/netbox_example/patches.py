import sys

from django.conf import settings
from django.conf import settings as conf

holder = sys.modules["django.conf"].settings
order = settings.MIDDLEWARE


def set_up(target, name):
    setattr(target, name, True)  # expect: NBP401


def apply():
    set_up(conf, "DEBUG")
    settings.RQ_QUEUES["example"] = {}  # expect: NBP401
    settings.INSTALLED_APPS.append("x")  # expect: NBP401
    order.remove("x")  # expect: NBP401
    holder.CACHES["default"].update({"TIMEOUT": 1})  # expect: NBP401
    del settings.LOGGING  # expect: NBP401
    settings.DATABASES["default"]["HOST"] = "x"  # expect: NBP401
    settings.__dict__["DEBUG"] = True  # expect: NBP401
