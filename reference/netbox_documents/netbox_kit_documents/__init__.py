from netbox.plugins import PluginConfig

from .configuration import SUBJECTS, check_kinds, check_settings

__version__ = '0.1.0'


class KitDocumentsConfig(PluginConfig):
    name = 'netbox_kit_documents'
    verbose_name = 'Documents'
    description = 'Files and links kept with the objects that they are about.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-documents'
    min_version = '4.5.0'
    max_version = '4.7.99'
    default_settings = {
        'models': dict.fromkeys(SUBJECTS, 'right_page'),
        'allowed_kinds': {},
        # No svg, html or xml: browsers would run the scripts in them, with the rights of whoever looks at the file.
        'allowed_extensions': (
            'pdf txt md csv png jpg jpeg gif webp doc docx xls xlsx ppt pptx odt ods odp vsdx dwg dxf zip'.split()
        ),
        'max_size': 25 * 1024 * 1024,
    }

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)

    def ready(self):
        super().ready()

        from netbox.plugins import get_plugin_config

        from . import signals  # noqa: F401
        from .choices import DocumentKindChoices

        check_kinds(get_plugin_config(self.name, 'allowed_kinds'), DocumentKindChoices.values())


config = KitDocumentsConfig
