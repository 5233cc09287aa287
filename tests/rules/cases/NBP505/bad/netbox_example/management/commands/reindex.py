# expect: NBP505
