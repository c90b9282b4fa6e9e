#!/usr/bin/env python3
"""The tree against gumbo's on pages of the web: the same text in the same blocks. Control characters are left out,
which gumbo reads as U+FFFD (the standard no longer does). A few pages may differ: gumbo takes markup in a <noscript>
of the head for text of the body, as browsers without scripts do."""
import glob
import gzip
import json
import os
import re
import resource
import subprocess
import tempfile

import tap

DRIVER = os.path.join(tap.BUILD, "test", "driver-html_gumbo")
SECONDS = 120  # of processor time: gumbo is quadratic on what it does not expect
SETS = [("aeb-dev", 1), ("meta-dev", 3)]  # every third page of the larger


def plain(text):
    return re.sub("[\x80-\x9f\ufffd]", "", text)


def bounded():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def unpack(archive, folder, step):
    """The pages of an archive, as files."""
    subprocess.run(["tar", "--zstd", "-xf", archive, "-C", folder], check=True)
    pages = []
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.html.gz"), recursive=True))[::step]:
        with gzip.open(path) as f, open(path[:-3], "wb") as out:
            out.write(f.read())
        pages.append(path[:-3])
    return pages


def check(name, pages):
    run = subprocess.run([DRIVER, *pages], capture_output=True, check=False, preexec_fn=bounded)
    answers = [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]
    tap.ok(len(answers) == len(pages), "%s: %d pages are read in time" % (name, len(pages)), run.stderr)
    both = [(os.path.basename(p), plain(a["ours"]), plain(a["gumbo"])) for p, a in zip(pages, answers) if "ours" in a]
    texts = [p for p, ours, theirs in both if "".join(ours.split()) != "".join(theirs.split())]
    blocks = [p for p, ours, theirs in both if ours != theirs]
    least = 0.99 * len(pages)
    tap.ok(len(both) - len(texts) >= least, "%s: the same text, but for %d pages" % (name, len(texts)),
           "\n".join(texts))
    tap.ok(len(both) - len(blocks) >= least, "%s: the same blocks, but for %d pages" % (name, len(blocks)),
           "\n".join(blocks))


def main():
    for name, step in SETS:
        archive = tap.data("data", "articles", name + ".tar.zst")
        if not archive or not os.path.exists(DRIVER):
            tap.skip("no gumbo" if archive else "no development data", "the trees of %s are gumbo's" % name)
            continue
        with tempfile.TemporaryDirectory() as folder:
            check(name, unpack(archive, folder, step))
    tap.done()


main()
