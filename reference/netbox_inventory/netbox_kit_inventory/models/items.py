from django.db import models
from django.utils.translation import gettext_lazy as _
from netbox.models import NestedGroupModel, PrimaryModel

__all__ = (
    'ItemGroup',
    'ItemType',
)


class ItemGroup(NestedGroupModel):
    """A group of types of items; groups may be within groups."""

    clone_fields = ('parent',)

    class Meta:
        ordering = ('name',)
        constraints = (
            models.UniqueConstraint(
                fields=('parent', 'name'), name='netbox_kit_inventory_itemgroup_unique_parent_name'
            ),
            models.UniqueConstraint(
                fields=('name',),
                name='netbox_kit_inventory_itemgroup_unique_name',
                condition=models.Q(parent__isnull=True),
            ),
            models.UniqueConstraint(
                fields=('parent', 'slug'), name='netbox_kit_inventory_itemgroup_unique_parent_slug'
            ),
            models.UniqueConstraint(
                fields=('slug',),
                name='netbox_kit_inventory_itemgroup_unique_slug',
                condition=models.Q(parent__isnull=True),
            ),
        )
        verbose_name = _('item group')
        verbose_name_plural = _('item groups')


class ItemType(PrimaryModel):
    """A model of hardware that NetBox has no types for, such as transceivers and memory."""

    manufacturer = models.ForeignKey(
        to='dcim.Manufacturer', verbose_name=_('manufacturer'), on_delete=models.CASCADE, related_name='kit_item_types'
    )
    model = models.CharField(verbose_name=_('model'), max_length=100)
    part_number = models.CharField(verbose_name=_('part number'), max_length=50, blank=True)
    group = models.ForeignKey(
        to='netbox_kit_inventory.ItemGroup',
        verbose_name=_('group'),
        on_delete=models.SET_NULL,
        related_name='item_types',
        blank=True,
        null=True,
    )

    clone_fields = ('manufacturer', 'group')

    class Meta:
        ordering = ('manufacturer', 'model')
        constraints = (
            models.UniqueConstraint(
                fields=('manufacturer', 'model'), name='netbox_kit_inventory_itemtype_unique_manufacturer_model'
            ),
        )
        verbose_name = _('item type')
        verbose_name_plural = _('item types')

    def __str__(self):
        return self.model
