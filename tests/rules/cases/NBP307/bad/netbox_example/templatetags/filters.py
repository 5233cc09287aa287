# expect: NBP307
