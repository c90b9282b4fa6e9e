#!/usr/bin/env python3
"""late.py CALLS HEADER [VERSION]: from a list of libraries and functions of theirs, a header by which one C file calls
them without being linked to them: they are loaded when they are needed first, so that nothing else pays for them.

CALLS has a library a line, at its beginning, and below it, indented, the functions; '@' stands for VERSION."""
import sys


def read(path, version):
    libraries = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            words = line.split("#")[0].replace("@", version).split()
            if not words:
                continue
            if not line[0].isspace():
                libraries.append((words[0], []))
            else:
                libraries[-1][1].extend(words)
    return libraries


def main():
    source, header = sys.argv[1:3]
    libraries = read(source, "".join(sys.argv[3:]))
    calls = [call for _, functions in libraries for call in functions]
    out = ["// Made by tools/late.py.", '#include "base/late.h"', "", "static struct {"]
    out += ["\t__typeof__(&%s) %s;" % (call, call) for call in calls]
    out += ["} late;", "", "static const struct late_name late_names[] = {"]
    for library, functions in libraries:
        out += ['\t{ "%s", NULL, NULL },' % library]
        out += ['\t{ NULL, "%s", &late.%s },' % (call, call) for call in functions]
    out += ["};", "static struct late late_all = { late_names, sizeof late_names / sizeof *late_names, 0 };", ""]
    out += ["#define %s late.%s" % (call, call) for call in calls]
    with open(header, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


main()
