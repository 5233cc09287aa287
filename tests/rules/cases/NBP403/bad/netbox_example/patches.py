from django.conf import settings

OTHER = "netbox_other"
settings.PLUGINS_CONFIG["netbox_other"]["enabled"] = False  # expect: NBP403
settings.PLUGINS_CONFIG[OTHER].pop("enabled")  # expect: NBP403
settings.PLUGINS_CONFIG.update({"netbox_third": {}})  # expect: NBP403
settings.PLUGINS_CONFIG.clear()  # expect: NBP403
