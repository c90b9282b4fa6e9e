#!/usr/bin/env python3
"""`report -f md` as GitHub shows it (cmark-gfm): every sentence and every cell comes out as it is said, every mark
leads to a note with its words and their place, and no text of a document becomes markup."""
import html.parser
import os
import shutil
import subprocess
import tempfile

import tap
import written

# What our Markdown makes. A link in it leads to a note or back, or shows its own address, as any bare address does.
TAGS = set("h1 h2 h3 p strong em ul ol li pre code table thead tbody tr th td section sup a".split())


class Page(html.parser.HTMLParser):
    """The text of blocks, without marks of notes; notes by number; links."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.odd, self.links, self.ids = set(), [], [], set()
        self.blocks, self.notes, self.cells, self.marks = [], {}, [], []
        self.note = self.skip = self.link = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.add(tag)
        self.ids.add(attrs.get("id"))
        if tag == "a":
            self.link = [attrs.get("href", ""), ""]
        if tag == "sup" or (tag == "a" and "data-footnote-backref" in attrs):
            self.skip = tag
        if tag == "li" and (attrs.get("id") or "").startswith("fn-"):
            self.note = self.notes.setdefault(int(attrs["id"][3:]), [])
        if tag in ("td", "th"):
            self.cells.append("")
        if tag in ("p", "li", "h1", "h2", "h3", "td", "th", "pre"):
            (self.blocks if self.note is None else self.note).append("")

    def handle_endtag(self, tag):
        if tag == self.skip:
            self.skip = None
        if tag == "a" and self.link:
            href, text = self.link
            if href.startswith("#"):
                self.links.append(href[1:])
            elif href != text and href != "http://" + text and href != "mailto:" + text:
                self.odd.append(href)
            self.link = None

    def handle_data(self, data):
        if self.link:
            self.link[1] += data
        if self.skip == "sup" and self.note is None:
            self.marks.append(data)
        if self.skip:
            return
        into = self.blocks if self.note is None else self.note
        if into:
            into[-1] += data
        if self.cells and into is self.blocks:
            self.cells[-1] += data


def said(sentence):
    return written.folded("".join('"%s"' % v if k == "quote" else v for p in sentence["pieces"] for k, v in p.items()))


def check_notes(case, page, told):
    wrong = []
    for note in told["notes"]:
        shown = [written.folded(text) for text in page.notes.get(note["number"], [])]
        text = " ".join(s for s in shown if s)
        want = [written.folded(note["text"])] + [written.folded(v).replace("`", "'") for v in note["values"]]
        for p in note["passages"]:
            words = written.folded('"%s%s"' % (p["words"], " ..." if p.get("cut") else "")) if p.get("words") else \
                "the words are not at hand"
            places = ", ".join("%d-%d" % tuple(at) for at in p["places"])
            want += [words, "characters " + places if places else "place not known", p["statement"]]
            want += [written.folded(p[key]).replace('"', "'") for key in ("title",) if p.get(key)]
            want += [written.folded(p[key]) for key in ("path", "outlet") if p.get(key)]
        lost = [w for w in want if w not in text and w not in text.replace('"', "'")]
        if lost:
            wrong.append("%d: no %r in %r" % (note["number"], lost, text))
    tap.ok(not wrong, "%s: every note has its words, document and place" % case, "\n".join(wrong[:5]))


def check(case, path):
    told, text = written.report(path), written.report(path, "md")
    p = subprocess.run(["cmark-gfm", "-e", "table", "-e", "footnotes", "-e", "autolink", "-e", "strikethrough"],
                       input=text, capture_output=True, timeout=300, check=True)
    page = Page(p.stdout.decode())
    tap.ok(page.tags <= TAGS and b"<!--" not in p.stdout, "%s: no tag but ours" % case, page.tags - TAGS)
    tap.ok(not page.odd, "%s: no link leads elsewhere than it shows" % case, page.odd)
    shown = [written.folded(b) for b in page.blocks]
    whole = "\n".join(shown)
    lost = [s["text"] for _, _, s in written.sentences(told) if said(s) not in whole]
    tap.ok(not lost, "%s: every sentence comes out as it is said" % case, "\n".join(lost[:5]))
    for level, kind in (("h2", "title"), ("h3", "heading")):
        want = [s["title"] for s in told["sections"]] if level == "h2" else [
            b["text"] for s in told["sections"] for b in s["blocks"] if b["kind"] == "heading"]
        lost = [w for w in want if not any(written.folded(w) in b for b in shown)]
        tap.ok(not lost, "%s: every %s comes out" % (case, kind), lost)
    cells = [c for s in told["sections"] for b in s["blocks"] if b["kind"] == "table"
             for row in [b["head"]] + b["rows"] for c in row]
    lost = [c for c in cells if written.folded(c.strip()) not in whole]
    tap.ok(not lost, "%s: every cell comes out" % case, lost[:5])
    tap.ok("[^" not in whole.replace(written.folded(told["title"]), ""), "%s: every mark is one" % case)
    marks = [n for _, _, s in written.sentences(told) for n in s["notes"]]
    tap.same([int(m) for m in page.marks], marks, "%s: every sentence has its marks" % case)
    tap.ok(b"</sup><sup" not in p.stdout, "%s: marks stand apart" % case)
    tap.ok(set(page.links) <= page.ids, "%s: every mark leads somewhere" % case, set(page.links) - page.ids)
    check_notes(case, page, told)


def main():
    if not shutil.which("cmark-gfm"):
        tap.skip("cmark-gfm is not installed", "reports as GitHub shows them")
        tap.done()
    with tempfile.TemporaryDirectory(prefix="hearsay-markdown-") as folder:
        for case, path in {**written.examples(), **written.made(), **written.drafted(folder)}.items():
            check(case, path)
    tap.done()


main()
