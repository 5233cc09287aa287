"""
Who gets the master key, for how long, and how it is replaced.

    master key   32 random bytes, of which there are only copies:
    user key     has one for the owner of a private key, which NetBox never keeps
    session key  has one for whoever knows the session key, of which NetBox keeps a digest only

Whatever hands out the master key, or depends on it, holds the lock of the vault, so that it comes before a rotation or
after it, but never in between.
"""

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import batched

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from netbox.plugins import get_plugin_config
from users.models import User

from . import crypto
from .exceptions import Locked, VaultError
from .models import Secret, SessionKey, UserKey, Vault

__all__ = (
    'Session',
    'activate',
    'lock',
    'reveal',
    'rotate',
    'unlock',
)

# Secrets that are encrypted anew at once
BATCH_SIZE = 500

logger = logging.getLogger('netbox.plugins.netbox_kit_secrets')


@dataclass(frozen=True)
class Session:
    """
    A user, and the session key that came with the request.
    """

    user: User
    key: str | None = field(default=None, repr=False)

    def master_key(self):
        """
        Return the master key, or raise Locked.
        """
        if not self.key or not self.user.is_active:
            raise Locked
        try:
            key = crypto.decode_key(self.key)
            digest = crypto.digest(key)
            session_key = SessionKey.objects.get(
                digest=digest,
                expires__gt=timezone.now(),
                user_key__in=UserKey.objects.active().filter(user_id=self.user.pk),
            )
            return crypto.decrypt(key, session_key.master_key_cipher, SessionKey.get_context(digest))
        except (SessionKey.DoesNotExist, crypto.CryptoError):
            raise Locked from None

    def is_open(self):
        try:
            self.master_key()
        except Locked:
            return False
        return True


def unlock(user, private_key):
    """
    Return the key of a new session, and when it ends.
    """
    user_key = UserKey.objects.active().filter(user_id=user.pk).first()
    if user_key is None or not user.is_active:
        raise VaultError(_('You have no active user key.'))
    with transaction.atomic():
        Vault.lock()
        user_key.refresh_from_db()
        try:
            master_key = crypto.unwrap(private_key, user_key.master_key_cipher)
        except crypto.CryptoError as error:
            logger.warning('A private key that does not fit was used to unlock secrets, by %s', user)
            raise VaultError(str(error)) from None
        return _start_session(user_key, master_key)


def lock(session):
    """
    End a session.
    """
    try:
        digest = crypto.digest(crypto.decode_key(session.key or ''))
    except crypto.CryptoError:
        return
    SessionKey.objects.filter(digest=digest, user_key__user_id=session.user.pk).delete()


def reveal(secret, session):
    """
    Return a secret's value, and leave word of who has seen it.
    """
    plaintext = secret.reveal(session)
    logger.info('Secret %d was revealed to %s', secret.pk, session.user)
    return plaintext


def activate(user_key, session):
    """
    Give a user the master key. The first user key needs no session: with it, the master key comes into being.
    """
    with transaction.atomic():
        Vault.lock()
        user_key = UserKey.objects.select_for_update().get(pk=user_key.pk)
        if user_key.active:
            raise VaultError(_('This user key is active already.'))
        user_key.snapshot()
        user_key._changelog_message = 'Activated'
        user_key.activate(session.master_key() if _is_set_up() else crypto.new_key())
        user_key.save()
    logger.info('The user key of %s was activated by %s', user_key.user, session.user)


def rotate(session):
    """
    Replace the master key: encrypt all secrets with a new one, and give that to all who had the old one.

    Return the key of a new session, and when it ends. All others end now.
    """
    with transaction.atomic():
        Vault.lock()
        # Locked as well, lest somebody's public key is replaced while the master key is encrypted with it
        user_keys = list(UserKey.objects.active().order_by('pk').select_for_update())
        old_key, new_key = session.master_key(), crypto.new_key()
        count = _encrypt_anew(old_key, new_key)
        for user_key in user_keys:
            user_key.snapshot()
            user_key._changelog_message = 'Master key rotated'
            user_key.activate(new_key)
            user_key.save()
        SessionKey.objects.all().delete()
        own = next(user_key for user_key in user_keys if user_key.user_id == session.user.pk)
        started = _start_session(own, new_key)
    logger.info('The master key was rotated by %s: %d secrets, %d user keys', session.user, count, len(user_keys))
    return started


def _is_set_up():
    if UserKey.objects.active().exists():
        return True
    if Secret.objects.exists():
        raise VaultError(
            _('There are secrets, but no active user key: nobody has their master key any more. Delete them first.')
        )
    return False


def _start_session(user_key, master_key):
    now = timezone.now()
    SessionKey.objects.filter(expires__lte=now).delete()
    key = crypto.new_key()
    digest = crypto.digest(key)
    expires = now + timedelta(hours=get_plugin_config('netbox_kit_secrets', 'session_hours'))
    SessionKey.objects.create(
        user_key=user_key,
        digest=digest,
        master_key_cipher=crypto.encrypt(key, master_key, SessionKey.get_context(digest)),
        expires=expires,
    )
    return crypto.encode_key(key), expires


def _encrypt_anew(old_key, new_key):
    count = 0
    secrets = Secret.objects.select_for_update().only('uid', 'ciphertext').order_by('pk')
    for batch in batched(secrets.iterator(chunk_size=BATCH_SIZE), BATCH_SIZE):
        for secret in batch:
            try:
                secret.encrypt(secret.decrypt(old_key), new_key)
            except crypto.CryptoError:
                # With the old master key, a value that somebody may still repair would be lost.
                raise VaultError(
                    _('Secret {id} cannot be decrypted; nothing has been changed.').format(id=secret.pk)
                ) from None
        count += Secret.objects.bulk_update(batch, ['ciphertext'])
    return count
