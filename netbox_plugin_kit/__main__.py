"""`python -m netbox_plugin_kit` is `npk`."""

from netbox_plugin_kit.cli import main

if __name__ == "__main__":
    main()
