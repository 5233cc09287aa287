import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import PrimaryModelFilterSet
from utilities.filters import ContentTypeFilter, MultiValueNumberFilter
from utilities.filtersets import register_filterset

from .choices import DocumentKindChoices
from .models import Document

__all__ = ('DocumentFilterSet',)


@register_filterset
class DocumentFilterSet(PrimaryModelFilterSet):
    subject_type = ContentTypeFilter(label=_('Subject type'))
    subject_site_id = MultiValueNumberFilter(
        method='filter_subject', field_name='dcim.site', label=_('Subject: site (ID)')
    )
    subject_location_id = MultiValueNumberFilter(
        method='filter_subject', field_name='dcim.location', label=_('Subject: location (ID)')
    )
    subject_rack_id = MultiValueNumberFilter(
        method='filter_subject', field_name='dcim.rack', label=_('Subject: rack (ID)')
    )
    subject_device_type_id = MultiValueNumberFilter(
        method='filter_subject', field_name='dcim.devicetype', label=_('Subject: device type (ID)')
    )
    subject_device_id = MultiValueNumberFilter(
        method='filter_subject', field_name='dcim.device', label=_('Subject: device (ID)')
    )
    subject_circuit_id = MultiValueNumberFilter(
        method='filter_subject', field_name='circuits.circuit', label=_('Subject: circuit (ID)')
    )
    subject_virtual_machine_id = MultiValueNumberFilter(
        method='filter_subject', field_name='virtualization.virtualmachine', label=_('Subject: virtual machine (ID)')
    )
    kind = django_filters.MultipleChoiceFilter(choices=DocumentKindChoices, distinct=False, null_value=None)

    class Meta:
        model = Document
        fields = ('id', 'description', 'name', 'external_url', 'subject_id')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(name__icontains=value)
            | Q(external_url__icontains=value)
        )

    def filter_subject(self, queryset, name, value):
        app_label, model = name.split('.')
        return queryset.filter(
            subject_type__app_label=app_label,
            subject_type__model=model,
            subject_id__in=value,
        )
