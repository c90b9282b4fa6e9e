#!/usr/bin/env python3
"""A report as PDF: every sentence of it in reading order, every note with its words, links that lead somewhere, pages
that are set whole, and the same bytes wherever it is written."""
import json
import os
import pty
import re
import shutil
import subprocess
import tempfile

import tap

HEAD, FOOT, LEFT, RIGHT = 50, 795, 40, 556  # points: what stands between is the report, and no text goes beyond
ODD = """hearsay: 1
title: "\u0394\u03cd\u03bf <&> \u0414\u0432\u0430 \u0434\u0440\u043e\u043d\u0430"
questions:
  - id: who
    ask: Who did it?
    hypotheses:
      - {id: a, say: "\u041c\u043e\u0441\u043a\u0432\u0430 \u0438 \u041a\u0438\u0435\u0432", prior: 0.4}
      - {id: b, say: "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u4f60\u597d \U0001f600", prior: 0.6}
facts:
  - {id: f, say: "https://example.org/%s", about: [who], if: {a: likely, b: unlikely}}
  - {id: g, say: "%s", about: [who], if: {a: likely, b: unlikely}}
sources:
  - {id: s, name: "\u0397 \u03b5\u03c6\u03b7\u03bc\u03b5\u03c1\u03af\u03b4\u03b1", kind: outlet, reliability: C}
reports:
  - {id: r, fact: f, holds: "yes", from: s}
  - {id: r2, fact: g, holds: "yes", from: s, published: "2024"}
"""


def report(path, form, **environment):
    out = path + "." + form + str(len(environment))
    p = subprocess.run([tap.HEARSAY, "report", path, "-f", form, "-o", out, "--draws", "500"], check=False,
                       capture_output=True, env=dict(os.environ, **environment))
    if p.returncode:
        raise SystemExit("%s: %s" % (path, p.stderr.decode()))
    return out


def tool(name, *arguments):
    p = subprocess.run([name, *arguments], capture_output=True, check=True)
    return p.stdout.decode("utf-8", "replace")


def bare(text):
    """Without what setting lines changes: white space, quotation marks, hyphens at the ends of lines, controls."""
    text = re.sub(r"[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)
    return re.sub(r"[\s\u201c\u201d\"\-\u2010]", "", text)


def text_of(pdf, *more):
    return tool("pdftotext", "-raw", "-x", "0", "-y", str(HEAD), "-W", "596", "-H", str(FOOT - HEAD), *more, pdf, "-")


def in_order(text, sentences):
    """Sentences that are not found, each after the one before."""
    at, lost = 0, []
    for s in sentences:
        found = text.find(bare(s), at)
        if found < 0:
            lost.append(s)
        else:
            at = found + 1
    return lost


def sentences(r):
    return [s["text"] for section in r["sections"] for b in section["blocks"] for s in b.get("sentences", [])]


def check_text(name, pdf, r):
    text = bare(text_of(pdf))
    lost = in_order(text, [s for s in sentences(r) if not re.search(r"[\u0590-\u06ff]", s)])  # these turn round
    tap.ok(not lost, "%s: every sentence, in reading order" % name, "\n".join(lost[:5]))
    notes = ["%d%s" % (n["number"], n["text"]) for n in r["notes"]]
    words = [p["words"] for n in r["notes"] for p in n["passages"] if p.get("words")]
    lost = [n for n in notes + words if bare(n) not in text]
    tap.ok(not lost, "%s: every note is there with its number and its words" % name, "\n".join(lost[:5]))


def check_spoken(name, pdf, r):
    """What a screen reader is told: the text of the elements, in their order."""
    told = re.findall(r'^ +"(.*)"$', tool("pdfinfo", "-struct-text", pdf), re.M)
    lost = in_order(bare("".join(told)), [s for s in sentences(r) if not re.search(r"[\u0590-\u06ff]", s)])
    tap.ok(not lost, "%s: every sentence is in an element" % name, "\n".join(lost[:5]))


def check_links(name, pdf, r):
    with open(pdf, "rb") as f:
        raw = f.read()
    used = [n for section in r["sections"] for b in section["blocks"] for s in b.get("sentences", [])
            for n in s["notes"]]
    places = set(re.findall(r'"(\w+)"', tool("pdfinfo", "-dests", pdf)))
    want = {"s%d" % s["number"] for s in r["sections"]} | {"n%d" % n for n in used} | {"r%d" % n for n in used}
    tap.ok(want <= places, "%s: every note and section is a place" % name, want - places)
    tap.same(raw.count(b"/Subtype /Link"), len(used) + len(set(used)), "%s: a link a reference, and one back" % name)
    headings = sum(b["kind"] == "heading" for section in r["sections"] for b in section["blocks"])
    tap.same(len([p for p in places if p[0] == "h"]), headings, "%s: every question is a place" % name)
    tap.same(raw.count(b"/Title ") - 1, headings + len(r["sections"]), "%s: they are in the outline, too" % name)
    lines = [b"(%d. %s)" % (s["number"], s["title"].encode()) for s in r["sections"]]
    tap.ok(all(line in raw for line in lines), "%s: the outline has every section" % name)
    return raw


def check_info(name, pdf, r, date):
    info = dict(line.split(":", 1) for line in tool("pdfinfo", "-isodates", pdf).splitlines() if ":" in line)
    info = {k: v.strip() for k, v in info.items()}
    tap.same(info["Title"], r["title"], "%s: its title" % name)
    tap.same((info["Tagged"], info["Page size"]), ("yes", "595.276 x 841.89 pts (A4)"), "%s: tagged, A4" % name)
    tap.same(info["CreationDate"][:10], date, "%s: its date is the case's" % name)
    structure = tool("pdfinfo", "-struct", pdf)
    tap.ok(all(re.search(r"^ +%s\b" % t, structure, re.M) for t in ("H1", "H2", "P", "Link", "Table", "TR", "Figure",
                                                                    "Note")), "%s: its structure" % name)
    fonts = [line for line in tool("pdffonts", pdf).splitlines()[2:] if " yes " not in line]
    tap.ok(not fonts, "%s: every font is in it" % name, "\n".join(fonts))
    return int(info["Pages"])


def check_pages(name, pdf, r, pages):
    headings = {bare(b["text"]) for s in r["sections"] for b in s["blocks"] if b["kind"] == "heading"}
    headings |= {bare("%d%s" % (s["number"], s["title"])) for s in r["sections"]}
    headings |= {bare(b.get("caption") or b.get("title") or "-") for s in r["sections"] for b in s["blocks"]}
    alone, out = [], []
    for page in range(1, pages + 1):
        lines = text_of(pdf, "-f", str(page), "-l", str(page)).strip().splitlines()
        if page < pages and lines and (bare(lines[-1]) in headings or lines[-1].startswith("Notes to section")):
            alone.append((page, lines[-1]))
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>',
                       tool("pdftotext", "-bbox", pdf, "-"))
    for x, y, to_x, to_y, word in boxes:
        if float(x) < LEFT or float(to_x) > RIGHT or float(y) < 20 or float(to_y) > 830:
            out.append((x, y, to_x, to_y, word))
    tap.ok(not alone, "%s: no heading alone at the end of a page" % name, alone)
    tap.ok(boxes and not out, "%s: no text beyond the margins" % name, out[:5])


def check(name, path, date):
    with open(report(path, "json"), encoding="utf-8") as f:
        r = json.load(f)
    pdf = report(path, "pdf")
    pages = check_info(name, pdf, r, date)
    tap.ok(1 < pages < 4 + len(sentences(r)) / 4 + len(r["notes"]) / 4, "%s: not too many pages" % name, pages)
    check_text(name, pdf, r)
    check_spoken(name, pdf, r)
    raw = check_links(name, pdf, r)
    check_pages(name, pdf, r, pages)
    with open(report(path, "pdf", HOME="/nonexistent", LC_ALL="tr_TR.UTF-8", LANG="de_DE.UTF-8", TZ="Asia/Tokyo",
                     SOURCE_DATE_EPOCH="1", FONTCONFIG_FILE="/nonexistent"), "rb") as f:
        tap.ok(f.read() == raw, "%s: the same bytes for another user, language and day" % name)


def check_terminal(path):
    """A terminal is spared what is no text."""
    master, slave = pty.openpty()
    p = subprocess.run([tap.HEARSAY, "report", path, "-f", "pdf"], stdout=slave, stderr=subprocess.PIPE, check=False)
    os.close(slave)
    os.close(master)
    want = (2, "hearsay: report: this is not for a terminal; name a file with -o\n")
    tap.same((p.returncode, p.stderr.decode()), want, "a PDF does not go to a terminal")


def main():
    for needed in ("pdfinfo", "pdftotext", "pdffonts"):
        if not shutil.which(needed):
            tap.skip("%s is not installed" % needed, "reports as PDF")
            tap.done()
    with tempfile.TemporaryDirectory(prefix="hearsay-pdf-") as folder:
        cases = [("kremlin", os.path.join(tap.ROOT, "example", "kremlin.yaml"), "2023-05-24"),
                 ("river", os.path.join(tap.ROOT, "example", "river.yaml"), None),
                 ("hostile", os.path.join(tap.ROOT, "test", "golden", "report", "hostile.yaml"), None),
                 ("two drones", tap.data("data", "cases", "two-drones.yaml"), "2023-05-24")]
        for name, path, date in cases:
            if not path:
                tap.skip("the development data is absent", name)
                continue
            copy = os.path.join(folder, os.path.basename(path))
            shutil.copy(path, copy)
            check(name, copy, date or date_of(copy))
        odd = os.path.join(folder, "odd.yaml")
        with open(odd, "w", encoding="utf-8") as f:
            f.write(ODD % ("x" * 900, "word " * 1500))
        check("odd", odd, "2024-01-01")
        check_terminal(odd)
        text = text_of(report(odd, "pdf"))
        for word in ("\u0394\u03cd\u03bf", "\u041c\u043e\u0441\u043a\u0432\u0430"):
            tap.ok(word in text, "%s is shown" % word)
    tap.done()


def date_of(path):
    """The day, or the first of the month or year, that the report says it is of."""
    with open(report(path, "json"), encoding="utf-8") as f:
        under = re.match(r"As of (?:(\d+) )?(?:([A-Z]\w+) )?(\d{4})\.", json.load(f)["under"])
    months = "January February March April May June July August September October November December".split()
    if not under:
        return "1970-01-01"
    return "%s-%02d-%02d" % (under[3], months.index(under[2]) + 1 if under[2] else 1, int(under[1] or 1))


main()
