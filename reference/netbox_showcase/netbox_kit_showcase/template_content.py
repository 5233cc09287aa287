from django.utils.http import urlencode
from netbox.plugins import PluginTemplateExtension

from .models import Exhibit, Loan

__all__ = ('template_extensions',)

# How many objects are listed on another object's page
PANEL_SIZE = 10


class SiteExhibitContent(PluginTemplateExtension):
    models = ['dcim.site']

    def get_objects(self):
        """
        Return what leads to the object shown, as far as the user may view it.
        """
        user = self.context['request'].user
        return Exhibit.objects.restrict(user, 'view').filter(site=self.context['object'])

    def get_add_params(self):
        """
        Return the part of a URL that fills in the object shown.
        """
        return urlencode(
            {
                'site': self.context['object'].pk,
                'return_url': self.context['object'].get_absolute_url(),
            }
        )

    def render_panel(self):
        user = self.context['request'].user
        if not user.has_perm('netbox_kit_showcase.view_exhibit'):
            return ''
        objects = self.get_objects()
        return self.render(
            'netbox_kit_showcase/inc/exhibit_panel.html',
            {
                'objects': objects[:PANEL_SIZE],
                'count': objects.count(),
                'add_params': self.get_add_params(),
                'list_params': urlencode(
                    {
                        'site_id': self.context['object'].pk,
                    }
                ),
            },
        )

    def right_page(self):
        return self.render_panel()

    def buttons(self):
        if not self.context['request'].user.has_perm('netbox_kit_showcase.add_exhibit'):
            return ''
        return self.render(
            'netbox_kit_showcase/inc/exhibit_add_button.html',
            {
                'add_params': self.get_add_params(),
            },
        )


class TenantLoanContent(PluginTemplateExtension):
    models = ['tenancy.tenant']

    def get_objects(self):
        """
        Return what leads to the object shown, as far as the user may view it.
        """
        user = self.context['request'].user
        return Loan.objects.restrict(user, 'view').filter(lender=self.context['object'])

    def get_add_params(self):
        """
        Return the part of a URL that fills in the object shown.
        """
        return urlencode(
            {
                'lender': self.context['object'].pk,
                'return_url': self.context['object'].get_absolute_url(),
            }
        )

    def render_panel(self):
        user = self.context['request'].user
        if not user.has_perm('netbox_kit_showcase.view_loan'):
            return ''
        objects = self.get_objects()
        return self.render(
            'netbox_kit_showcase/inc/loan_panel.html',
            {
                'objects': objects[:PANEL_SIZE],
                'count': objects.count(),
                'add_params': self.get_add_params(),
                'list_params': urlencode(
                    {
                        'lender_id': self.context['object'].pk,
                    }
                ),
            },
        )

    def left_page(self):
        return self.render_panel()


class PageContent(PluginTemplateExtension):
    def navbar(self):
        if not self.context['request'].user.is_authenticated:
            return ''
        return self.render('netbox_kit_showcase/inc/navbar.html')

    def alerts(self):
        # What is returned here appears on the page.
        return ''

    def head(self):
        return self.render('netbox_kit_showcase/inc/head.html')


template_extensions = (
    SiteExhibitContent,
    TenantLoanContent,
    PageContent,
)
