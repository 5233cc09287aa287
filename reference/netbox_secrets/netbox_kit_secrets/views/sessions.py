"""Pages that are about no object: keys are generated, secrets unlocked and locked again."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.generic import View
from netbox.plugins import get_plugin_config
from utilities.views import ContentTypePermissionRequiredMixin, GetReturnURLMixin

from .. import crypto, vault
from ..confidential import ConfidentialMixin, Shown, delete_session_cookie, get_session, set_session_cookie
from ..exceptions import VaultError
from ..forms import UnlockForm
from ..models import UserKey

__all__ = (
    'KeyPairView',
    'LockView',
    'UnlockView',
)


class KeyPairView(ConfidentialMixin, ContentTypePermissionRequiredMixin, View):
    """
    Generate a key pair, and show it once.
    """

    template_name = 'netbox_kit_secrets/key_pair.html'

    def get_required_permission(self):
        return 'netbox_kit_secrets.add_userkey'

    def get(self, request):
        return render(request, self.template_name)

    def post(self, request):
        private_key, public_key = crypto.generate_key_pair(get_plugin_config('netbox_kit_secrets', 'key_size'))
        return render(request, self.template_name, {'private_key': Shown(private_key), 'public_key': public_key})


class UnlockView(ConfidentialMixin, LoginRequiredMixin, GetReturnURLMixin, View):
    """
    Start a session with one's private key.
    """

    template_name = 'netbox_kit_secrets/unlock.html'
    default_return_url = 'plugins:netbox_kit_secrets:secret_list'

    def get(self, request):
        if not UserKey.objects.active().filter(user_id=request.user.pk).exists():
            messages.warning(request, _('You have no active user key.'))
            return redirect('plugins:netbox_kit_secrets:userkey_list')
        return self.render(request, UnlockForm())

    def post(self, request):
        form = UnlockForm(request.POST)
        if form.is_valid():
            try:
                key, expires = vault.unlock(request.user, form.cleaned_data['private_key'])
            except VaultError as error:
                # Not with what was entered: the page would have the private key in it.
                form = UnlockForm()
                messages.error(request, str(error))
            else:
                messages.success(request, _('Secrets are unlocked.'))
                response = redirect(self.get_return_url(request))
                set_session_cookie(request, response, key, expires)
                return response
        return self.render(request, form)

    def render(self, request, form):
        return render(
            request,
            self.template_name,
            {'form': form, 'return_url': self.get_return_url(request), 'is_open': get_session(request).is_open()},
        )


class LockView(ConfidentialMixin, LoginRequiredMixin, View):
    """
    End a session.
    """

    http_method_names = ['post']

    def post(self, request):
        vault.lock(get_session(request))
        messages.success(request, _('Secrets are locked.'))
        response = redirect('plugins:netbox_kit_secrets:unlock')
        delete_session_cookie(response)
        return response
