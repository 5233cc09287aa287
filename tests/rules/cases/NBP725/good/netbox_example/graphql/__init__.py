from .schema import *
