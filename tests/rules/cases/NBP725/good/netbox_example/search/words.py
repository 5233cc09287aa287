words = ("a", "b")
