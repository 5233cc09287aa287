from django.contrib.auth import get_user_model
from netbox.authentication import RemoteUserBackend


class Backend(RemoteUserBackend):
    pass


Backend.create_unknown_user = False
user = get_user_model()(username="x")
user.first_name = "X"
