from django.conf import settings

settings.MIGRATION_MODULES["dcim"] = "netbox_example.dcim_migrations"  # expect: NBP103
