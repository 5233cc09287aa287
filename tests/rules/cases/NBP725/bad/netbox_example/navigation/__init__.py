# expect-file: NBP725
