#!/usr/bin/env python3
"""A link between pages leads to a file that is there, and so does a path that a page names in backquotes."""
import os
import re

import source
import tap

LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:doc|src|test|example|include|models|tools|bench)/[\w./-]*\w)`")


def is_there(path):
    return os.path.exists(os.path.join(tap.ROOT, path))


def main():
    pages = [p for p in source.tracked() if p.endswith(".md") and not p.startswith("test/golden/")]
    for page in pages:
        text, folder = source.text(page), os.path.dirname(page)
        bad = [link for link in LINK.findall(text) if not is_there(os.path.join(folder, link))]
        bad += [path for path in PATH.findall(text) if not is_there(path)]
        tap.ok(not bad, "%s leads to what is there" % page, str(bad))
    tap.done()


main()
