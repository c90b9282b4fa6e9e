#!/usr/bin/env python3
"""Each figure alone: an SVG that fits a page, whose colours a style sheet turns, and which has its words beside it. The
figure of origins says of each mark what it stands for. And a document that is added as bytes."""
import gzip
import glob
import json
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET

import tap

DRIVER = os.path.join(tap.BUILD, "test", "driver-desk")
ENV = dict(os.environ, HEARSAY_READER=tap.HEARSAY)
EXAMPLES = sorted(glob.glob(os.path.join(tap.ROOT, "example", "kremlin", "*.txt")))
FIGURES = ("ruler", "steps", "time", "confidence", "ways", "tally", "origins")
CASE = """questions: [{id: q, ask: Who did it?, hypotheses: [{id: a, prior: 0.5}, {id: b, prior: 0.45}]}]
facts:
  - {id: f, say: It was seen, about: q, if: {a: very likely, b: unlikely}}
  - {id: g, say: "<It> & was \\"heard\\"", about: q, if: {a: likely, b: unlikely}}
sources:
  - {id: s, name: A witness whose name is longer than any that one would give to a witness, reliability: B}
  - {id: relay, name: Officials who asked not to be named because of what they said, kind: anonymous}
  - {id: other, name: Others who asked for the same for reasons of their own, kind: anonymous}
  - {id: o, name: The Courier}
reports:
"""


def run(*words, **more):
    done = subprocess.run(words, capture_output=True, timeout=300, env=ENV, **more)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def figure(case, *words):
    code, out, err = run(DRIVER, case, "figure", *words)
    tap.ok(code == 0, "%s of %s is drawn" % (" ".join(words), os.path.basename(case)), err)
    return out


def wide(text, size, bold):
    """About as wide as the text is: as measured from below."""
    return 0.42 * size * len(text) * (1.05 if bold else 1)


def boxes(root):
    for t in root.iter("text"):
        size, x, y = float(t.get("font-size")), float(t.get("x")), float(t.get("y"))
        text = "".join(t.itertext())
        w = wide(text, size, t.get("font-weight"))
        x -= {"end": w, "middle": w / 2}.get(t.get("text-anchor"), 0)
        yield x, x + w, y - 0.7 * size, y + 0.1 * size, text


def overlaps(root):
    all_of = list(boxes(root))
    return [(p[4], q[4]) for i, p in enumerate(all_of) for q in all_of[:i]
            if p[0] < q[1] and q[0] < p[1] and p[2] < q[3] and q[2] < p[3]]


def check(case, name, svg):
    what = "%s of %s" % (name, os.path.basename(case))
    root = ET.fromstring(svg)
    tap.ok(svg.startswith("<svg class=\"figure %s\"" % name), "%s: an SVG without a prolog" % what, svg[:80])
    tap.ok(root.find("title").text and root.find("desc").text, "%s: has its words beside it" % what)
    tap.ok(not overlaps(root), "%s: no text stands on another" % what, overlaps(root))
    outside = [b[4] for b in boxes(root) if b[0] < -1 or b[1] > float(root.get("width")) + 1]
    outside += [b[4] for b in boxes(root) if not 0 <= b[3] <= float(root.get("height"))]
    tap.ok(not outside, "%s: nothing is cut off" % what, outside)
    tap.ok(not re.search(r"#[0-9a-f]{6}|style=|[ ]on\w+=|href", svg), "%s: its colours are classes" % what)
    used = set(re.findall(r"\b[fs]-[a-z0-9]+", " ".join(e.get("class", "") for e in root.iter())))
    style = figure(case, "style")
    tap.ok(all(".%s " % c in style for c in used), "%s: of which the style has rules" % what, sorted(used))
    return root


def nodes(root):
    return {(g.get("data-kind"), g.get("data-id")): g for g in root.iter("g") if g.get("data-kind")}


def check_origins(case, root):
    found = nodes(root)
    exported = json.loads(run(tap.HEARSAY, "export", case, "-f", "json")[1])
    weighed = json.loads(run(tap.HEARSAY, "weigh", "--json", "--draws", "100", case)[1])
    origins = {c["origin"] for c in weighed["questions"][0]["contributions"]}
    shown = {i for kind, i in found if kind == "source"}
    tap.ok(origins <= shown, "every origin that counts has its mark", sorted(origins - shown))
    documents = {d["id"] for d in exported.get("documents", [])}
    kept = {i for kind, i in found if kind == "document"}
    tap.ok(not case.endswith(".hearsay") or documents <= kept, "every document has its mark", sorted(documents - kept))
    marks = [g for (kind, _), g in found.items() if kind in ("source", "relay", "document")]
    tap.ok(marks and all(g.get("tabindex") == "-1" and g.get("role") == "button" and g.get("aria-label")
                         for g in marks), "marks can be chosen and have names")
    tap.same(root.get("role"), "group", "the whole is a group of them")
    for kind, name in found:
        if kind in ("way", "edge", "open"):
            ends = name.split(" ")
            tap.ok(len(ends) == 2 and all(e in shown | kept for e in ends), "%s leads from mark to mark" % kind, name)


def check_bytes(folder, case):
    with open(EXAMPLES[0], "rb") as f:
        text = f.read()
    code, _, err = run(DRIVER, case, "add", "dropped/wire.txt", input=text)
    tap.ok(code == 0, "a document is added as bytes", err)
    listed = json.loads(run(tap.HEARSAY, "export", case, "-f", "json")[1])["documents"]
    tap.same([d["path"] for d in listed], ["dropped/wire.txt"], "under the name that it has")
    code, _, err = run(DRIVER, case, "add", "again.txt", input=text)
    listed = json.loads(run(tap.HEARSAY, "export", case, "-f", "json")[1])["documents"]
    tap.ok(code == 0 and len(listed) == 1, "once", err)
    lines = b"".join(json.dumps({"id": str(i), "text": "The %s barge was found on Tuesday. It was empty." % i}).encode()
                     + b"\n" for i in range(3))
    code, _, err = run(DRIVER, case, "add", "list.ndjson", input=lines)
    listed = json.loads(run(tap.HEARSAY, "export", case, "-f", "json")[1])["documents"]
    tap.ok(code == 0 and len(listed) == 4, "a container is taken apart", err)
    tap.same(listed[1]["path"], "list.ndjson#0", "and its members are named after it")
    code, _, err = run(DRIVER, case, "add", "more.ndjson.gz", input=gzip.compress(lines.replace(b"barge", b"boat")))
    listed = json.loads(run(tap.HEARSAY, "export", case, "-f", "json")[1])["documents"]
    tap.ok(code == 0 and len(listed) == 7, "a packed one, too", err)
    code, _, err = run(DRIVER, case, "add", "bad.pdf", input=b"%PDF-1.4 nothing")
    tap.ok(code == 4 and "bad.pdf" in err, "what cannot be read is named", "%d %s" % (code, err))
    code, _, err = run(DRIVER, case, "add", "empty.ndjson", input=b"")
    tap.ok(code == 0 or "empty.ndjson" in err, "so is what is empty", err)
    plain = os.path.join(folder, "case.yaml")
    with open(plain, "w", encoding="utf-8") as f:
        f.write(CASE.replace("reports:\n", ""))
    code, _, err = run(DRIVER, plain, "add", "wire.txt", input=text)
    tap.ok(code == 2 and "case file" in err, "a case that is no case file takes none", "%d %s" % (code, err))


def crowded(folder):
    """Two chains of two relays, echoes, unknown origins, reports of a month and without a date."""
    path = os.path.join(folder, "crowded.yaml")
    ways = ["from: s, via: [o, other, relay], published: 2024-01-02", "via: [o, relay], published: 2024-01-02",
            "via: [o, other], published: 2024-01-05", "from: s, via: [relay, other], published: 2024-03",
            "via: [other]", "published: 2024-06-01", "from: o, published: 2024-01-03"]
    with open(path, "w", encoding="utf-8") as f:
        f.write(CASE)
        for i in range(14):
            f.write("  - {id: r%d, fact: %s, %s}\n" % (i, "fg"[i % 2], ways[i // 2]))
    return path


def main():
    with tempfile.TemporaryDirectory() as folder:
        kept, empty = os.path.join(folder, "kept.hearsay"), os.path.join(folder, "empty.hearsay")
        run(tap.HEARSAY, "assess", "--case", kept, *EXAMPLES)
        run(tap.HEARSAY, "new", empty)
        cases = [kept, crowded(folder), os.path.join(tap.ROOT, "example", "kremlin.yaml"),
                 os.path.join(tap.ROOT, "example", "river.yaml")]
        for case in cases:
            for name in FIGURES:
                svg = figure(case, name)
                tap.same(figure(case, name), svg, "the same again")
                root = check(case, name, svg)
                if name == "origins":
                    check_origins(case, root)
        tap.ok(figure(cases[3], "ruler", "ordered") != figure(cases[3], "ruler"), "a question has its own")
        code, _, err = run(DRIVER, kept, "figure", "pie")
        tap.ok(code == 2 and "origins" in err, "a figure that there is not is refused", "%d %s" % (code, err))
        code, _, err = run(DRIVER, kept, "figure", "ruler", "why")
        tap.ok(code == 3 and "why" in err, "so is a question", "%d %s" % (code, err))
        tap.same([figure(empty, name) for name in FIGURES], [""] * len(FIGURES), "an empty case has nothing to see")
        check_bytes(folder, empty)
    tap.done()


main()
