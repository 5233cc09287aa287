import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import NestedGroupModelFilterSet, PrimaryModelFilterSet
from tenancy.filtersets import ContactModelFilterSet
from users.models import User
from utilities.filters import ContentTypeFilter, MultiValueNumberFilter, TreeNodeMultipleChoiceFilter
from utilities.filtersets import register_filterset

from .models import Secret, SecretRole, UserKey

__all__ = (
    'SecretFilterSet',
    'SecretRoleFilterSet',
    'UserKeyFilterSet',
)


@register_filterset
class SecretRoleFilterSet(NestedGroupModelFilterSet):
    parent_id = django_filters.ModelMultipleChoiceFilter(
        queryset=SecretRole.objects.all(), distinct=False, label=_('Parent secret role (ID)')
    )
    parent = django_filters.ModelMultipleChoiceFilter(
        field_name='parent__slug',
        queryset=SecretRole.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Parent secret role (slug)'),
    )
    ancestor_id = TreeNodeMultipleChoiceFilter(
        field_name='parent', queryset=SecretRole.objects.all(), lookup_expr='in', label=_('Secret role (ID)')
    )
    ancestor = TreeNodeMultipleChoiceFilter(
        field_name='parent',
        queryset=SecretRole.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Secret role (slug)'),
    )

    class Meta:
        model = SecretRole
        fields = ('id', 'name', 'slug', 'description')


@register_filterset
class SecretFilterSet(PrimaryModelFilterSet, ContactModelFilterSet):
    assigned_object_type = ContentTypeFilter(label=_('Object type'))
    assigned_object_device_id = MultiValueNumberFilter(
        method='filter_assigned_object', field_name='dcim.device', label=_('Object: device (ID)')
    )
    assigned_object_virtual_machine_id = MultiValueNumberFilter(
        method='filter_assigned_object',
        field_name='virtualization.virtualmachine',
        label=_('Object: virtual machine (ID)'),
    )
    assigned_object_contact_id = MultiValueNumberFilter(
        method='filter_assigned_object', field_name='tenancy.contact', label=_('Object: contact (ID)')
    )
    role_id = TreeNodeMultipleChoiceFilter(
        field_name='role', queryset=SecretRole.objects.all(), lookup_expr='in', label=_('Role (ID)')
    )
    role = TreeNodeMultipleChoiceFilter(
        field_name='role',
        queryset=SecretRole.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Role (slug)'),
    )

    class Meta:
        model = Secret
        fields = ('id', 'description', 'name', 'assigned_object_id', 'value_changed')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )

    def filter_assigned_object(self, queryset, name, value):
        app_label, model = name.split('.')
        return queryset.filter(
            assigned_object_type__app_label=app_label,
            assigned_object_type__model=model,
            assigned_object_id__in=value,
        )


@register_filterset
class UserKeyFilterSet(PrimaryModelFilterSet):
    user_id = django_filters.ModelMultipleChoiceFilter(
        queryset=User.objects.all(), distinct=False, label=_('User (ID)')
    )
    user = django_filters.ModelMultipleChoiceFilter(
        field_name='user__username',
        queryset=User.objects.all(),
        distinct=False,
        to_field_name='username',
        label=_('User (username)'),
    )
    active = django_filters.BooleanFilter(method='filter_active', label=_('Active'))

    class Meta:
        model = UserKey
        fields = ('id', 'description', 'public_key', 'activated')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(user__username__icontains=value)
        )

    def filter_active(self, queryset, name, value):
        return queryset.active() if value else queryset.filter(master_key_cipher=b'')
