from django import forms
from django.utils.translation import gettext_lazy as _

__all__ = ('PlaintextFormMixin',)


class PlaintextFormMixin(forms.Form):
    """
    Encrypt a value before the secret is saved. The view has given `session` to the secret.
    """

    plaintext = forms.CharField(
        label=_('Value'),
        help_text=_('A password, a key or any other text. It is stored encrypted.'),
        max_length=65535,
        strip=False,
        widget=forms.Textarea(
            attrs={'class': 'font-monospace', 'rows': 3, 'autocomplete': 'off', 'spellcheck': 'false'}
        ),
    )

    def clean_plaintext(self):
        # Browsers send other line ends than private keys and the like have.
        return self.cleaned_data['plaintext'].replace('\r\n', '\n')

    def save(self, *args, **kwargs):
        if plaintext := self.cleaned_data.get('plaintext'):
            self.instance.seal(plaintext, self.instance.session)
        return super().save(*args, **kwargs)
