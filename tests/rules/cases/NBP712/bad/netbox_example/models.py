class Asset:
    pass
