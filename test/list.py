#!/usr/bin/env python3
"""Lists the tests there are, for meson.build: a line each of suite, name and path below test/.

Adding a file adds a test: every C file in unit/ and fuzz/; in the other folders every script that begins with
#! and every Markdown file with console blocks; and every page of the documentation. A C file in driver/ is no test, but
a program that scripts call."""
import os

FOLDERS = ["style", "cli", "golden", "model", "web", "corpus"]
HERE = os.path.dirname(os.path.abspath(__file__))


def names(folder, *ends):
    path = os.path.join(HERE, folder)
    return sorted(n for n in os.listdir(path) if n.endswith(ends)) if os.path.isdir(path) else []


def holds(path, mark):
    with open(os.path.join(HERE, path), encoding="utf-8", errors="replace") as f:
        text = f.read()
    return text.startswith(mark) or "\n" + mark in text


def main():
    for name in names("unit", ".c"):
        print("unit", name[:-2], "unit/" + name)
    for name in names("fuzz", ".c"):
        print("fuzz", name[:-2], "fuzz/" + name)
    for name in names("driver", ".c"):
        print("driver", name[:-2], "driver/" + name)
    for suite in FOLDERS:
        for name in names(suite, ".py", ".sh", ".md"):
            if holds(suite + "/" + name, "```console" if name.endswith(".md") else "#!"):
                print(suite, name.split(".")[0], suite + "/" + name)
    for folder in ("..", "../doc"):
        for name in names(folder, ".md"):
            if holds(folder + "/" + name, "```console"):
                print("doc", name[:-3], folder + "/" + name)


if __name__ == "__main__":
    main()
