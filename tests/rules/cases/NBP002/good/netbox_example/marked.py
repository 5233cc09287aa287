NAME = "Gerät"
