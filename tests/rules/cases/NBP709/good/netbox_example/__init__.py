from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = "Example"
    description = "An example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"

    middleware = ("netbox_example.middleware.Answer",)
    queues = ["default"]
    events_pipeline = ("netbox_example.events.process",)
    django_apps = list(("example_extras",))
    required_settings = ("url",)
    default_settings = dict(limit=10)


config = ExampleConfig
