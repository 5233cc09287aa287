from django.core.cache import cache
from django.db import connection, models
from django.forms import TextInput


class Field(models.CharField):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.validators.append(None)


class Input(TextInput):
    def __init__(self, hint):
        super().__init__()
        self.attrs.update({"placeholder": hint})


cache.add("example", 1)
cache.clear()
connection.example = 1
Field.description = "Own"
