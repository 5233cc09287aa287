from extras.models import Tag


def make_defaults():
    for name in ("a", "b"):
        make(name)


def make(name):
    Tag.objects.get_or_create(name=name)  # expect: NBP705
