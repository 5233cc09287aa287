from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from netbox.models import PrimaryModel

from .. import sync
from ..choices import AssetStatusChoices, KindChoices, WarrantyChoices
from ..hardware import HARDWARE_FIELDS, KINDS, TYPE_FIELDS, exactly_one, hardware_fits_type
from ..querysets import AssetQuerySet
from ..statuses import check_status, get_statuses, settle_status
from ..warranty import get_warranty

__all__ = ('Asset',)


class Asset(PrimaryModel):
    """A piece of hardware that somebody has, wherever it is."""

    name = models.CharField(verbose_name=_('name'), max_length=100, blank=True)
    asset_tag = models.CharField(verbose_name=_('asset tag'), max_length=50, unique=True, blank=True, null=True)
    serial = models.CharField(verbose_name=_('serial number'), max_length=50, blank=True)
    status = models.CharField(
        verbose_name=_('status'), choices=AssetStatusChoices, max_length=50, default=AssetStatusChoices.STATUS_STORED
    )
    device_type = models.ForeignKey(
        to='dcim.DeviceType',
        verbose_name=_('device type'),
        on_delete=models.CASCADE,
        related_name='kit_assets',
        blank=True,
        null=True,
    )
    module_type = models.ForeignKey(
        to='dcim.ModuleType',
        verbose_name=_('module type'),
        on_delete=models.CASCADE,
        related_name='kit_assets',
        blank=True,
        null=True,
    )
    item_type = models.ForeignKey(
        to='netbox_kit_inventory.ItemType',
        verbose_name=_('item type'),
        on_delete=models.CASCADE,
        related_name='assets',
        blank=True,
        null=True,
    )
    rack_type = models.ForeignKey(
        to='dcim.RackType',
        verbose_name=_('rack type'),
        on_delete=models.CASCADE,
        related_name='kit_assets',
        blank=True,
        null=True,
    )
    device = models.OneToOneField(
        to='dcim.Device',
        verbose_name=_('device'),
        on_delete=models.SET_NULL,
        related_name='kit_asset',
        blank=True,
        null=True,
    )
    module = models.OneToOneField(
        to='dcim.Module',
        verbose_name=_('module'),
        on_delete=models.SET_NULL,
        related_name='kit_asset',
        blank=True,
        null=True,
    )
    inventory_item = models.OneToOneField(
        to='dcim.InventoryItem',
        verbose_name=_('inventory item'),
        on_delete=models.SET_NULL,
        related_name='kit_asset',
        blank=True,
        null=True,
    )
    rack = models.OneToOneField(
        to='dcim.Rack',
        verbose_name=_('rack'),
        on_delete=models.SET_NULL,
        related_name='kit_asset',
        blank=True,
        null=True,
    )
    storage_location = models.ForeignKey(
        to='dcim.Location',
        verbose_name=_('storage location'),
        help_text=_('Where it is while it is not in use.'),
        on_delete=models.SET_NULL,
        related_name='kit_stored_assets',
        blank=True,
        null=True,
    )
    tenant = models.ForeignKey(
        to='tenancy.Tenant',
        verbose_name=_('tenant'),
        help_text=_('Who uses it.'),
        on_delete=models.SET_NULL,
        related_name='kit_assets',
        blank=True,
        null=True,
    )
    owning_tenant = models.ForeignKey(
        to='tenancy.Tenant',
        verbose_name=_('owning tenant'),
        help_text=_('Who it belongs to.'),
        on_delete=models.SET_NULL,
        related_name='kit_owned_assets',
        blank=True,
        null=True,
    )
    purchase = models.ForeignKey(
        to='netbox_kit_inventory.Purchase',
        verbose_name=_('purchase'),
        on_delete=models.PROTECT,
        related_name='assets',
        blank=True,
        null=True,
    )
    delivery = models.ForeignKey(
        to='netbox_kit_inventory.Delivery',
        verbose_name=_('delivery'),
        on_delete=models.PROTECT,
        related_name='assets',
        blank=True,
        null=True,
    )
    warranty_start = models.DateField(verbose_name=_('start of the warranty'), blank=True, null=True)
    warranty_end = models.DateField(
        verbose_name=_('end of the warranty'), help_text=_('The last day of the warranty.'), blank=True, null=True
    )

    objects = AssetQuerySet.as_manager()

    clone_fields = (
        'status',
        'device_type',
        'module_type',
        'item_type',
        'rack_type',
        'storage_location',
        'tenant',
        'owning_tenant',
        'purchase',
        'delivery',
        'warranty_start',
        'warranty_end',
    )

    class Meta:
        ordering = ('name', 'serial', 'pk')
        indexes = (
            models.Index(fields=('name', 'serial', 'id'), name='kit_inventory_asset_order'),
            models.Index(fields=('warranty_end',), name='kit_inventory_asset_warranty'),
        )
        constraints = (
            models.CheckConstraint(condition=exactly_one(*TYPE_FIELDS), name='netbox_kit_inventory_asset_one_type'),
            models.CheckConstraint(condition=hardware_fits_type(), name='netbox_kit_inventory_asset_hardware'),
            models.CheckConstraint(
                condition=Q(warranty_start__isnull=True)
                | Q(warranty_end__isnull=True)
                | Q(warranty_start__lte=F('warranty_end')),
                name='netbox_kit_inventory_asset_warranty',
            ),
        )
        verbose_name = _('asset')
        verbose_name_plural = _('assets')

    def __str__(self):
        # Nothing that would have to be fetched: this is shown in every list.
        return self.name or self.asset_tag or self.serial or f'{self.get_kind_display()} {self.pk}'

    def get_status_color(self):
        return AssetStatusChoices.colors.get(self.status)

    @property
    def kind(self):
        return next((kind.value for kind in KINDS if getattr(self, f'{kind.type_field}_id')), None)

    def get_kind_display(self):
        return dict(KindChoices).get(self.kind, '')

    @property
    def hardware_type(self):
        """
        The device type, module type, item type or rack type.
        """
        return self._get_related(TYPE_FIELDS)

    @property
    def hardware(self):
        """
        The device, module, inventory item or rack that the asset is assigned to.
        """
        return self._get_related(HARDWARE_FIELDS)

    @property
    def is_assigned(self):
        return any(getattr(self, f'{field}_id') for field in HARDWARE_FIELDS)

    @property
    def warranty(self):
        return get_warranty(self.warranty_end)

    def get_warranty_display(self):
        return dict(WarrantyChoices)[self.warranty]

    def get_warranty_color(self):
        return WarrantyChoices.colors.get(self.warranty)

    def assign(self, hardware):
        """
        Assign this asset to hardware, or with None free it, without saving it.
        """
        for kind in KINDS:
            setattr(self, kind.field, hardware if isinstance(hardware, kind.model) else None)

    def clean(self):
        super().clean()

        before = self._get_stored()
        self._check_type()
        self._check_hardware(before)
        self._complete(before)
        check_status(self)
        if sync.is_enabled():
            sync.check_tag(self, before)
        if self.delivery and self.delivery.purchase_id != self.purchase_id:
            raise ValidationError(_('The delivery is not one of this purchase.'))
        if self.warranty_start and self.warranty_end and self.warranty_start > self.warranty_end:
            raise ValidationError(_('A warranty does not end before it starts.'))

    def validate_constraints(self, exclude=None):
        # clean() has said in words what the constraints of the database are; all of them are about these fields.
        fields = {*TYPE_FIELDS, *HARDWARE_FIELDS, 'warranty_start', 'warranty_end'}
        super().validate_constraints(exclude=fields | set(exclude or ()))

    def save(self, *args, sync_hardware=True, **kwargs):
        before = self._get_stored()
        self._complete(before)
        statuses = get_statuses(self.is_assigned)
        if self.status not in statuses:
            self.status = statuses[0]

        with transaction.atomic():
            super().save(*args, **kwargs)
            if sync_hardware and sync.is_enabled():
                sync.copy_identity(self, before)

    def _get_stored(self):
        return Asset.objects.filter(pk=self.pk).first() if self.pk else None

    def _get_related(self, fields):
        return next((getattr(self, field) for field in fields if getattr(self, f'{field}_id')), None)

    def _complete(self, before):
        """
        Set what follows from the rest. This is done before validation, and again before saving: the REST API validates
        one instance of a new object and saves another.
        """
        self.asset_tag = self.asset_tag or None
        if self.delivery_id and not self.purchase_id:
            self.purchase_id = self.delivery.purchase_id
        if sync.is_enabled():
            sync.adopt_identity(self, before)
        settle_status(self, before)

    def _check_type(self):
        if sum(bool(getattr(self, f'{field}_id')) for field in TYPE_FIELDS) != 1:
            raise ValidationError(
                _('An asset is of one type: a device type, a module type, an item type or a rack type.')
            )

    def _check_hardware(self, before):
        given = [kind for kind in KINDS if getattr(self, f'{kind.field}_id')]
        if not given:
            return
        kind = given[0]
        if len(given) > 1 or kind.value != self.kind:
            raise ValidationError(
                _('An asset is assigned to one device, module, inventory item or rack, of the kind that its type is.')
            )
        # Only now: hardware may get another type while an asset is assigned to it, and that must not stand in the way
        # of all later changes of the asset.
        fields = (f'{kind.field}_id', f'{kind.type_field}_id')
        if before and all(getattr(self, field) == getattr(before, field) for field in fields):
            return
        own_type = kind.own_type_field and getattr(self.hardware, kind.own_type_field)
        if own_type and own_type != self.hardware_type:
            raise ValidationError(
                _('{hardware} is of the type {own_type}, and this asset of the type {type}.').format(
                    hardware=self.hardware, own_type=own_type, type=self.hardware_type
                )
            )
