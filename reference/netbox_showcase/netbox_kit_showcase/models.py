import django.core.validators
from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from ipam.fields import IPAddressField
from netbox.models import NestedGroupModel, NetBoxModel, OrganizationalModel, PrimaryModel
from netbox.models.features import ContactsMixin, ImageAttachmentsMixin

from .choices import ExhibitStatusChoices

__all__ = (
    'Exhibit',
    'ExhibitKind',
    'Hall',
    'Label',
    'Loan',
)


class ExhibitKind(OrganizationalModel):
    """What an exhibit is an example of."""

    color = models.CharField(verbose_name=_('color'), max_length=6, blank=True)

    class Meta(OrganizationalModel.Meta):
        ordering = ('name',)
        verbose_name = _('exhibit kind')
        verbose_name_plural = _('exhibit kinds')


class Hall(NestedGroupModel):
    """A hall, within another one or not."""

    capacity = models.IntegerField(
        verbose_name=_('capacity'), validators=[django.core.validators.MinValueValidator(0)], default=10
    )

    clone_fields = ('parent',)

    class Meta:
        ordering = ('name',)
        constraints = (
            models.UniqueConstraint(fields=('parent', 'name'), name='netbox_kit_showcase_hall_unique_parent_name'),
            models.UniqueConstraint(
                fields=('name',), name='netbox_kit_showcase_hall_unique_name', condition=models.Q(parent__isnull=True)
            ),
            models.UniqueConstraint(fields=('parent', 'slug'), name='netbox_kit_showcase_hall_unique_parent_slug'),
            models.UniqueConstraint(
                fields=('slug',), name='netbox_kit_showcase_hall_unique_slug', condition=models.Q(parent__isnull=True)
            ),
        )
        verbose_name = _('hall')
        verbose_name_plural = _('halls')


class Exhibit(ContactsMixin, ImageAttachmentsMixin, PrimaryModel):
    """Something that is shown."""

    name = models.CharField(verbose_name=_('name'), max_length=100, unique=True)
    kind = models.ForeignKey(
        to='netbox_kit_showcase.ExhibitKind',
        verbose_name=_('kind'),
        on_delete=models.SET_NULL,
        related_name='exhibits',
        blank=True,
        null=True,
    )
    hall = models.ForeignKey(
        to='netbox_kit_showcase.Hall',
        verbose_name=_('hall'),
        on_delete=models.SET_NULL,
        related_name='exhibits',
        blank=True,
        null=True,
    )
    site = models.ForeignKey(
        to='dcim.Site',
        verbose_name=_('site'),
        on_delete=models.SET_NULL,
        related_name='kit_showcase_exhibits',
        blank=True,
        null=True,
    )
    devices = models.ManyToManyField(
        to='dcim.Device', verbose_name=_('devices'), related_name='kit_showcase_exhibits', blank=True
    )
    status = models.CharField(
        verbose_name=_('status'),
        choices=ExhibitStatusChoices,
        max_length=50,
        default=ExhibitStatusChoices.STATUS_PLANNED,
    )
    opens = models.DateField(verbose_name=_('opens'), blank=True, null=True)
    closes = models.DateField(verbose_name=_('closes'), blank=True, null=True)
    price = models.DecimalField(
        verbose_name=_('price'),
        max_digits=8,
        decimal_places=2,
        validators=[django.core.validators.MinValueValidator(0)],
        blank=True,
        null=True,
    )
    insured = models.BooleanField(verbose_name=_('insured'), default=False)
    website = models.URLField(verbose_name=_('website'), blank=True)
    address = IPAddressField(verbose_name=_('address'), blank=True, null=True)
    facts = models.JSONField(verbose_name=_('facts'), blank=True, null=True)
    story = models.TextField(verbose_name=_('story'), blank=True)

    clone_fields = ('kind', 'hall', 'site', 'status', 'insured')

    class Meta:
        ordering = ('name',)
        constraints = (
            models.UniqueConstraint(fields=('hall', 'name'), name='netbox_kit_showcase_exhibit_unique_hall_name'),
        )
        permissions = (('show', 'Show exhibits'),)
        verbose_name = _('exhibit')
        verbose_name_plural = _('exhibits')

    def __str__(self):
        return self.name

    def get_status_color(self):
        return ExhibitStatusChoices.colors.get(self.status)

    def clean(self):
        super().clean()

        if self.opens is not None and self.closes is not None and self.opens > self.closes:
            raise ValidationError({'opens': _('An exhibit cannot close before it opens.')})


class Loan(NetBoxModel):
    """Whose an exhibit is, if it is not ours."""

    exhibit = models.OneToOneField(
        to='netbox_kit_showcase.Exhibit', verbose_name=_('exhibit'), on_delete=models.CASCADE, related_name='loan'
    )
    lender = models.ForeignKey(
        to='tenancy.Tenant', verbose_name=_('lender'), on_delete=models.CASCADE, related_name='kit_showcase_loans'
    )
    returned = models.DateTimeField(verbose_name=_('returned'), blank=True, null=True)

    clone_fields = ('lender',)

    class Meta:
        ordering = ('exhibit',)
        verbose_name = _('loan')
        verbose_name_plural = _('loans')

    def __str__(self):
        return str(self.exhibit)


class Label(NetBoxModel):
    """A text beside an exhibit or on a rack."""

    subject_type = models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+')
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey(ct_field='subject_type', fk_field='subject_id')
    text = models.CharField(verbose_name=_('text'), max_length=100)

    class Meta:
        ordering = ('text',)
        indexes = (models.Index(fields=('subject_type', 'subject_id'), name='label_subject_5f806d_idx'),)
        verbose_name = _('exhibit label')
        verbose_name_plural = _('exhibit labels')

    def __str__(self):
        return self.text
