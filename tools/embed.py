#!/usr/bin/env python3
"""Writes a file as a C string literal: embed.py IN OUT.c defines `const char embed_STEM[]` and its size,
`const size_t embed_STEM_size`.

String literals compile fast and, unlike .incbin, let the build see that the file changed."""
import os
import sys

ESCAPES = {ord("\n"): "\\n", ord('"'): '\\"', ord("\\"): "\\\\", ord("\t"): "\\t", ord("?"): "\\?"}


def literal(line):
    return '"' + "".join(ESCAPES.get(b) or (chr(b) if 32 <= b < 127 else "\\%03o" % b) for b in line) + '"'


def main(source, target):
    with open(source, "rb") as f:
        data = f.read()
    stem = os.path.basename(source).split(".")[0].replace("-", "_")
    with open(target, "w", encoding="ascii") as out:
        out.write("#include <stddef.h>\n")
        out.write("extern const char embed_%s[];\nextern const size_t embed_%s_size;\n" % (stem, stem))
        out.write("const size_t embed_%s_size = %d;\nconst char embed_%s[] =\n" % (stem, len(data), stem))
        for line in data.splitlines(keepends=True):
            out.write(literal(line) + "\n")
        out.write('"";\n')


if __name__ == "__main__":
    main(*sys.argv[1:])
