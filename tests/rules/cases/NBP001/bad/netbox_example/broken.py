X = 1
def broken(:  # expect: NBP001
    pass
