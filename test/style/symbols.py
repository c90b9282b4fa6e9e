#!/usr/bin/env python3
"""The shared library shows hearsay_* and nothing else, and everything that <hearsay.h> promises."""
import os
import re
import subprocess

import source
import tap


def main():
    library = os.path.join(tap.BUILD, "src", "libhearsay.so")
    nm = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=False)
    shown = [line.split()[-1].split("@")[0] for line in nm.stdout.splitlines()]
    tap.ok(shown, "the library shows something", nm.stderr)
    source.report([s for s in shown if not s.startswith("hearsay_")], "it shows hearsay_* only")
    promised = re.findall(r"^HEARSAY_API [^;]*?\b(hearsay_\w+)\(", source.bare(source.text("include/hearsay.h")), re.M)
    source.report([s for s in shown if s not in promised], "everything it shows is in <hearsay.h>")
    source.report([s for s in promised if s not in shown], "everything in <hearsay.h> is there")
    tap.done()


main()
