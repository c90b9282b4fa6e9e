#!/usr/bin/env python3
"""Every view of the desk in a real browser, light and dark, wide and narrow, by axe and by the keyboard; and what the
whole front end weighs. HEARSAY_SCREENS names a folder that the pictures are kept in, to be looked at."""
import gzip
import os
import re
import tempfile

import browser
import desk
import tap

MOST = 150 * 1000  # bytes of all pages, packed


def check_weight(d):
    """Whatever the page asks for, by following what each file imports."""
    todo, seen, packed = ["/index.html"], {}, 0
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        status, body, headers = d.get(path, Accept_Encoding="gzip")
        seen[path] = status
        tap.ok(status == 200 and headers["Content-Encoding"] == "gzip", path + " is there, packed", status)
        packed += len(body)
        text = gzip.decompress(body).decode()
        folder = path.rsplit("/", 1)[0]
        found = re.findall(r'(?:href|src)="(/[^"]+)"|"(/parts/[^"]+)"', text) if path == "/index.html" else []
        todo += [a or b for a, b in found if not a.startswith("/api/")]  # those are the case
        todo += [os.path.normpath(os.path.join(folder or "/", p)) for p in re.findall(r'from ?"(\.\.?/[^"]+)"', text)]
    tap.ok(packed <= MOST, "the whole front end, packed: %d bytes" % packed, "at most %d" % MOST)


def main():
    desk.need("the desk in a browser", browser.missing)
    with tempfile.TemporaryDirectory(prefix="hearsay-web-") as folder:
        desk.hearsay("new", "a.hearsay", "--question", "Who did it?", folder=folder)
        with desk.Desk("a.hearsay", folder=folder) as d:
            check_weight(d)
            browser.run("desk_looks.mjs", d.address, folder)
        browser.keep(folder)
    tap.done()


main()
