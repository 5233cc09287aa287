from django.urls import reverse


def link():
    return reverse(viewname="ipam:prefix_bulk_import")  # expect: NBP720
