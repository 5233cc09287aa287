from netbox.registry import registry

registry["search"].pop("netbox_example.probe", None)
found = registry["views"]["dcim"]
names = list(registry["widgets"])
names.remove("x")
