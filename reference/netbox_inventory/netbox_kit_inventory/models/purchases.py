from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from netbox.models import OrganizationalModel, PrimaryModel
from netbox.models.features import ContactsMixin

__all__ = (
    'Delivery',
    'Purchase',
    'Supplier',
)


class Supplier(ContactsMixin, OrganizationalModel):
    """Who sells hardware."""

    class Meta(OrganizationalModel.Meta):
        ordering = ('name',)
        verbose_name = _('supplier')
        verbose_name_plural = _('suppliers')


class Purchase(PrimaryModel):
    """An order of hardware."""

    supplier = models.ForeignKey(
        to='netbox_kit_inventory.Supplier',
        verbose_name=_('supplier'),
        on_delete=models.PROTECT,
        related_name='purchases',
    )
    name = models.CharField(
        verbose_name=_('name'), help_text=_('The number of the order, for instance.'), max_length=100
    )
    date = models.DateField(verbose_name=_('date'), blank=True, null=True)

    clone_fields = ('supplier',)

    class Meta:
        ordering = ('supplier', 'name')
        constraints = (
            models.UniqueConstraint(
                fields=('supplier', 'name'), name='netbox_kit_inventory_purchase_unique_supplier_name'
            ),
        )
        verbose_name = _('purchase')
        verbose_name_plural = _('purchases')

    def __str__(self):
        return self.name


class Delivery(PrimaryModel):
    """What arrives of a purchase at a time."""

    purchase = models.ForeignKey(
        to='netbox_kit_inventory.Purchase',
        verbose_name=_('purchase'),
        on_delete=models.PROTECT,
        related_name='deliveries',
    )
    name = models.CharField(
        verbose_name=_('name'), help_text=_('The number of the delivery note, for instance.'), max_length=100
    )
    date = models.DateField(verbose_name=_('date'), blank=True, null=True)

    clone_fields = ('purchase',)

    class Meta:
        ordering = ('purchase', 'name')
        constraints = (
            models.UniqueConstraint(
                fields=('purchase', 'name'), name='netbox_kit_inventory_delivery_unique_purchase_name'
            ),
        )
        verbose_name = _('delivery')
        verbose_name_plural = _('deliveries')

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()

        # The assets of a delivery are those of its purchase.
        if self.pk and self.assets.exclude(purchase=self.purchase_id).exists():
            raise ValidationError(
                _('This delivery has assets of another purchase. Take them out of the delivery before.')
            )
