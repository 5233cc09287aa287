from django.http import HttpResponse
from django.shortcuts import redirect


class ClosingMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/dcim/"):  # expect: NBP205
            return HttpResponse("closed")
        if request.path == "/login/" and request.method == "GET":  # expect: NBP205
            return redirect("/plugins/example/")
        return self.get_response(request)
