from netbox.plugins import get_plugin_config

LIMIT = get_plugin_config("netbox_example", "limit")  # expect: NBP706
