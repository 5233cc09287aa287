"""A feature of models: object types say who has it, as they do for NetBox's own features."""

from django.apps import apps
from netbox.utils import register_model_feature


@register_model_feature('kit_showcase_exhibits')
def is_exhibited(model):
    """
    Does an exhibit lead to objects of this model?
    """
    exhibit = apps.get_model('netbox_kit_showcase', 'exhibit')
    # What is created by Django itself are the ways back.
    return any(field.related_model is model for field in exhibit._meta.get_fields() if not field.auto_created)
