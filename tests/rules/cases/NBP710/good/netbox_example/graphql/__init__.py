from .schema import schema
