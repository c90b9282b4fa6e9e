#!/usr/bin/env python3
"""The report as a web page, in a real browser: axe finds nothing, nothing reaches out to the side, every mark leads to
its words, the policy holds, and paper shows every figure whole. HEARSAY_SCREENS names a folder that the pictures are
kept in, to be looked at."""
import json
import os
import re
import subprocess
import tempfile

import browser
import tap
import written


def letters(text):
    return re.sub(r"[\W_]", "", text)


def pages(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def check_print(name, folder, told):
    with open(os.path.join(folder, name + "-figures.json"), encoding="utf-8") as f:
        figures = json.load(f)
    for paper, drawn in figures.items():
        pdf = os.path.join(folder, "%s-%s.pdf" % (name, paper))
        on = [letters(page) for page in pages(pdf)]
        torn = [words[0] for words in drawn
                if not any(all(letters(w)[:12] in page for w in words if w.strip()) for page in on)]
        tap.ok(drawn and not torn, "%s, %s: every figure stands whole on one page" % (name, paper), "\n".join(torn))
        lost = missing(told, pdf)
        tap.ok(not lost, "%s, %s: every sentence is on paper" % (name, paper), "\n".join(lost[:5]))
        tap.ok(4 <= len(on) <= 60, "%s, %s: a sane number of pages" % (name, paper), len(on))
        boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode()
        size = [float(v) for v in re.search(r'<page width="([\d.]+)" height="([\d.]+)"', boxes).groups()]
        out = [m[0] for m in re.finditer(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">',
                                         boxes) if float(m[1]) < 10 or float(m[3]) > size[0] - 10]
        tap.ok(not out, "%s, %s: no word is cut at the edge" % (name, paper), "\n".join(out[:5]))


def missing(told, pdf):
    """Sentences that are not on paper, numbers aside, among which marks of notes stand."""
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    shown = re.sub(r"\d", "", letters(raw))
    kinds = "(?:%s)?" % "|".join(written.KINDS)
    gone = []
    for _, _, s in written.sentences(told):
        want = re.sub(r"\d", "", letters(written.plain(s["text"])))
        if want not in shown and not re.search(kinds.join(map(re.escape, want)), shown):
            gone.append(s["text"])
    return gone


def main():
    why = browser.missing()
    if why:
        tap.skip(why, "reports in a browser")
        tap.done()
    with tempfile.TemporaryDirectory(prefix="hearsay-web-") as folder:
        made = {k: v for k, v in written.made().items() if k in ("hostile", "many", "quoted")}
        cases = {**written.examples(), **made, **written.drafted(folder, 1)}
        told = {}
        for name, path in cases.items():
            told[name] = written.report(path)
            with open(os.path.join(folder, name + ".html"), "wb") as f:
                f.write(written.report(path, "html"))
            with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as f:
                json.dump(told[name], f)
        ended = browser.run("pages.mjs", folder)
        for name in cases if ended else ():
            check_print(name, folder, told[name])
        browser.keep(folder)
    tap.done()


main()
