#!/usr/bin/env python3
"""The whole way at the desk, in a real browser: from an empty case to an exported report (desk_way.mjs). The case file
has then what the page did, and its journal holds. HEARSAY_SCREENS names a folder that the pictures are kept in."""
import os
import tempfile

import browser
import desk
import tap

PAGES = os.path.join(tap.ROOT, "example", "kremlin")


def main():
    desk.need("the whole way at the desk", browser.missing)
    with tempfile.TemporaryDirectory(prefix="hearsay-web-") as folder:
        desk.hearsay("new", "a.hearsay", "--question", "Who flew the drones?", folder=folder)
        with desk.Desk("a.hearsay", folder=folder) as d:
            browser.run("desk_way.mjs", d.address, folder, PAGES)
        tap.same(d.errors, "", "the desk had nothing to complain of")
        holds = desk.hearsay("log", "--verify", "a.hearsay", folder=folder)
        tap.same(holds.returncode, 0, "the journal holds")
        taken = os.path.join(folder, "report.html")
        if os.path.exists(taken):
            p = desk.hearsay("report", "a.hearsay", "-f", "html", folder=folder)
            with open(taken, encoding="utf-8") as f:
                tap.ok(f.read() == p.stdout, "what was taken along is what the command writes")
        browser.keep(folder)
    tap.done()


main()
