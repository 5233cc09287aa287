from netbox.plugins import PluginConfig

__version__ = '0.1.0'


class KitDataFlowsConfig(PluginConfig):
    name = 'netbox_kit_data_flows'
    verbose_name = 'Data flows'
    description = 'Which applications talk to each other, and which addresses they do it from and to.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-data-flows'
    min_version = '4.5.0'
    max_version = '4.7.99'


config = KitDataFlowsConfig
