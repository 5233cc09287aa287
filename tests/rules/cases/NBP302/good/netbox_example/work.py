from django.conf import settings
from django.template import Engine, engines

dirs = list(settings.TEMPLATES[0]["DIRS"])
dirs.insert(0, "own")
text = engines["django"].from_string("{{ x }}")
own = Engine(dirs=dirs)
