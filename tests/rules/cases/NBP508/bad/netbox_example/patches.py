from netbox.registry import registry

registry["plugins"]["template_extensions"]["dcim.site"].append(None)  # expect: NBP508
registry["views"]["netbox_example"] = {}  # expect: NBP508
registry["event_types"].setdefault("example", None)  # expect: NBP508
