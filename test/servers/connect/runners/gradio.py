"""Runs a Gradio script, and launches its interface when the script only defines it: gradio.py <module or file[:object]>."""

import os
import runpy
import sys

name, _, attribute = sys.argv[1].partition(":")
path = name if name.endswith(".py") else name.replace(".", "/") + ".py"
# The folder of this file would hide the package of the same name.
sys.path[0] = os.path.dirname(os.path.abspath(path))
names = runpy.run_path(path, run_name="__main__")
for candidate in (attribute, "demo", "app", "iface"):
    if candidate in names:
        names[candidate].launch()
        break
else:
    sys.exit(f"{path} defines no interface named {attribute or 'demo, app or iface'}")
