LINK = "plugins:netbox_example:list"
