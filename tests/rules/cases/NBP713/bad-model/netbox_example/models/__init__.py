from .assets import Asset
