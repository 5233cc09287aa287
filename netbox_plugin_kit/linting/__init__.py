"""The linter: reads a plugin's files, finds the facts that rules ask for, and reports what the rules say of them.

collecting  from a directory to modules, templates and the other files
flow        what names and expressions can stand for
changes     every way to change a thing in place, as one kind of fact
engine      hands every fact to the rules that asked for it
"""
