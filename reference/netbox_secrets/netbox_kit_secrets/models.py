import uuid

from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from netbox.models import NestedGroupModel, PrimaryModel
from netbox.models.features import ContactsMixin
from netbox.plugins import get_plugin_config
from utilities.querysets import RestrictedQuerySet

from . import crypto
from .exceptions import VaultError
from .sealed import SealedFieldsMixin

__all__ = (
    'Secret',
    'SecretRole',
    'SessionKey',
    'UserKey',
    'Vault',
)


class SecretRole(NestedGroupModel):
    """What a kind of secrets is for, such as logins or SNMP communities."""

    clone_fields = ('parent',)

    class Meta:
        ordering = ('name',)
        constraints = (
            models.UniqueConstraint(fields=('parent', 'name'), name='netbox_kit_secrets_secretrole_unique_parent_name'),
            models.UniqueConstraint(
                fields=('name',),
                name='netbox_kit_secrets_secretrole_unique_name',
                condition=models.Q(parent__isnull=True),
            ),
            models.UniqueConstraint(fields=('parent', 'slug'), name='netbox_kit_secrets_secretrole_unique_parent_slug'),
            models.UniqueConstraint(
                fields=('slug',),
                name='netbox_kit_secrets_secretrole_unique_slug',
                condition=models.Q(parent__isnull=True),
            ),
        )
        verbose_name = _('secret role')
        verbose_name_plural = _('secret roles')


class Secret(SealedFieldsMixin, ContactsMixin, PrimaryModel):
    """A text that is stored encrypted, kept with the object that it is for."""

    name = models.CharField(verbose_name=_('name'), help_text=_('Such as the name of a user'), max_length=100)
    assigned_object_type = models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+')
    assigned_object_id = models.PositiveBigIntegerField()
    assigned_object = GenericForeignKey(ct_field='assigned_object_type', fk_field='assigned_object_id')
    role = models.ForeignKey(
        to='netbox_kit_secrets.SecretRole', verbose_name=_('role'), on_delete=models.PROTECT, related_name='secrets'
    )
    # What the ciphertext is bound to. The primary key will not do: it is not known before the secret is stored.
    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    ciphertext = models.BinaryField(blank=True)
    value_changed = models.DateTimeField(verbose_name=_('value changed'), blank=True, null=True, editable=False)

    clone_fields = ('role',)
    sealed_fields = ('ciphertext', 'value_changed')

    class Meta:
        ordering = ('name', 'pk')
        constraints = (
            models.UniqueConstraint(
                fields=('assigned_object_type', 'assigned_object_id', 'role', 'name'),
                name='netbox_kit_secrets_secret_unique_assigned_object_type_3a8538',
            ),
        )
        indexes = (
            models.Index(fields=('assigned_object_type', 'assigned_object_id'), name='secret_assigned_obj_523afb_idx'),
        )
        permissions = (('reveal', 'Reveal secrets'),)
        verbose_name = _('secret')
        verbose_name_plural = _('secrets')

    def __str__(self):
        return self.name

    @property
    def context(self):
        return b'netbox_kit_secrets.secret:' + self.uid.bytes

    def seal(self, plaintext, session):
        """
        Encrypt a text as the secret's value; in the transaction in which the secret is saved.
        """
        # Until that transaction ends, the master key stays the one that the text is encrypted with.
        Vault.lock()
        self.encrypt(plaintext, session.master_key())
        self.set_sealed(value_changed=timezone.now())

    def reveal(self, session):
        """
        Return the secret's value.
        """
        try:
            return self.decrypt(session.master_key())
        except crypto.CryptoError as error:
            raise VaultError(str(error)) from None

    def encrypt(self, plaintext, master_key):
        self.set_sealed(ciphertext=crypto.encrypt_text(master_key, plaintext, self.context))

    def decrypt(self, master_key):
        return crypto.decrypt_text(master_key, self.ciphertext, self.context)


class UserKeyQuerySet(RestrictedQuerySet):
    def active(self):
        return self.exclude(master_key_cipher=b'')


class UserKey(SealedFieldsMixin, PrimaryModel):
    """A user's public key; once it is active, its user can unlock secrets."""

    user = models.OneToOneField(
        to='users.User', verbose_name=_('user'), on_delete=models.CASCADE, related_name='secrets_user_key'
    )
    public_key = models.TextField(verbose_name=_('public key'), help_text=_('An RSA key in PEM format'))
    master_key_cipher = models.BinaryField(blank=True)
    activated = models.DateTimeField(verbose_name=_('activated'), blank=True, null=True, editable=False)

    objects = UserKeyQuerySet.as_manager()

    sealed_fields = ('master_key_cipher', 'activated')

    class Meta:
        ordering = ('user',)
        permissions = (('activate', 'Activate user keys'), ('rotate', 'Rotate the master key with user keys'))
        verbose_name = _('user key')
        verbose_name_plural = _('user keys')

    def __str__(self):
        return str(self.user)

    @property
    def active(self):
        """
        Whether there is a copy of the master key for this user.
        """
        return bool(self.master_key_cipher)

    @property
    def fingerprint(self):
        try:
            return crypto.fingerprint(self.public_key)
        except crypto.CryptoError:
            return ''

    def clean(self):
        super().clean()

        self.public_key = self.public_key.strip()
        try:
            crypto.check_public_key(self.public_key, get_plugin_config('netbox_kit_secrets', 'key_size'))
        except crypto.CryptoError as error:
            raise ValidationError({'public_key': str(error)}) from None

    def save(self, *args, **kwargs):
        # The copy of the master key was made for the user and the key that were there when it was activated.
        before = UserKey.objects.filter(pk=self.pk).values_list('user_id', 'public_key').first()
        outdated = before is not None and before != (self.user_id, self.public_key)
        with transaction.atomic():
            if outdated:
                self.set_sealed(master_key_cipher=b'', activated=None)
                SessionKey.objects.filter(user_key=self).delete()
            super().save(*args, **kwargs)
            if outdated:
                self.ensure_access()

    def delete(self, *args, **kwargs):
        # It may be refused when it has been done (signals.py), and before 4.7 not all of NetBox's views undo that.
        with transaction.atomic():
            return super().delete(*args, **kwargs)

    @classmethod
    def ensure_access(cls):
        """
        Raise VaultError if there are secrets, but nobody who could unlock them any more.
        """
        Vault.lock()
        if Secret.objects.exists() and not cls.objects.active().filter(user__is_active=True).exists():
            raise VaultError(
                _('Without this user key, nobody could unlock the secrets any more. Activate another one first.')
            )

    def activate(self, master_key):
        """
        Make a copy of the master key for this user.
        """
        self.set_sealed(master_key_cipher=crypto.wrap(self.public_key, master_key), activated=timezone.now())


class SessionKey(models.Model):
    """
    A copy of the master key for as long as a user works with secrets. Only the user has the key to it.

    It is no NetBox model: nobody looks at it, changes it or is told of it.
    """

    user_key = models.ForeignKey(to='netbox_kit_secrets.UserKey', on_delete=models.CASCADE, related_name='+')
    digest = models.CharField(max_length=64, unique=True)
    master_key_cipher = models.BinaryField()
    expires = models.DateTimeField(db_index=True)

    # NetBox offers it neither for permissions nor for event rules and the like.
    _netbox_private = True

    def __str__(self):
        return f'{self.user_key} ({self.expires})'

    @staticmethod
    def get_context(digest):
        return b'netbox_kit_secrets.session:' + digest.encode()


class Vault(models.Model):
    """
    The one row that everything waits for which must not happen while the master key changes.
    """

    _netbox_private = True

    def __str__(self):
        return 'Vault'

    @classmethod
    def lock(cls):
        """
        Wait for others who hold the lock, and hold it until the transaction ends. There has to be one.
        """
        cls.objects.get_or_create(pk=1)
        cls.objects.select_for_update().get(pk=1)
