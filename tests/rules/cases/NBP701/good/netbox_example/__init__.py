from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = "Example"
    description = "An example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"

    def ready(self):
        """Get ready, then connect the signals."""
        self._once()
        from . import signals  # noqa: F401

    def _once(self):
        if not getattr(self, "_done", False):
            self._done = True
            super().ready()


config = ExampleConfig
