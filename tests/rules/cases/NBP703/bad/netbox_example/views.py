import netbox_example.helper  # expect: NBP703


def view(request):
    from netbox_example.api.parts import answer  # expect: NBP703

    return answer(request)
