from pathlib import Path

from django.conf import settings
from django.template import engines

HERE = Path(__file__).parent / "templates"
templates = settings.TEMPLATES
first = templates[0]

first["DIRS"].insert(0, HERE)  # expect: NBP302
settings.TEMPLATES[0]["OPTIONS"]["builtins"] += ["netbox_example.tags"]  # expect: NBP302
settings.TEMPLATES = []  # expect: NBP302
engines["django"].engine.dirs.insert(0, HERE)  # expect: NBP302
