# expect-below: NBP005
X = 1  # npk: ignore[NBP999] no such rule
