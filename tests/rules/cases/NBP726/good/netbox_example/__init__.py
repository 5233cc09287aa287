from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = "Example"
    description = "An example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"

    @classmethod
    def validate(cls, user_config, netbox_version):
        cls._prepare(user_config)
        super().validate(user_config, netbox_version)

    @classmethod
    def _prepare(cls, user_config):
        user_config.setdefault("limit", 0)


config = ExampleConfig
