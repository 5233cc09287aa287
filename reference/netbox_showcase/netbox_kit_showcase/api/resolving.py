"""Which serializer a model of this plugin has; NetBox asks from 4.6.2 on, before it looks for one by its name."""

from django.utils.module_loading import import_string


def resolve(model, prefix=''):
    """
    The place where a plugin whose models are made at run time says what serializes them. None leaves it to NetBox.
    """
    if model._meta.model_name == 'label' and not prefix:
        return import_string('netbox_kit_showcase.api.serializers.LabelSerializer')
    return None
