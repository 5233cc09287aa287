# expect-below: NBP004
X = 1  # npk: ignore[NBP401] was needed once
