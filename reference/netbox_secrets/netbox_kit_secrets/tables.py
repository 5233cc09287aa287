import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import NestedGroupModelTable, PrimaryModelTable, columns
from tenancy.tables import ContactsColumnMixin

from .models import Secret, SecretRole, UserKey

__all__ = (
    'SecretTable',
    'SecretRoleTable',
    'UserKeyTable',
)


class SecretRoleTable(NestedGroupModelTable):
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_secrets:secretrole_list',
    )

    class Meta(NestedGroupModelTable.Meta):
        model = SecretRole
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'parent',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'parent', 'description')


class SecretTable(ContactsColumnMixin, PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    assigned_object_type = columns.ContentTypeColumn(verbose_name=_('Object type'))
    assigned_object = tables.Column(verbose_name=_('Object'), linkify=True, orderable=False)
    role = tables.Column(verbose_name=_('Role'), linkify=True)
    value_changed = columns.DateTimeColumn(verbose_name=_('Value changed'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_secrets:secret_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Secret
        fields = (
            'pk',
            'id',
            'name',
            'assigned_object_type',
            'assigned_object',
            'role',
            'value_changed',
            'description',
            'owner',
            'comments',
            'contacts',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'assigned_object_type', 'assigned_object', 'role', 'description')


class UserKeyTable(PrimaryModelTable):
    user = tables.Column(verbose_name=_('User'), linkify=True)
    active = columns.BooleanColumn(verbose_name=_('Active'), order_by='activated')
    activated = columns.DateTimeColumn(verbose_name=_('Activated'))
    fingerprint = tables.Column(verbose_name=_('Fingerprint'), orderable=False)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_secrets:userkey_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = UserKey
        fields = (
            'pk',
            'id',
            'user',
            'active',
            'activated',
            'fingerprint',
            'public_key',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'id', 'user', 'active', 'fingerprint', 'description')
