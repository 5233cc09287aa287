import django.core.validators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Least
from django.utils.translation import gettext_lazy as _
from netbox.models import NetBoxModel, OrganizationalModel, PrimaryModel

from .expiry import ExpiringMixin

__all__ = (
    'ContractAssignment',
    'HardwareLifecycle',
    'License',
    'LicenseAssignment',
    'SupportContract',
    'Vendor',
)

# What NetBox makes the name of a device of, if it has none of its own. Lists prefetch what the names in them are made of:
# NAMED_AFTER. They would ask for each of these otherwise; and joins would be sorted along with 100,000 rows.
DEVICE_NAMED_AFTER = ('device__device_type__manufacturer', 'device__virtual_chassis')


def exactly_one(*names):
    """
    Return the condition that exactly one of some relations leads somewhere.
    """
    condition = Q()
    for name in names:
        condition |= Q(**{f'{other}__isnull': other != name for other in names})
    return condition


class HardwareLifecycle(ExpiringMixin, PrimaryModel):
    """The dates on which a manufacturer ends what it does for a type of hardware."""

    device_type = models.OneToOneField(
        to='dcim.DeviceType',
        verbose_name=_('device type'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle',
        blank=True,
        null=True,
    )
    module_type = models.OneToOneField(
        to='dcim.ModuleType',
        verbose_name=_('module type'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle',
        blank=True,
        null=True,
    )
    end_of_sale = models.DateField(verbose_name=_('end of sale'), blank=True, null=True)
    end_of_maintenance = models.DateField(
        verbose_name=_('end of maintenance'), help_text=_('No more corrections from then on.'), blank=True, null=True
    )
    end_of_security = models.DateField(verbose_name=_('end of security updates'), blank=True, null=True)
    end_of_support = models.DateField(verbose_name=_('end of support'), blank=True, null=True)
    last_contract = models.DateField(
        verbose_name=_('last contract'),
        help_text=_('The last day on which a support contract can be made or renewed.'),
        blank=True,
        null=True,
    )
    notice = models.URLField(verbose_name=_('notice'), help_text=_('Where the manufacturer announces it'), blank=True)

    LAST_DAY = F('end_of_support')

    class Meta:
        ordering = ('end_of_support', 'pk')
        constraints = (
            models.CheckConstraint(
                condition=exactly_one('device_type', 'module_type'),
                name='netbox_kit_lifecycle_hardwarelifecycle_one_type',
            ),
        )
        verbose_name = _('hardware lifecycle')
        verbose_name_plural = _('hardware lifecycles')

    def __str__(self):
        return str(self.hardware)

    @property
    def hardware(self):
        """
        The type of hardware that the dates are about.
        """
        return self.device_type or self.module_type

    @property
    def last_day(self):
        return self.end_of_support

    def clean(self):
        super().clean()

        given = [name for name in ('device_type', 'module_type') if getattr(self, name) not in (None, '')]
        if len(given) != 1:
            raise ValidationError(_('A lifecycle is that of either a device type or a module type.'))

        if self.end_of_sale is not None and self.end_of_support is not None and self.end_of_sale > self.end_of_support:
            raise ValidationError({'end_of_sale': _('Support does not end before the sale.')})


class Vendor(OrganizationalModel):
    """Who sells contracts and licences."""

    class Meta(OrganizationalModel.Meta):
        ordering = ('name',)
        verbose_name = _('vendor')
        verbose_name_plural = _('vendors')


class SupportContract(ExpiringMixin, PrimaryModel):
    """A contract with a vendor, for a time."""

    vendor = models.ForeignKey(
        to='netbox_kit_lifecycle.Vendor',
        verbose_name=_('vendor'),
        on_delete=models.PROTECT,
        related_name='support_contracts',
    )
    contract_id = models.CharField(verbose_name=_('contract ID'), max_length=100)
    start_date = models.DateField(verbose_name=_('start'), blank=True, null=True)
    renewal_date = models.DateField(
        verbose_name=_('renewal'), help_text=_('The day by which it is to be renewed'), blank=True, null=True
    )
    end_date = models.DateField(verbose_name=_('end'), blank=True, null=True)

    clone_fields = ('vendor',)
    LAST_DAY = F('end_date')

    class Meta:
        ordering = ('vendor', 'contract_id')
        constraints = (
            models.UniqueConstraint(
                fields=('vendor', 'contract_id'), name='netbox_kit_lifecycle_supportcontract_unique_vendor_co_3e633f'
            ),
        )
        verbose_name = _('support contract')
        verbose_name_plural = _('support contracts')

    def __str__(self):
        return self.contract_id

    @property
    def last_day(self):
        return self.end_date

    def clean(self):
        super().clean()

        if self.start_date is not None and self.end_date is not None and self.start_date > self.end_date:
            raise ValidationError({'start_date': _('A contract does not end before it starts.')})

        if self.renewal_date is not None and self.end_date is not None and self.renewal_date > self.end_date:
            raise ValidationError({'renewal_date': _('A contract is renewed before it ends.')})


class ContractAssignment(ExpiringMixin, NetBoxModel):
    """Something that a support contract covers."""

    contract = models.ForeignKey(
        to='netbox_kit_lifecycle.SupportContract',
        verbose_name=_('contract'),
        on_delete=models.CASCADE,
        related_name='assignments',
    )
    device = models.ForeignKey(
        to='dcim.Device',
        verbose_name=_('device'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle_contracts',
        blank=True,
        null=True,
    )
    module = models.ForeignKey(
        to='dcim.Module',
        verbose_name=_('module'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle_contracts',
        blank=True,
        null=True,
    )
    virtual_machine = models.ForeignKey(
        to='virtualization.VirtualMachine',
        verbose_name=_('virtual machine'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle_contracts',
        blank=True,
        null=True,
    )
    sku = models.CharField(verbose_name=_('SKU'), max_length=100, blank=True)
    end_date = models.DateField(
        verbose_name=_('end'),
        help_text=_('If it is covered for a shorter time than the contract lasts'),
        blank=True,
        null=True,
    )

    clone_fields = ('contract', 'end_date')
    # PostgreSQL's LEAST passes over NULL.
    LAST_DAY = Least('end_date', 'contract__end_date')
    NAMED_AFTER = ('contract', *DEVICE_NAMED_AFTER, 'module__module_bay', 'module__module_type', 'virtual_machine')

    class Meta:
        ordering = ('contract', 'pk')
        constraints = (
            models.CheckConstraint(
                condition=exactly_one('device', 'module', 'virtual_machine'),
                name='netbox_kit_lifecycle_contractassignment_one_object',
            ),
        )
        verbose_name = _('contract assignment')
        verbose_name_plural = _('contract assignments')

    def __str__(self):
        return str(self.contract)

    @property
    def covered(self):
        """
        What the contract covers.
        """
        return self.device or self.module or self.virtual_machine

    @property
    def last_day(self):
        return min(filter(None, (self.end_date, self.contract.end_date)), default=None)

    def clean(self):
        super().clean()

        given = [name for name in ('device', 'module', 'virtual_machine') if getattr(self, name) not in (None, '')]
        if len(given) != 1:
            raise ValidationError(_('An assignment is that of one device, module or virtual machine.'))


class License(PrimaryModel):
    """Something that a manufacturer licenses."""

    manufacturer = models.ForeignKey(
        to='dcim.Manufacturer',
        verbose_name=_('manufacturer'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle_licenses',
    )
    name = models.CharField(verbose_name=_('name'), max_length=100)

    clone_fields = ('manufacturer',)

    class Meta:
        ordering = ('manufacturer', 'name')
        constraints = (
            models.UniqueConstraint(
                fields=('manufacturer', 'name'), name='netbox_kit_lifecycle_license_unique_manufacturer_name'
            ),
        )
        verbose_name = _('licence')
        verbose_name_plural = _('licences')

    def __str__(self):
        return self.name


class LicenseAssignment(ExpiringMixin, NetBoxModel):
    """A licence that a device or a virtual machine has."""

    license = models.ForeignKey(
        to='netbox_kit_lifecycle.License',
        verbose_name=_('licence'),
        on_delete=models.CASCADE,
        related_name='assignments',
    )
    vendor = models.ForeignKey(
        to='netbox_kit_lifecycle.Vendor',
        verbose_name=_('vendor'),
        on_delete=models.PROTECT,
        related_name='license_assignments',
        blank=True,
        null=True,
    )
    device = models.ForeignKey(
        to='dcim.Device',
        verbose_name=_('device'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle_licenses',
        blank=True,
        null=True,
    )
    virtual_machine = models.ForeignKey(
        to='virtualization.VirtualMachine',
        verbose_name=_('virtual machine'),
        on_delete=models.CASCADE,
        related_name='kit_lifecycle_licenses',
        blank=True,
        null=True,
    )
    quantity = models.IntegerField(
        verbose_name=_('quantity'), validators=[django.core.validators.MinValueValidator(1)], default=1
    )
    end_date = models.DateField(
        verbose_name=_('end'), help_text=_('The last day of the licence'), blank=True, null=True
    )

    clone_fields = ('license', 'vendor', 'quantity', 'end_date')
    LAST_DAY = F('end_date')
    NAMED_AFTER = ('license', *DEVICE_NAMED_AFTER, 'virtual_machine')

    class Meta:
        ordering = ('license', 'pk')
        constraints = (
            models.CheckConstraint(
                condition=exactly_one('device', 'virtual_machine'),
                name='netbox_kit_lifecycle_licenseassignment_one_object',
            ),
        )
        verbose_name = _('licence assignment')
        verbose_name_plural = _('licence assignments')

    def __str__(self):
        return str(self.license)

    @property
    def covered(self):
        """
        What has the licence.
        """
        return self.device or self.virtual_machine

    @property
    def last_day(self):
        return self.end_date

    def clean(self):
        super().clean()

        given = [name for name in ('device', 'virtual_machine') if getattr(self, name) not in (None, '')]
        if len(given) != 1:
            raise ValidationError(_('A licence is assigned to either a device or a virtual machine.'))
