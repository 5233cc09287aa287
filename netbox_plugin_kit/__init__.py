"""netbox-plugin-kit: generate, test, lint, certify and ship NetBox plugins.

The kit never imports NetBox or a plugin: what has to happen inside NetBox lives in `inside/` and runs there.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
