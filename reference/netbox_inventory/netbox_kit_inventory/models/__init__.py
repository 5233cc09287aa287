from .assets import *
from .items import *
from .purchases import *
