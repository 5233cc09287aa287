from .apps import ExampleConfig

config = ExampleConfig
