from django.db.models.signals import post_save


def connect(function):
    post_save.connect(function)
