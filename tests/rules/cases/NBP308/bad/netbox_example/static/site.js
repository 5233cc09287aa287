// expect-file: NBP308
