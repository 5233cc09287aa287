from django.conf import settings

settings.PLUGINS_CONFIG["netbox_example"]["seen"] = True
own = settings.PLUGINS_CONFIG.get("netbox_example", {})
other = dict(settings.PLUGINS_CONFIG["netbox_other"])
other["enabled"] = False
