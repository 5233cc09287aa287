{% set features = plugin.features %}
{% set modern = plugin.netbox.since('4.4') %}
{% set both = plugin.netbox.spans('4.4') %}
{% set panels = plugin.netbox.since('4.6') %}
{% if plugin.models or features.home_page %}
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
{% if panels %}
from extras.ui.panels import CustomFieldsPanel, ImageAttachmentsPanel, TagsPanel
{% endif %}
from netbox.context import current_request
{% if modern %}
from netbox.object_actions import (
    AddObject,
    BulkDelete,
    BulkEdit,
    BulkExport,
    BulkImport,
    BulkRename,
    CloneObject,
    DeleteObject,
    EditObject,
)
{% endif %}
{% if panels %}
from netbox.ui import actions, layout
{% if plugin.netbox.since('4.7') %}
from netbox.ui.breadcrumbs import Breadcrumb, filtered_list_url
{% endif %}
from netbox.ui.panels import CommentsPanel, JSONPanel, ObjectsTablePanel, RelatedObjectsPanel
{% endif %}
from netbox.views import generic
from utilities.forms import ConfirmationForm
from utilities.permissions import get_permission_for_model
from utilities.views import GetRelatedModelsMixin, GetReturnURLMixin, ViewTab, register_model_view
{% for line in code.views.core_imports(plugin) %}
{{ line }}
{% endfor %}

{% if plugin.models %}
from . import filtersets, forms, tables
{% endif %}
{% for field in plugin.choice_sets %}
from .choices import {{ field.class_name }}
{% endfor %}
{% for model in plugin.models %}
from .models import {{ model.name }}
{% if modern %}
{% for action in model.actions %}
from .object_actions import {{ code.views.action_class(action, model) }}
{% endfor %}
{% endif %}
{% endfor %}
{% if panels and plugin.models %}
from .ui import panels
{% endif %}

{% if both and plugin.models and code.views.list_actions(plugin.models[0], plugin) %}
try:
    from netbox.object_actions import {{ code.views.action_imports(plugin) | join(', ') }}
except ImportError:
    # NetBox 4.3: names of actions, and the permissions they need
    LIST_ACTIONS = {{ code.views.list_mapping(plugin) }}
{% if plugin.tabs and code.views.child_actions(plugin) %}
    CHILD_ACTIONS = {{ code.views.child_mapping(plugin) or '{}' }}
{% endif %}
else:
    LIST_ACTIONS = ({{ code.views.list_actions(plugin.models[0], plugin) | join(', ') }},)
{% if plugin.tabs and code.views.child_actions(plugin) %}
    CHILD_ACTIONS = ({{ code.views.child_actions(plugin) | join(', ') }},)
{% endif %}
{% endif %}

{% if plugin.tabs %}

def get_tab_badge(model, field):
    """
    Return a function that counts the objects which lead to a given one through a field, as far as the current user
    may view them.
    """
    def badge(instance):
        user = current_request.get().user
        return model.objects.restrict(user, 'view').filter(**{field: instance}).count()

    return badge

{% endif %}
{% if features.home_page %}

#
# Home page
#

class HomeView(LoginRequiredMixin, View):
    template_name = '{{ plugin.package }}/home.html'

    def get(self, request):
{% if plugin.models %}
        groups = (
{% for label, members in code.pages.home_models(plugin) %}
            (_({{ label | repr }}), ({% for model in members %}{{ model.name }}, {% endfor %})),
{% endfor %}
        )
        return render(request, self.template_name, {
            'groups': [
                (label, self.get_counts(request.user, models)) for label, models in groups
            ],
        })

    @staticmethod
    def get_counts(user, models):
        """
        Return the models that a user may view, and how many of their objects.
        """
        return [
            (model, model.objects.restrict(user, 'view').count())
            for model in models
            if user.has_perm(get_permission_for_model(model, 'view'))
        ]
{% else %}
        return render(request, self.template_name)
{% endif %}

{% endif %}
{% for model in plugin.models %}
{% set fields, data, texts = code.pages.parts(model) %}
{% set related = code.pages.related(model, plugin) %}
{% set ancestors = model.base == 'nested' %}

#
# {{ code.targets.title(model.verbose_name_plural) }}
#


@register_model_view({{ model.name }}, 'list', path='', detail=False)
class {{ model.name }}ListView(generic.ObjectListView):
    queryset = {{ model.name }}.objects.all()
    filterset = filtersets.{{ model.name }}FilterSet
{% if features.filter_forms %}
    filterset_form = forms.{{ model.name }}FilterForm
{% endif %}
    table = tables.{{ model.name }}Table
{% if both and code.views.list_actions(model, plugin) %}
    actions = LIST_ACTIONS
{% elif modern and code.views.list_actions(model, plugin) %}
    actions = ({{ code.views.list_actions(model, plugin) | join(', ') }},)
{% elif not modern and not both and code.views.list_mapping(plugin) | length < 5 %}
    actions = {{ code.views.list_mapping(plugin) }}
{% endif %}


@register_model_view({{ model.name }})
class {{ model.name }}View({{ 'GetRelatedModelsMixin, ' if related }}generic.ObjectView):
    queryset = {{ model.name }}.objects.all()
{% if panels %}
{% if not ancestors or plugin.netbox.since('4.7') %}
    template_name = 'generic/object.html'
{% endif %}
    layout = layout.SimpleLayout(
{% if ancestors and plugin.netbox.since('4.7') %}
        breadcrumbs=[
            Breadcrumb(
                lambda instance: instance.get_ancestors(),
                url=filtered_list_url('plugins:{{ plugin.package }}:{{ model.lower }}_list', 'parent_id'),
            ),
        ],
{% endif %}
        left_panels=[
            panels.{{ model.name }}Panel(),
            CustomFieldsPanel(),
            TagsPanel(),
        ],
        right_panels=[
{% if related %}
            RelatedObjectsPanel(),
{% endif %}
{% for field in data %}
            JSONPanel('{{ field.name }}', title=_({{ field.Label | repr }})),
{% endfor %}
{% for field in texts %}
            CommentsPanel({% if field.name != 'comments' %}'{{ field.name }}', title=_({{ field.Label | repr }}){% endif %}),
{% endfor %}
{% if model.images %}
            ImageAttachmentsPanel(),
{% endif %}
        ],
{% for other, field in code.pages.children(model, plugin) %}
{{ '        bottom_panels=[' if loop.first }}
            ObjectsTablePanel(
                '{{ plugin.package }}.{{ other.lower }}',
                filters={'{{ code.filters.filter_name(field, other) }}': lambda context: context['object'].pk},
                title=_({{ code.pages.children_title(other, field, model, plugin) | repr }}),
                exclude_columns=['{{ field.name }}'],
                actions=[
                    actions.AddObject(
                        '{{ plugin.package }}.{{ other.lower }}',
                        url_params={'{{ field.name }}': lambda context: context['object'].pk},
                        label=_({{ ('Add ' ~ code.targets.title(other.verbose_name)) | repr }}),
                    ),
                ],
            ),
{{ '        ],' if loop.last }}
{% endfor %}
    )
{% endif %}
{% if modern and model.actions %}
    actions = ({% for action in model.actions %}{{ code.views.action_class(action, model) }}, {% endfor %}CloneObject, EditObject, DeleteObject)
{% endif %}
{% if related or (model.actions and not modern) %}

    def get_extra_context(self, request, instance):
{% if related and ancestors %}
        descendants = instance.get_descendants(include_self=True)

{% endif %}
        return {
{% if related %}
            'related_models': self.get_related_models(request, {{ 'descendants' if ancestors else 'instance' }}),
{% endif %}
{% if not modern %}
{% for action in model.actions %}
            'can_{{ action.name }}': request.user.has_perm('{{ plugin.package }}.{{ action.name }}_{{ model.lower }}', instance),
{% endfor %}
{% endif %}
        }
{% endif %}
{% for action in model.actions %}


@register_model_view({{ model.name }}, '{{ action.name }}')
class {{ code.views.action_view(action, model) }}(GetReturnURLMixin, generic.ObjectView):
    """
    Ask for confirmation, then do it.
    """
    queryset = {{ model.name }}.objects.all()
    template_name = '{{ plugin.package }}/action.html'

    def get_required_permission(self):
        return get_permission_for_model(self.queryset.model, '{{ action.name }}')

    def get_extra_context(self, request, instance):
        return {
            'action': _({{ action.label | repr }}),
            'form': ConfirmationForm(initial=request.GET),
            'return_url': self.get_return_url(request, instance),
        }

    def post(self, request, **kwargs):
        instance = self.get_object(**kwargs)
        form = ConfirmationForm(request.POST)
        if form.is_valid():
            try:
                self.perform(instance)
            except ValidationError as error:
                messages.error(request, ' '.join(error.messages))
            else:
                messages.success(request, _({{ (action.label ~ ': done for {object}.') | repr }}).format(object=instance))
        return redirect(self.get_return_url(request, instance))

    @staticmethod
    def perform(instance):
        instance.snapshot()
{% for statement in code.views.action_assignments(action, model) %}
        {{ statement }}
{% else %}
        # What the action does to the object belongs here.
{% endfor %}
{% if plugin.netbox.reaches('4.4') %}
        instance._changelog_message = str(_({{ action.label | repr }}))
{% endif %}
        instance.full_clean()
        instance.save()
{% endfor %}


@register_model_view({{ model.name }}, 'add', detail=False)
@register_model_view({{ model.name }}, 'edit')
class {{ model.name }}EditView(generic.ObjectEditView):
    queryset = {{ model.name }}.objects.all()
    form = forms.{{ model.name }}Form


@register_model_view({{ model.name }}, 'delete')
class {{ model.name }}DeleteView(generic.ObjectDeleteView):
    queryset = {{ model.name }}.objects.all()
{% if features.bulk_import %}


@register_model_view({{ model.name }}, 'bulk_import', path='import', detail=False)
class {{ model.name }}BulkImportView(generic.BulkImportView):
    queryset = {{ model.name }}.objects.all()
    model_form = forms.{{ model.name }}ImportForm
{% endif %}
{% if features.bulk_edit %}


@register_model_view({{ model.name }}, 'bulk_edit', path='edit', detail=False)
class {{ model.name }}BulkEditView(generic.BulkEditView):
    queryset = {{ model.name }}.objects.all()
    filterset = filtersets.{{ model.name }}FilterSet
    table = tables.{{ model.name }}Table
    form = forms.{{ model.name }}BulkEditForm
{% endif %}
{% if code.views.rename_field(model, plugin) %}


@register_model_view({{ model.name }}, 'bulk_rename', path='rename', detail=False)
class {{ model.name }}BulkRenameView(generic.BulkRenameView):
    queryset = {{ model.name }}.objects.all()
    filterset = filtersets.{{ model.name }}FilterSet
{% if code.views.rename_field(model, plugin) != 'name' %}
    field_name = '{{ code.views.rename_field(model, plugin) }}'
{% endif %}
{% endif %}
{% if features.bulk_delete %}


@register_model_view({{ model.name }}, 'bulk_delete', path='delete', detail=False)
class {{ model.name }}BulkDeleteView(generic.BulkDeleteView):
    queryset = {{ model.name }}.objects.all()
    filterset = filtersets.{{ model.name }}FilterSet
    table = tables.{{ model.name }}Table
{% endif %}

{% endfor %}
{% if plugin.tabs %}

#
# Tabs
#

{% endif %}
{% for tab in plugin.tabs %}
{% set target = code.targets.class_name(tab.to, plugin) %}
@register_model_view({{ target }}, '{{ code.views.tab_name(tab, plugin) }}', path='{{ code.views.tab_path(tab, plugin) }}')
class {{ code.views.tab_class(tab, plugin) }}(generic.ObjectChildrenView):
    queryset = {{ target }}.objects.all()
    child_model = {{ tab.model.name }}
    table = tables.{{ tab.model.name }}Table
    filterset = filtersets.{{ tab.model.name }}FilterSet
{% if code.views.child_actions(plugin) %}
{% if both %}
    actions = CHILD_ACTIONS
{% elif modern %}
    actions = ({{ code.views.child_actions(plugin) | join(', ') }},)
{% else %}
    actions = {{ code.views.child_mapping(plugin) or '{}' }}
{% endif %}
{% endif %}
    tab = ViewTab(
        label=_({{ code.views.tab_label(tab, plugin) | repr }}),
        badge=get_tab_badge({{ tab.model.name }}, '{{ tab.field.name }}'),
        permission='{{ plugin.package }}.view_{{ tab.model.lower }}',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter({{ tab.field.name }}=parent)


{% endfor %}
{% endif %}
