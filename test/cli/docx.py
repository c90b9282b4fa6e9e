#!/usr/bin/env python3
"""`report -f docx`: a sound package of well-formed parts, in the order that the schema of WordprocessingML wants, that
says what the other formats say, with every note's words, the same bytes every time; and LibreOffice opens it."""
import io
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
import zipfile

import tap
import written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PARTS = {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
         "word/footnotes.xml", "word/styles.xml", "word/settings.xml", "word/header.xml", "word/footer.xml",
         "docProps/core.xml", "docProps/app.xml"}

# The order in which the schema wants the children of these, as far as we write them (ECMA-376, part 1, annex A).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs suppressAutoHyphens spacing ind jc "
           "outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs vertAlign lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tbl": "tblPr tblGrid tr", "tr": "trPr tc", "tc": "tcPr p", "tcPr": "tcW shd", "trPr": "cantSplit tblHeader",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "sectPr": "headerReference footerReference pgSz pgMar cols titlePg",
    "settings": "defaultTabStop characterSpacingControl footnotePr compat themeFontLang",
}


def name(element):
    return element.tag.rsplit("}", 1)[-1]


def out_of_order(root):
    for element in root.iter():
        order = ORDER.get(name(element), "").split() if element.tag.startswith(W) else None
        if not order:
            continue
        at = [order.index(name(c)) if name(c) in order else -1 for c in element]
        if -1 in at or at != sorted(at):
            yield "%s: %s" % (name(element), " ".join(name(c) for c in element))


def text_of(element):
    """The text of runs, without what stands in the margin, squares of a confidence and marks of notes."""
    words = []
    for run in element.iter(W + "r"):
        style = run.find("%srPr/%srStyle" % (W, W))
        if style is not None and style.get(W + "val") in ("SentenceKind", "FootnoteReference"):
            continue
        for part in run:
            words.append(part.text or "" if part.tag == W + "t" else "-" if part.tag == W + "noBreakHyphen" else "")
    return "".join(words)


def styles_of(element):
    return {s.get(W + "val") for kind in ("pStyle", "rStyle", "tblStyle") for s in element.iter(W + kind)}


def check_links(case, parts):
    lost = []
    for path in ("_rels/.rels", "word/_rels/document.xml.rels"):
        for link in ET.fromstring(parts[path]):
            target = ("" if path == "_rels/.rels" else "word/") + link.get("Target")
            lost += [] if target in parts else [target]
    tap.ok(not lost, "%s: every relationship leads to a part" % case, lost)
    ids = {link.get("Id") for link in ET.fromstring(parts["word/_rels/document.xml.rels"])}
    used = set(re.findall(r'\br:(?:id|embed)="([^"]*)"', parts["word/document.xml"].decode()))
    tap.ok(used and used <= ids, "%s: every reference to a part is a relationship" % case, used - ids)
    types = ET.fromstring(parts["[Content_Types].xml"])
    said = {t.get("PartName") for t in types} | {"." + (t.get("Extension") or "") for t in types}
    untold = [p for p in parts if "/" + p not in said and "." + p.split(".")[-1] not in said and p[0] != "["]
    tap.ok(not untold, "%s: every part has its type" % case, untold)


def check_form(case, roots):
    wrong = [w for root in roots.values() for w in out_of_order(root)]
    tap.ok(not wrong, "%s: elements stand in the order of the schema" % case, "\n".join(wrong[:5]))
    known = {s.get(W + "styleId") for s in roots["word/styles.xml"].iter(W + "style")}
    used = set().union(*(styles_of(root) for path, root in roots.items() if path != "word/styles.xml"))
    tap.ok(used <= known, "%s: every style that is used is defined" % case, used - known)
    tables = list(roots["word/document.xml"].iter(W + "tbl"))
    bare = [t for t in tables if t[2].find("%strPr/%stblHeader" % (W, W)) is None
            or any(r.find("%strPr/%scantSplit" % (W, W)) is None for r in t.iter(W + "tr"))]
    tap.ok(tables and not bare, "%s: heads of tables stand again, rows are not torn" % case)
    pictures = list(roots["word/document.xml"].iter(WP + "inline"))
    mute = [p for p in pictures if len(p.find(WP + "docPr").get("descr", "")) < 20]
    tap.ok(not mute, "%s: every picture is said in words" % case)
    ids = [p.find(WP + "docPr").get("id") for p in pictures]
    tap.ok(len(ids) == len(set(ids)), "%s: pictures have ids of their own" % case)


def check_notes(case, roots, told):
    notes = {n.get(W + "id"): n for n in roots["word/footnotes.xml"] if n.get(W + "type") is None}
    marks = [m.get(W + "id") for m in roots["word/document.xml"].iter(W + "footnoteReference")]
    tap.same(marks, [str(n["number"]) for n in told["notes"]], "%s: each note has its mark, in order" % case)
    tap.same(sorted(notes, key=int), sorted(marks, key=int), "%s: each mark has its note" % case)
    places = {b.get(W + "name") for b in roots["word/document.xml"].iter(W + "bookmarkStart")}
    fields = [f.get(W + "instr").split() for f in roots["word/document.xml"].iter(W + "fldSimple")]
    lost = [f for f in fields if f[0] != "NOTEREF" or f[1] not in places]
    tap.ok(fields and not lost, "%s: each later mark leads to the first" % case, lost)
    wrong = []
    for note in told["notes"]:
        paragraphs = {}
        for p in notes[str(note["number"])].iter(W + "p"):
            paragraphs.setdefault(p.find("%spPr/%spStyle" % (W, W)).get(W + "val"), []).append(text_of(p))
        quotes = [written.plain(p["words"]) + (" ..." if p.get("cut") else "") if p.get("words") else None
                  for p in note["passages"]]
        quotes = ["\u201c%s\u201d" % q if q else "The words are not at hand." for q in quotes]
        where = ["characters " + ", ".join("%d-%d" % tuple(at) for at in p["places"]) for p in note["passages"]]
        sources = paragraphs.get("QuoteSource", [])
        if paragraphs.get("Quote", []) != quotes or len(sources) != len(quotes):
            wrong.append("%d: %r, not %r" % (note["number"], paragraphs.get("Quote"), quotes))
        elif any(p["places"] and place not in source for p, place, source in zip(note["passages"], where, sources)):
            wrong.append("%d: %r, not %r" % (note["number"], sources, where))
        elif paragraphs["FootnoteText"][0].strip() != written.plain(note["text"]).strip():
            wrong.append("%d: %r" % (note["number"], paragraphs["FootnoteText"]))
        elif paragraphs.get("FootnoteValue", []) != [written.plain(v) for v in note["values"]]:
            wrong.append("%d: %r" % (note["number"], paragraphs.get("FootnoteValue")))
    tap.ok(not wrong, "%s: every note has the words and the places of the report as JSON" % case, "\n".join(wrong[:5]))


def markdown_sentences(text):
    """Sentences as a reader of the Markdown sees them: of the text above the notes, without tables and figures."""
    body = text[:text.index("\n## Notes\n")]
    body = re.sub(r"^```.*?^```$|^#+ .*?$|^\|.*?$", "", body, flags=re.S | re.M)
    body = re.sub(r"\[\^\d+\]", "\0", body)
    for block in re.split(r"\n\n|\n(?=- )", body):
        block = re.sub(r"(?<!\\)\*+", "", block.removeprefix("- "))
        yield from (written.folded(re.sub(r"\\(.)", r"\1", s)) for s in block.split("\0") if s.strip())


def check_text(case, roots, told, markdown):
    paragraphs = [written.folded(text_of(p)) for p in roots["word/document.xml"].iter(W + "p")]
    shown = "\n".join(paragraphs)
    lost = [s["text"] for _, _, s in written.sentences(told)
            if written.folded("".join('"%s"' % v if k == "quote" else v for p in s["pieces"] for k, v in p.items()))
            not in shown]
    tap.ok(not lost, "%s: every sentence of the report as JSON stands in it" % case, "\n".join(lost[:5]))
    all_text = " ".join(paragraphs)
    lost = [s for s in markdown_sentences(markdown) if s not in all_text and s.rstrip(":") not in all_text
            and not in_table(s, told)]
    tap.ok(not lost, "%s: every sentence of the report as Markdown stands in it" % case, "\n".join(lost[:5]))
    cells = {written.folded(c.strip()) for t in tables(told) for row in [t["head"]] + t["rows"] for c in row}
    tap.ok(not [c for c in cells if c not in all_text], "%s: every cell stands in it" % case)
    first = paragraphs[0]
    tap.same(first, written.folded(told["title"]), "%s: the title stands first" % case)
    body = roots["word/document.xml"][0]
    margin = {}
    for p in body.iter(W + "p"):
        kinds = [r for r in p.iter(W + "r") if (r.find("%srPr/%srStyle" % (W, W)) is not None)
                 and r.find("%srPr/%srStyle" % (W, W)).get(W + "val") == "SentenceKind"]
        if kinds:
            style = p.find("%spPr/%spStyle" % (W, W)).get(W + "val").lower()
            margin.setdefault("judgement" if style == "answer" else style, set()).add(kinds[0].find(W + "t").text)
    tap.ok(all(v == {k} for k, v in margin.items()) and len(margin) > 2, "%s: style and margin tell the kind" % case,
           margin)


def in_table(sentence, told):
    """Markdown writes a table that is too wide as items, each cell with its head, below caption and first head; and
    the numbers of some figures as a table."""
    heads = [written.folded("%s (%s):" % (t.get("caption", t.get("title")), t["head"][0])) for t in rows(told)]
    return sentence in heads or any(sentence.startswith(written.folded(row[0])) and written.folded(row[-1]) in sentence
               for t in rows(told) for row in t["rows"])


def rows(told):
    return [b for s in told["sections"] for b in s["blocks"] if "rows" in b]


def tables(told):
    return [b for s in told["sections"] for b in s["blocks"] if b["kind"] == "table"]


def check(case, path):
    data, told = written.report(path, "docx"), written.report(path)
    tap.ok(data == written.report(path, "docx"), "%s: same case, same bytes" % case)
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        tap.same(z.testzip(), None, "%s: no part is damaged" % case)
        tap.same({i.date_time for i in z.infolist()}, {(1980, 1, 1, 0, 0, 0)}, "%s: no clock is in it" % case)
        parts = {n: z.read(n) for n in z.namelist()}
    media = {p for p in parts if p.startswith("word/media/")}
    tap.same(set(parts) - media, PARTS, "%s: the parts that there must be" % case)
    tap.same(list(parts)[0], "[Content_Types].xml", "%s: the types stand first" % case)
    tap.ok(all(parts[p].startswith(b"\x89PNG\r\n") for p in media), "%s: pictures are PNG" % case)
    roots = {}
    for part in (p for p in parts if not p.endswith(".png")):
        try:
            roots[part] = ET.fromstring(parts[part])
        except ET.ParseError as e:
            tap.ok(False, "%s: %s is well-formed" % (case, part), e)
            return data
    check_links(case, parts)
    check_form(case, roots)
    check_notes(case, roots, told)
    check_text(case, roots, told, written.report(path, "md").decode())
    core = parts["docProps/core.xml"].decode()
    as_of = re.search(r"As of (?:(\d+) )?(?:(\w+) )?(\d{4})", told["under"])
    made = re.search(r"<dcterms:created [^>]*>(\d{4})-\d\d-\d\dT00:00:00Z<", core)
    tap.same(made and made[1], as_of and as_of[3], "%s: the date is the case's" % case)
    return data


def opened(program, folder, data, form):
    with open(os.path.join(folder, "report.docx"), "wb") as f:
        f.write(data)
    out = os.path.join(folder, "report." + form)
    if os.path.exists(out):
        os.remove(out)
    p = subprocess.run([program, "-env:UserInstallation=file://" + os.path.join(folder, "profile"), "--headless",
                        "--convert-to", form + (":Text (encoded):UTF8" if form == "txt" else ""), "--outdir", folder,
                        os.path.join(folder, "report.docx")], capture_output=True, text=True, timeout=300, check=False)
    if not os.path.exists(out):
        return None, p.stderr
    with open(out, "rb") as f:
        return f.read(), p.stderr


def letters(text):
    """Without numbers, among which marks of notes would stand, and what a program may set its own way."""
    return re.sub(r"[\s\d\W_]", "", text)


def check_places(path):
    """Neither the zone nor the language nor the folder of its user gets into it."""
    data = written.report(path, "docx")
    with tempfile.TemporaryDirectory(prefix="hearsay-home-") as home:
        for zone in ("Pacific/Auckland", "America/St_Johns", "UTC"):
            env = dict(os.environ, TZ=zone, HOME=home, LC_ALL="C.UTF-8", LANG="C.UTF-8")
            p = subprocess.run([tap.HEARSAY, "report", path, "-f", "docx"], env=env, cwd=home, capture_output=True,
                               timeout=300, check=False)
            tap.ok(p.stdout == data, "the same bytes in %s, with another home" % zone, p.stderr)


def check_office(folder, made):
    program = shutil.which("soffice")
    if not program:
        tap.skip("soffice is not installed (libreoffice-writer-nogui)", "LibreOffice opens it")
        return
    for case, (data, path) in made.items():
        text, why = opened(program, folder, data, "txt")
        if not tap.ok(text, "%s: LibreOffice opens it" % case, why):
            continue
        shown = letters(text.decode("utf-8-sig"))
        lost = [s["text"] for _, _, s in written.sentences(written.report(path)) if letters(s["text"]) not in shown]
        tap.ok(not lost, "%s: LibreOffice shows every sentence" % case, "\n".join(lost[:5]))
    pdf, why = opened(program, folder, next(iter(made.values()))[0], "pdf")
    tap.ok(pdf and pdf.startswith(b"%PDF"), "LibreOffice prints it", why)


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-docx-") as folder:
        cases = {**written.examples(), **written.made(), **written.drafted(folder, 3)}
        made = {case: (check(case, path), path) for case, path in cases.items()}
        check_places(cases["river"])
        some = [c for c in made if c in ("kremlin", "river", "two-drones", "hostile") or "drafted" in c]
        check_office(folder, {c: made[c] for c in some})
    tap.done()


main()
