from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect  # noqa: F401 - for others


@csrf_protect
def start(request):
    """Never csrf_exempt: users start probes here."""
    return HttpResponse("" if start.csrf_exempt else "protected")
