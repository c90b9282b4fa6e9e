#!/usr/bin/env python3
"""Two browsers at one desk (desk_two.mjs): no change is lost, and the journal holds."""
import os
import tempfile

import browser
import desk
import tap


def main():
    desk.need("two people at one desk", browser.missing)
    with tempfile.TemporaryDirectory(prefix="hearsay-web-") as folder:
        desk.hearsay("new", "a.hearsay", folder=folder)
        desk.hearsay("import", "a.hearsay", os.path.join(tap.ROOT, "example", "river.yaml"), folder=folder)
        with desk.Desk("a.hearsay", folder=folder) as d:
            browser.run("desk_two.mjs", d.address)
        tap.same(d.errors, "", "the desk had nothing to complain of")
        tap.same(desk.hearsay("log", "--verify", "a.hearsay", folder=folder).returncode, 0, "the journal holds")
    tap.done()


main()
