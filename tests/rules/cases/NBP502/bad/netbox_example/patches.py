from netbox.registry import registry

views = registry["views"]
registry["search"].pop("dcim.site")  # expect: NBP502
del registry["widgets"]["extras.NoteWidget"]  # expect: NBP502
views["dcim"]["site"].clear()  # expect: NBP502
dict.__delitem__(registry, "search")  # expect: NBP502
dict.pop(registry["views"], "dcim")  # expect: NBP502
