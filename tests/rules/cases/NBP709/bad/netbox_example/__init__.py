from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = "Example"
    description = "An example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"

    middleware = "netbox_example.middleware.Answer"  # expect: NBP709
    queues = ("default",)  # expect: NBP709
    events_pipeline = "netbox_example.events.process"  # expect: NBP709
    django_apps = ("example_extras",)  # expect: NBP709
    required_settings = "url"  # expect: NBP709
    default_settings = [("limit", 10)]  # expect: NBP709


config = ExampleConfig
