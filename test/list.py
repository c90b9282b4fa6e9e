#!/usr/bin/env python3
"""Lists the tests there are, for meson.build: a line each of suite, name and path below test/.

Adding a file adds a test: every C file in unit/, and in every folder named here every script that begins with #!."""
import os

SCRIPTS = ["style", "cli", "golden", "model", "web", "corpus", "fuzz"]
HERE = os.path.dirname(os.path.abspath(__file__))


def names(folder, ends):
    path = os.path.join(HERE, folder)
    return sorted(n for n in os.listdir(path) if n.endswith(ends)) if os.path.isdir(path) else []


def is_script(path):
    with open(os.path.join(HERE, path), "rb") as f:
        return f.read(2) == b"#!"


for name in names("unit", ".c"):
    print("unit", name[:-2], "unit/" + name)
for suite in SCRIPTS:
    for name in names(suite, (".py", ".sh")):
        if is_script(suite + "/" + name):
            print(suite, name.split(".")[0], suite + "/" + name)
