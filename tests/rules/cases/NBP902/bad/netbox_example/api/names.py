# expect-file: NBP902
NAME = "example"
