from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators import csrf
from django.views.decorators.csrf import csrf_exempt
from netbox.views import generic


@csrf_exempt  # expect: NBP806
def start(request):
    return HttpResponse()


@method_decorator(csrf_exempt, name="dispatch")  # expect: NBP806
class StartView(generic.ObjectView):
    pass


STOP = csrf.csrf_exempt(start)  # expect: NBP806
