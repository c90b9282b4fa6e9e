#!/usr/bin/env python3
"""A function that other files see carries the name of its file, and stands in a header.

The name starts with the stem of the file (tree_build in tree.c), or with the folder's name where the stem stands in two
folders or the folder's own header declares it (write_report in write/write.h); with hearsay_ in src/hearsay.c, and
what is public in its companions too. The words of a vocabulary (WORDS in case/words.h) carry the vocabulary's name."""
import os
import re

import source
import tap

HEADERS = {path: source.bare(source.text(path)) for path in source.c_files("src", "include") if path.endswith(".h")}
VOCABULARIES = {v for c in HEADERS.values() for v in re.findall(r"^WORDS\((\w+),", c, re.M)}
WORDS = {path: set(re.findall(r"\w+", text)) for path, text in HEADERS.items()}
EVERY = set().union(*WORDS.values())
STEMS = [os.path.basename(p)[:-2] for p in source.c_files("src") if p.endswith(".c")]


def starts(name, prefix):
    return name == prefix or name.startswith(prefix + "_")


def well_named(path, name):
    folder, stem = os.path.basename(os.path.dirname(path)), os.path.basename(path)[:-2]
    if path == "src/hearsay.c" or (folder == "src" and starts(name, "hearsay")):
        return name.startswith("hearsay_")
    if starts(name, stem) or any(starts(name, v) for v in VOCABULARIES):
        return True
    own = "src/%s/%s.h" % (folder, folder)
    return starts(name, folder) and (STEMS.count(stem) > 1 or name in WORDS.get(own, ()))


def main():
    found = list(source.symbols())
    tap.ok(found, "the build's objects are at hand", "nothing below %s" % tap.BUILD)
    source.report(["%s: %s" % s for s in found if not well_named(*s)], "what others see is named after its file")
    source.report(["%s: %s" % (path, name) for path, name in found
                   if name not in EVERY and not any(starts(name, v) for v in VOCABULARIES)],
                  "what others see stands in a header; else it is static")
    tap.done()


main()
