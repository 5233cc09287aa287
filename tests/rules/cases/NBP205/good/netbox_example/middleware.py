from django.http import HttpResponse


class TimingMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/plugins/example/closed/"):
            return HttpResponse("closed")
        return self.get_response(request)


class Quiet:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith("/dcim/"):
            response["X-Example"] = "core"
        return response
