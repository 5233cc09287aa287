class Counting:
    def __init__(self, get_response):
        self.get_response = get_response
        self.urlconf = None

    def __call__(self, request):
        request.example_seen = request.path_info
        return self.get_response(request)
