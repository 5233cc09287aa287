from django.db.models import signals


def changed(sender, **kwargs):
    pass


signals.post_delete.connect(changed)  # expect: NBP713
