#!/usr/bin/env python3
"""Every header compiles alone, opens with what it is about, and is guarded by FOLDER_FILE_H."""
import os
import re
import subprocess

import source
import tap

CC = os.environ.get("CC", "cc")
FLAGS = ["-std=gnu11", "-D_GNU_SOURCE", "-fsyntax-only", "-Wall", "-Werror", "-x", "c", "-Isrc", "-Iinclude", "-I."]


def guard_of(path):
    inside = path.split("/", 1)[1] if path.startswith("src/") else path
    return re.sub(r"\W", "_", "hearsay.h" if path == "include/hearsay.h" else inside).upper()


def guarded(path):
    text, guard = source.text(path), guard_of(path)
    return "#ifndef %s\n#define %s\n" % (guard, guard) in text and text.rstrip().endswith("#endif")


def alone(path):
    """What the compiler says of a file that holds nothing but this header, twice."""
    p = subprocess.run([CC, *FLAGS, "-"], input='#include "%s"\n' % path * 2, text=True, capture_output=True,
                       cwd=tap.ROOT, check=False)
    return p.stderr


def main():
    headers = [p for p in source.c_files("src", "include", "test") if p.endswith(".h")]
    source.report([p for p in headers if not guarded(p)], "a header is guarded by FOLDER_FILE_H")
    source.report([p for p in headers if not source.text(p).startswith(("//", "/*"))], "a header opens with its idea")
    said = {p: alone(os.path.join(tap.ROOT, p)) for p in headers}
    source.report(["%s\n%s" % (p, said[p]) for p in headers if said[p]], "a header compiles alone")
    tap.done()


main()
