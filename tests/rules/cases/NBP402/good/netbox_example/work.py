import os

from netbox.settings_utils import ensure_path

os.environ["EXAMPLE_HOME"] = "x"
home = os.environ.get("NETBOX_CONFIGURATION")
ensure_path("x")
