"""What views do that get private keys, session keys and secrets, or show them."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.debug import SafeExceptionReporterFilter

from .vault import Session

__all__ = (
    'ConfidentialMixin',
    'Shown',
    'delete_session_cookie',
    'get_session',
    'set_session_cookie',
)

COOKIE = 'netbox_kit_secrets_session_key'
HEADER = 'HTTP_X_SESSION_KEY'


@dataclass(frozen=True)
class Shown:
    """
    A text for a template to show, and for nothing else.

    Django's templates write their whole context into the log (at level DEBUG) where they look for a name that is not in it,
    and NetBox's look for many that need not be.
    """

    text: str = field(repr=False)

    def __str__(self):
        return self.text


class ConfidentialReporterFilter(SafeExceptionReporterFilter):
    """
    Show no variables in Django's error reports and debug pages, and nothing that has been posted.

    Django's own filter hides what is marked as sensitive, and not where DEBUG is set. But NetBox, Django and the REST
    framework hold a secret in variables of their own, where nobody can mark it.
    """

    def get_post_parameters(self, request):
        return {}

    def get_traceback_frame_variables(self, request, tb_frame):
        return [(name, self.cleansed_substitute) for name in tb_frame.f_locals]


class ConfidentialMixin:
    """
    For views of NetBox and of the REST framework alike: both have dispatch().
    """

    def dispatch(self, request, *args, **kwargs):
        request.exception_reporter_filter = ConfidentialReporterFilter()
        # NetBox copies requests, with headers and cookies, into the queue for scripts that event rules run.
        cookie, header = request.COOKIES.pop(COOKIE, None), request.META.pop(HEADER, None)
        request.META.pop('HTTP_COOKIE', None)
        request.secrets_session_key = header or cookie
        try:
            response = super().dispatch(request, *args, **kwargs)
        finally:
            # ... and with what was posted. The queue is filled after the view.
            request.POST = QueryDict()
            request.FILES.clear()
        add_never_cache_headers(response)
        return response


def get_session(request):
    return Session(user=request.user, key=request.secrets_session_key)


def set_session_cookie(request, response, key, expires):
    response.set_cookie(
        COOKIE,
        key,
        expires=expires,
        path=_cookie_path(),
        secure=request.is_secure() or settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite='Strict',
    )


def delete_session_cookie(response):
    response.delete_cookie(COOKIE, path=_cookie_path(), samesite='Strict')


def _cookie_path():
    # Browsers send it to the pages of the plugin only.
    return reverse('plugins:netbox_kit_secrets:unlock').removesuffix('unlock/')
