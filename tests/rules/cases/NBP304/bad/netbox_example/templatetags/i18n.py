# expect: NBP304
