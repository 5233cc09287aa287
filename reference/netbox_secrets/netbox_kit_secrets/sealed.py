from django.db import models

__all__ = ('SealedFieldsMixin',)


class SealedFieldsMixin(models.Model):
    """
    Ciphertexts, and the times at which they were made.

    - An object may have been loaded before the master key was rotated, and be saved afterwards: its old ciphertext would
      replace the new one, and nobody has the old master key any more. So these fields are saved only when they are new.
    - The change log, and the snapshots that webhooks get, would keep ciphertexts for as long as they are kept. They get
      the time instead; without it, NetBox would take a change of nothing but the ciphertext for no change at all.
    """

    sealed_fields = ()

    class Meta:
        abstract = True

    def set_sealed(self, **values):
        for name, value in values.items():
            setattr(self, name, value)
        self._newly_sealed = {*getattr(self, '_newly_sealed', ()), *values}

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None and not self._state.adding:
            unchanged = set(self.sealed_fields) - getattr(self, '_newly_sealed', set())
            update_fields = [
                field.name
                for field in self._meta.concrete_fields
                if not field.primary_key and field.name not in unchanged
            ]
        super().save(*args, update_fields=update_fields, **kwargs)
        self._newly_sealed = set()

    def serialize_object(self, exclude=None):
        return super().serialize_object(exclude=[*(exclude or ()), *self._ciphertexts()])

    def _ciphertexts(self):
        return [name for name in self.sealed_fields if isinstance(self._meta.get_field(name), models.BinaryField)]
