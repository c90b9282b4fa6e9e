#!/usr/bin/env python3
"""Writes the named character references as a sorted table in C: entities.py models/entities.tsv OUT.c (html_refs.h)."""
import sys


def rows(source):
    with open(source, encoding="ascii") as f:
        for line in f:
            if not line.startswith("#"):
                name, codes, *bare = line.rstrip("\n").split("\t")
                yield name, "".join(chr(int(c, 16)) for c in codes.split()).encode("utf-8"), bool(bare)


def main(source, target):
    table = sorted(rows(source))
    first = {}
    for at, row in enumerate(table):
        first.setdefault(row[0][0], at)
    with open(target, "w", encoding="ascii") as out:
        out.write('#include "read/html_refs.h"\n\n')
        out.write("const struct html_ref html_refs_table[] = {\n")
        for name, text, bare in table:
            chars = "".join("\\%03o" % b for b in text)
            out.write('\t{ "%s", "%s", %d, %d },\n' % (name, chars, len(text), bare))
        out.write("};\n\nconst uint16_t html_refs_first[128] = {\n")
        for code in range(128):
            out.write("\t%d,\n" % sum(row[0][0] < chr(code) for row in table))
        out.write("};\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
