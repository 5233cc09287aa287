"""Refuse, before anything is written, what would not become a working plugin."""

import sys


FOUND = []
if FOUND:
    sys.exit("\n".join(str(problem) for problem in FOUND))
