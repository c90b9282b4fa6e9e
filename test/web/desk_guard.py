#!/usr/bin/env python3
"""The desk in a real browser, with a case whose documents hold scripts: none runs, what is put into its page neither,
and other sites can do nothing with it."""
import os
import tempfile

import browser
import desk
import tap

BAD = "<script>globalThis.ran=7</script><img src=x onerror='globalThis.ran=8'>"
PAGE = """Minister accuses %(bad)s of it

Post %(bad)s
12 August 2024

Minister Carla Duarte %(bad)s accused the company %(bad)s of dumping %(bad)s waste into the river.

"Not a drop %(bad)s left our site," its director Helmut Brandt said.
""" % {"bad": BAD}
HTML = ("<!doctype html><title>%(bad)s</title><meta name=author content=\"%(bad)s\"><body onload='globalThis.ran=9'>"
        "<article><h1>%(bad)s</h1><p>The works %(bad)s denied that it had poisoned the river, a spokesman said.</p>"
        "<svg onload='globalThis.ran=10'></svg></article>" % {"bad": BAD.replace("<", "&lt;")})


def main():
    desk.need("the desk in a browser", browser.missing)
    with tempfile.TemporaryDirectory(prefix="hearsay-web-") as folder:
        for name, text in (("a.txt", PAGE), ("<img src=x>.html", HTML)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                f.write(text)
        desk.hearsay("assess", "--case", "a.hearsay", "-o", "a.md", "a.txt", "<img src=x>.html", folder=folder)
        with desk.Desk("a.hearsay", folder=folder) as d:
            d.post("/api/edit", {"edits": [{"put": "case", "item": {"title": BAD}}], "why": BAD})
            browser.run("desk_guard.mjs", d.address)
    tap.done()


main()
