from netbox.registry import registry

installed = registry["plugins"]["installed"]
known = dict(registry["event_types"])
known["example"] = None
