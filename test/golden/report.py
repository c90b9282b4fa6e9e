#!/usr/bin/env python3
"""What must hold for any written report, looked for in the golden ones: every sentence of sections 1 to 7 has notes,
no sentence holds a likelihood and a confidence, a number stays in the band of its word, nothing in a document becomes
markup, the page runs nothing and needs nothing else."""
import base64
import glob
import hashlib
import html.parser
import json
import os
import re

import tap

FOLDER = os.path.join(tap.ROOT, "test", "golden", "report")
BANDS = {"almost no chance": (0, 5), "very unlikely": (5, 20), "unlikely": (20, 45), "roughly even chance": (45, 55),
         "likely": (55, 80), "very likely": (80, 95), "almost certain": (95, 100)}
TAGS = set("html head meta title style body nav ol ul li a main header h1 h2 h3 p section div span strong sup figure "
           "figcaption table thead tbody tr th td caption svg desc g rect circle path text code blockquote footer cite "
           "q".split())
CONTROLS = r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]"


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.bad, self.ids, self.links, self.stack = set(), [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for key, value in attrs:
            away = key == "href" and not value.startswith("#")
            if key.startswith("on") or key in ("src", "style", "srcset") or away:
                self.bad.append((tag, key, value))
            if key == "id":
                self.ids.append(value)
            if key == "href":
                self.links.append(value[1:])
        if tag != "meta":
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.bad.append(("unbalanced", tag, len(self.stack)))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)


def sentences(report, upto=7):
    for section in report["sections"]:
        if section["number"] <= upto:
            for block in section["blocks"]:
                yield from block.get("sentences", [])


def piece(sentence, kind):
    return [p[kind] for p in sentence["pieces"] if kind in p]


def out_of_band(report):
    bad = []
    for s in sentences(report):
        word, estimate = piece(s, "word"), re.search(r"(?:estimate is|stand at) ([\d.]+) %", s["text"])
        if word and estimate and not BANDS[word[0]][0] <= float(estimate[1]) <= BANDS[word[0]][1]:
            bad.append(s["text"])
        if word and len(piece(s, "range")) < 1:
            bad.append("no range: " + s["text"])
    return bad


def check_json(name, report):
    every = list(sentences(report))
    numbers = {n["number"] for n in report["notes"]}
    tap.ok(len(every) > 10, "%s: sections 1 to 7 are written" % name)
    tap.ok(not [s["text"] for s in every if not s["notes"]], "%s: every sentence has notes" % name)
    tap.ok(all(set(s["notes"]) <= numbers for s in every), "%s: every note is there" % name)
    mixed = [s["text"] for s in every if "confidence" in s["text"].lower().replace("high confidence and likely so", "")
             and piece(s, "word")]
    tap.ok(not mixed, "%s: likelihood and confidence stand apart" % name, "\n".join(mixed))
    bad = out_of_band(report)
    tap.ok(not bad, "%s: a number stays in the band of its word" % name, "\n".join(bad))
    plain = [s["text"] for s in every if s["kind"] in ("judgement", "confidence")
             and not (piece(s, "word") or piece(s, "strong") or piece(s, "level"))]
    tap.ok(not plain, "%s: a judgement has its decisive word" % name, "\n".join(plain))


def check_html(name, text):
    page = Page(text)
    style = re.search(r"<style>(.*?)</style>", text, re.S)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    tap.ok(page.tags <= TAGS, "%s: no tag but ours" % name, str(page.tags - TAGS))
    tap.ok(not page.bad, "%s: nothing runs, nothing is fetched, tags are balanced" % name, str(page.bad[:5]))
    policy = "default-src 'none'; style-src 'sha256-%s'" % digest
    tap.ok(policy in text, "%s: the policy allows its style alone" % name)
    tap.ok(len(page.ids) == len(set(page.ids)), "%s: ids are unique" % name)
    lost = set(page.links) - set(page.ids)
    tap.ok(not lost, "%s: every link has its target" % name, str(lost))
    tap.ok(not re.search(CONTROLS, text), "%s: no control characters" % name)


def check_markdown(name, text):
    used, noted = set(re.findall(r"\[\^(\d+)\](?!:)", text)), set(re.findall(r"^\[\^(\d+)\]:", text, re.M))
    prose = re.sub(r"^```.*?^```$|^\|.*?$|^#.*?$|`[^`]*`", "", text, flags=re.S | re.M)
    tap.ok(used == noted, "%s: notes and references are the same" % name, str(used ^ noted))
    tap.ok(not re.search(r"(?<!\\)<[a-z/!]", prose), "%s: no tag is left" % name)
    tap.ok(not re.search(CONTROLS, text), "%s: no control characters" % name)
    wide = [line for line in prose.split("\n") if len(line) > 104]
    tap.ok(not wide, "%s: lines are folded" % name, "\n".join(wide))


def main():
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.yaml"))):
        stem = path[:-len(".yaml")]
        name = os.path.basename(stem)
        texts = {}
        for end in ("json", "html", "md"):
            with open(stem + "." + end, encoding="utf-8") as f:
                texts[end] = f.read()
        check_json(name, json.loads(texts["json"]))
        check_html(name, texts["html"])
        check_markdown(name, texts["md"])
    tap.done()


main()
