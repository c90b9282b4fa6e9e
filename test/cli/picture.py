#!/usr/bin/env python3
"""The picture of origins: well-formed, standing alone, nothing of a document becomes markup, no two texts on one
another, the same bytes every time."""
import glob
import json
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as tree

import tap

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "style", "rect", "text", "path", "circle", "g"}
STORY = ("The council of Orla approved the bridge over the Aller after a debate of nine hours. Mayor Ida Holm said "
         "that work begins in March and costs 41 million crowns. The old bridge cannot carry lorries of 12 tonnes. ")


def run(*arguments):
    p = subprocess.run([tap.HEARSAY, "trace", *arguments], capture_output=True, check=False)
    return p.returncode, p.stdout.decode("utf-8"), p.stderr.decode("utf-8")


def texts(root):
    return ["".join(t.itertext()) for t in root.iter(SVG + "text")]


def starts(t):
    """Where a text begins, by half the size of the type for a letter, which is little; and how wide it is so."""
    x, wide = float(t.get("x")), 5 * len("".join(t.itertext()))
    return x - {"end": wide, "middle": wide / 2}.get(t.get("text-anchor"), 0), wide


def overlaps(root):
    """Pairs of texts of one line that meet. The mark of what is lost stands in its circle."""
    lines = {}
    for t in root.iter(SVG + "text"):
        if t.text != "?":
            x, wide = starts(t)
            lines.setdefault(t.get("y"), []).append((x, x + wide, "".join(t.itertext())))
    found = []
    for line in lines.values():
        line.sort()
        found += [(a[2], b[2]) for a, b in zip(line, line[1:]) if b[0] < a[1]]
    return found


def runs_out(root):
    """Texts that leave the picture, or the column of names, by the width of a wide letter where there is one."""
    found = []
    for t in root.iter(SVG + "text"):
        text, x, end = "".join(t.itertext()), float(t.get("x")), float(root.get("width"))
        wide = 11 * text.count("W") + 7 * text.count("T") + 5 * len(re.sub("[WT]", "", text))
        if t.get("x") in ("54", "66") and t.get("font-size") != "19":
            end = 244
        if t.get("text-anchor") == "end":
            x -= wide
        if x < 0 or x + wide > end:
            found.append(text)
    return found


def check(name, paths, want):
    code, svg, err = run("-f", "svg", *paths)
    tap.ok(code == 0 and not err, "%s: a picture is drawn" % name, err)
    root = tree.fromstring(svg)
    tap.ok({e.tag for e in root.iter()} <= {SVG + t for t in TAGS}, "%s: no tag but ours" % name)
    bad = [k for e in root.iter() for k in e.attrib if k.startswith("on") or "href" in k or k == "style"]
    tap.ok(not bad and "url(" not in svg and "@import" not in svg, "%s: nothing runs, nothing is fetched" % name, bad)
    tap.same(root.find(SVG + "title").text, run(*paths)[1].split("\n")[0], "%s: its title is the tally" % name)
    shown = texts(root)
    tap.ok(set(want) <= set(shown), "%s: outlets and titles can be read" % name, set(want) - set(shown))
    tap.ok(not overlaps(root), "%s: no text stands on another" % name, overlaps(root))
    tap.ok(not runs_out(root), "%s: no text runs out of its place" % name, runs_out(root))
    outside = [e.get("y") for e in root.iter(SVG + "text") if not 0 < float(e.get("y")) < float(root.get("height"))]
    tap.ok(not outside, "%s: nothing is cut off" % name, outside)
    tap.ok(not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", svg), "%s: no controls" % name)
    tap.same(run("-f", "svg", "--threads", "3", *paths)[1], svg, "%s: the same again" % name)
    return root


def document(name, outlet, title, text, published=None):
    d = {"id": name, "outlet": outlet, "title": title, "text": text}
    return json.dumps(dict(d, published=published) if published else d) + "\n"


def hostile(folder):
    path = os.path.join(folder, "hostile.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        f.write(document("a", "<Courier> & \"Sons\"", "]]></text><script>1</script>", STORY, "2024-02-03"))
        f.write(document("b", "\u05e2\u05d9\u05ea\u05d5\u05df \u202e\u0007", "x", STORY + "It rained.", "2024-02-03"))
        f.write(document("c", "W" * 80, "T" * 300, STORY + "It was cold, too.", "2024"))
        f.write(document("e", "Long Lines", "T" * 300, "Nobody else has a word of this.", "2024-02-04"))
        f.write(document("d", "No Day Daily", "\uffff", STORY))
    return path


def many(folder):
    path = os.path.join(folder, "many.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for i in range(1000):
            own = " ".join("w%dx%d" % (i if i % 3 else 0, k) for k in range(60))
            day = "2024-%02d-01" % (i % 12 + 1)
            f.write(document("d%d" % i, "Outlet %d" % (i % 40), "Title %d" % i, own + ".", day))
    return path


def main():
    example = os.path.join(tap.ROOT, "example")
    check("kremlin", sorted(glob.glob(os.path.join(example, "kremlin", "*.txt"))),
          ["Harbour Newswire", "Morning Ledger", "Zelensky: we did not attack Moscow", "3 May 2023", "24 May"])
    check("river", sorted(glob.glob(os.path.join(example, "river", "*.txt"))), ["Lowland Press Agency"])
    check("one", sorted(glob.glob(os.path.join(example, "river", "1*.txt"))), [])
    with tempfile.TemporaryDirectory(prefix="hearsay-picture-") as folder:
        check("hostile", [hostile(folder)], ["<Courier> & \"Sons\"", "No Day Daily", "without a date"])
        root = check("a thousand", [many(folder)], [])
        tap.ok(len(tree.tostring(root)) < 300000, "a thousand: the file stays small")
        empty = os.path.join(folder, "empty.jsonl")
        with open(empty, "w", encoding="utf-8"):
            pass
        code, svg, _ = run("-f", "svg", empty)
        tap.ok(not svg or tree.fromstring(svg).tag == SVG + "svg", "none: no picture, or one of nothing", code)
    tap.done()


main()
