"""What runs inside NetBox's own process, in NetBox's own Python.

This package is copied beside the plugin and started there, so it imports the standard library and Django only, nothing
of the rest of the kit, and runs on every Python that a supported NetBox runs on (3.10 and later).

One process boots NetBox once; every check is asked in a fork of it, so that a plugin that hangs, exits or eats memory
takes down one answer and not the others.
"""
