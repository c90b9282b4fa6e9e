#!/usr/bin/env python3
"""desk_paint.py HEARSAY [RUNS]: how long the desk takes to repaint a case of 200 reports when a rating is dragged,
engine and browser together, and to paint it first; CSV (desk_paint.mjs). Needs what the tests in a browser need."""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
os.environ.setdefault("HEARSAY_BUILD", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(sys.argv[1])))))
sys.path.insert(0, os.path.join(HERE, "..", "test"))
import big_case  # noqa: E402
import browser  # noqa: E402
import desk  # noqa: E402


def main():
    desk.tap.HEARSAY = os.path.abspath(sys.argv[1])
    runs = sys.argv[2] if len(sys.argv) > 2 else "100"
    why = browser.missing()
    if why:
        sys.exit("desk_paint: " + why)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "big.yaml"), "w", encoding="utf-8") as f:
            f.write("\n".join(big_case.lines()) + "\n")
        desk.hearsay("new", "big.hearsay", folder=folder)
        desk.hearsay("import", "big.hearsay", "big.yaml", folder=folder)
        with desk.Desk("big.hearsay", folder=folder) as d:
            subprocess.run(["node", os.path.join(HERE, "desk_paint.mjs"), browser.MODULES, browser.program_of(),
                            d.address, runs], check=True)


main()
