{% if plugin.models %}
import django_filters
import netaddr
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import NetBoxModelFilterSet
from netbox.filtersets import NestedGroupModelFilterSet
from netbox.filtersets import OrganizationalModelFilterSet
{% if plugin.netbox.since('4.5') %}
from netbox.filtersets import PrimaryModelFilterSet
{% endif %}
from tenancy.filtersets import ContactModelFilterSet
from tenancy.filtersets import TenancyFilterSet
from utilities.filters import ContentTypeFilter
{% if plugin.netbox.since('4.6') %}
from utilities.filters import MultiValueContentTypeFilter
{% endif %}
from utilities.filters import MultiValueCharFilter
from utilities.filters import MultiValueMACAddressFilter
from utilities.filters import MultiValueNumberFilter
from utilities.filters import TreeNodeMultipleChoiceFilter
{% if plugin.netbox.since('4.5') %}
from utilities.filtersets import register_filterset
{% endif %}

{% for field in plugin.choice_sets %}
from .choices import {{ field.class_name }}
{% endfor %}
{% for line in code.targets.imports(plugin, models='.models') %}
{{ line }}
{% endfor %}

__all__ = (
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}FilterSet',
{% endfor %}
)

{% set networks = namespace(addresses=[], prefixes=[]) %}
{% for model in plugin.models %}
{% set addresses = model.fields | selectattr('type', 'equalto', 'ip-address') | list %}
{% set prefixes = model.fields | selectattr('type', 'equalto', 'ip-prefix') | list %}
{% set networks.addresses = networks.addresses + addresses %}
{% set networks.prefixes = networks.prefixes + prefixes %}
{% endfor %}
{% if networks.addresses or networks.prefixes %}

def parse_networks(values):
    """
    Return the networks among the values of a filter, discarding what is not one.
    """
    networks = []
    for value in values:
        try:
            networks.append(netaddr.IPNetwork(value.strip()))
        except (netaddr.AddrFormatError, ValueError):
            continue
    return networks


def any_within(field, lookup, networks):
    """
    Return a query for the objects of which a field lies within one of several networks.
    """
    query = Q(pk__in=())
    for network in networks:
        query |= Q(**{f'{field}__{lookup}': str(network.cidr)})
    return query

{% endif %}
{% for model in plugin.models %}

{% if plugin.netbox.since('4.5') %}
@register_filterset
{% endif %}
class {{ model.name }}FilterSet({{ code.filters.bases(model) | join(', ') }}):
{% for name, source in code.filters.model_filters(model, plugin).items() %}
    {{ name }} = {{ source }}
{% endfor %}

    class Meta:
        model = {{ model.name }}
        fields = {{ code.filters.fields(model) }}
{% set lookups = code.filters.search(model, plugin) %}
{% if lookups %}

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter({% for lookup in lookups %}Q({{ lookup }}=value){{ ' | ' if not loop.last }}{% endfor %})
{% endif %}
{% if model.fields | selectattr('type', 'equalto', 'ip-address') | list %}

    def filter_address(self, queryset, name, value):
        # Without a mask, an address is looked for whatever its mask.
        addresses = [address.strip() for address in value if parse_networks([address])]
        if not addresses:
            return queryset.none()
        return queryset.filter(**{f'{name}__net_in': addresses})

    def filter_address_within(self, queryset, name, value):
        return queryset.filter(any_within(name, 'net_host_contained', parse_networks(value)))
{% endif %}
{% if model.fields | selectattr('type', 'equalto', 'ip-prefix') | list %}

    def filter_prefix(self, queryset, name, value):
        return queryset.filter(**{f'{name}__in': [str(network.cidr) for network in parse_networks(value)]})

    def filter_prefix_within(self, queryset, name, value):
        return queryset.filter(any_within(name, 'net_contained_or_equal', parse_networks(value)))
{% endif %}
{% for field in model.generics %}

    def filter_{{ field.name }}(self, queryset, name, value):
        app_label, model = name.split('.')
        return queryset.filter(
            {{ field.type_name }}__app_label=app_label,
            {{ field.type_name }}__model=model,
            {{ field.id_name }}__in=value,
        )
{% endfor %}

{% endfor %}
{% endif %}
