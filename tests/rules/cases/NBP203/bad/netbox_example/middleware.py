from django.urls import set_urlconf


class Rerouting:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.urlconf = "netbox_example.all_urls"  # expect: NBP203
        request.path_info = "/plugins/example/"  # expect: NBP203
        setattr(request, "urlconf", None)  # expect: NBP203
        set_urlconf("netbox_example.all_urls")  # expect: NBP203
        return self.get_response(request)
