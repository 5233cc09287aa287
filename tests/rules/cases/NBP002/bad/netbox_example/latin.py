# expect-below: NBP002
NAME = "Gerät"
