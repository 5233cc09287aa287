globals()["made"] = []
