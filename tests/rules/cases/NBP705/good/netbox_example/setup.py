from extras.models import Tag


def make_defaults(**kwargs):
    Tag.objects.get_or_create(name="a")


def describe():
    return Tag.objects.filter(name="a")
