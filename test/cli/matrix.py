#!/usr/bin/env python3
"""Matrices in and out: what an export of a matrix keeps when it is imported again, bad files, which change nothing,
and the programs of others, which open what is written."""
import base64
import gzip
import hashlib
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import tap

sys.path.insert(0, os.path.join(tap.ROOT, "test", "golden"))
from workbook import Workbook, pack, workbook  # noqa: E402

CASE = """hearsay: 1
title: The pump house
questions:
  - id: why
    ask: Why did the pump stop?
    hypotheses: [{id: heat, say: Heat in the motor, prior: 0.3}, {id: flood, say: "Flood, from the river", prior: 0.7}]
  - id: who
    ask: Who was there?
    hypotheses: [{id: guard, say: The guard, prior: 0.5}, {id: none, say: Nobody, prior: 0.5}]
facts:
  - {id: hot, say: The pump ran hot, about: why, if: {heat: very likely, flood: very unlikely}, why: seen twice}
  - {id: water, say: "=SUM(A1) was written on the wall", about: why, if: {heat: unlikely, flood: likely}}
  - {id: lock, say: "-- a \\"locked\\" door; and, a key", about: why, if: {heat: roughly even chance, flood: 0.7}}
  - {id: smoke, say: There was smoke, about: why, if: {heat: almost certain, flood: 1}}
  - {id: lamp, say: A lamp was lit, about: who, if: {guard: likely, none: unlikely}}
sources:
  - {id: operator, name: "@operator", kind: witness, reliability: B}
  - {id: paper, name: The Paper, kind: outlet, reliability: E}
reports:
  - {id: r1, fact: hot, from: operator, published: 2031-03-02}
  - {id: r2, fact: water, from: operator}
  - {id: r3, fact: lock, from: paper, published: 2031-03}
  - {id: r4, fact: smoke}
  - {id: r5, fact: lamp, from: paper}
"""
SHEET = "Evidence,Source,H1,H2\nThe pump ran hot,Operator,CC,I\n"


class Folder:
    """A folder with a case file in it, and the program run there."""

    def __init__(self, path):
        self.path = path
        self.write("case.yaml", CASE)
        self.run("new", "a.hearsay")
        self.run("import", "a.hearsay", "case.yaml")

    def write(self, name, data):
        with open(os.path.join(self.path, name), "wb") as f:
            f.write(data.encode() if isinstance(data, str) else data)

    def read(self, name):
        with open(os.path.join(self.path, name), "rb") as f:
            return f.read()

    def run(self, *words):
        done = subprocess.run([tap.HEARSAY, *words], cwd=self.path, capture_output=True, timeout=300)
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def state(self):
        return hashlib.sha256(self.run("export", "a.hearsay")[1] + self.run("log", "a.hearsay")[1]).hexdigest()


def check_same_bytes(f):
    for form in ("csv", "xlsx", "achz"):
        code, once, err = f.run("export", "a.hearsay", "-f", form)
        tap.ok(code == 0 and once, "a case is exported as %s" % form, err)
        tap.ok(f.run("export", "a.hearsay", "-f", form)[1] == once, "twice the same bytes")
        zone = dict(os.environ, TZ="Asia/Tokyo")
        there = subprocess.run([tap.HEARSAY, "export", "a.hearsay", "-f", form], cwd=f.path, env=zone,
                               capture_output=True, timeout=300)
        tap.ok(there.stdout == once, "and in another time zone", there.stderr)


def check_round_trips(f):
    """CSV and XLSX keep all of a matrix; PARC's format the letters of the ratings, and what it has a place for."""
    first = f.run("export", "a.hearsay", "-f", "csv")[1]
    f.write("one.csv", first)
    tap.same(f.run("export", "-q", "one.csv", "-f", "csv")[1], first, "CSV comes back as it went out")
    f.run("export", "a.hearsay", "-f", "xlsx", "-o", "one.xlsx")
    tap.same(f.run("export", "-q", "one.xlsx", "-f", "csv")[1], first, "so does XLSX")
    f.run("export", "-q", "one.xlsx", "-f", "xlsx", "-o", "two.xlsx")
    tap.ok(f.read("one.xlsx") == f.read("two.xlsx"), "to the byte")
    case = f.run("export", "-q", "one.csv")[1].decode()
    for line in ("why: seen twice", "published: \"2031-03\"", "kind: witness", "reliability: B", "flood: 0.7",
                 "heat: almost certain", "say: \"Flood, from the river\"", "id: smoke", "ask: Why did the pump stop?"):
        tap.ok(line in case, "the case that comes of it has %s" % line, case)
    f.run("export", "a.hearsay", "-f", "achz", "-o", "one.achz")
    f.run("export", "-q", "one.achz", "-f", "achz", "-o", "two.achz")
    f.run("export", "-q", "two.achz", "-f", "achz", "-o", "three.achz")
    tap.ok(f.read("two.achz") == f.read("three.achz"), "ACHZ comes back as it went out",
           gzip.decompress(f.read("two.achz")).decode() + gzip.decompress(f.read("three.achz")).decode())
    xml = gzip.decompress(f.read("one.achz")).decode()
    values = re.findall("<VALUES>(.*)</VALUES>", xml)
    tap.same(values, ["C C,I I", "I,C", "N,C", "C C,C C"], "with the letters of its ratings")
    tap.same(re.findall("<VALUES>(.*)</VALUES>", gzip.decompress(f.read("two.achz")).decode()), values, "which stay")


def check_guarded(f):
    """No text of a case is a formula in a spreadsheet."""
    text = f.run("export", "a.hearsay", "-f", "csv")[1].decode("utf-8-sig")
    tap.ok("\"'=SUM(A1) was written on the wall\"" in text, "a text that begins with = is guarded", text)
    tap.ok("\"'@operator\"" in text and "\"'-- a \"\"locked\"\" door; and, a key\"" in text, "so are @ and -", text)
    tap.ok(not re.search(r'(^|,)"?[=+@-]', text, re.M), "no cell begins like a formula", text)


def check_questions(f):
    code, out, err = f.run("export", "a.hearsay", "-f", "csv", "--question", "who")
    tap.ok(code == 0 and b"A lamp was lit" in out and b"pump ran hot" not in out, "the matrix of one question", err)
    code, _, err = f.run("export", "a.hearsay", "-f", "csv", "--question", "whom")
    tap.ok(code == 3 and "no question 'whom'" in err, "a question that is not there is refused", err)
    code, _, err = f.run("export", "a.hearsay", "-f", "yaml", "--question", "who")
    tap.ok(code == 2 and "--question is for a matrix" in err, "YAML has all of the case", err)
    code, _, err = f.run("export", "a.hearsay", "-f", "papyrus")
    tap.ok(code == 2 and "yaml, json, csv, xlsx, achz, stix" in err, "the formats are named", err)
    f.run("new", "empty.hearsay")
    code, _, err = f.run("export", "empty.hearsay", "-f", "csv")
    tap.ok(code == 4 and "no question" in err, "a case without questions has no matrix", err)


def check_added(f):
    """A matrix is added: nothing of the case changes, ids do not meet, a source by the same name is the same."""
    f.write("more.csv", "ID,Evidence,Source,Credibility,heat: Heat,flood: Flood\nhot,It was hot,The Paper,High,C,I\n"
                        "new,It was new,Clerk,,C,N\n")
    before = f.run("export", "a.hearsay")[1].decode()
    code, out, err = f.run("import", "a.hearsay", "more.csv", "--question", "Was it the heat?")
    after = f.run("export", "a.hearsay")[1].decode()
    tap.ok(code == 0 and b"added: a question; facts: 2, sources: 1, reports: 2" in out, "a matrix is added", err)
    kept = [line for line in before.splitlines() if line not in after.splitlines()]
    tap.ok(not kept, "what was there is there still", "\n".join(kept))
    tap.ok("id: hot-2" in after and "ask: Was it the heat?" in after, "under an id of its own", after)
    tap.ok("fact: hot-2, holds: \"yes\", from: paper" in after, "from the source that the case has by that name", after)
    tap.ok("id: question" in after, "as a question of its own", after)
    code, out, err = f.run("import", "a.hearsay", "more.csv")
    tap.ok(code == 0 and "id: question-2" in f.run("export", "a.hearsay")[1].decode(), "and once more", err)
    code, _, err = f.run("import", "a.hearsay", "case.yaml", "--question", "Why?")
    tap.ok(code == 2 and "for a matrix" in err, "--question is for a matrix", err)


def check_weighed(f):
    f.write("sheet.csv", SHEET)
    code, out, err = f.run("weigh", "sheet.csv")
    tap.ok(code == 0 and b" > h1" in out and "assumed: ratings stand" in err, "a sheet is weighed as a case is", err)
    tap.ok(not f.run("weigh", "-q", "sheet.csv")[2], "quietly where that is asked")


def bad_workbooks():
    parts = Workbook([{"name": "S", "rows": [["Evidence", "H1", "H2"], ["a", "C", "I"]]}]).parts()
    sheet = "xl/worksheets/sheet1.xml"
    good = pack(parts)
    locked = bytearray(good)
    for at in (m.start() for m in re.finditer(b"PK\1\2", good)):
        locked[at + 8] |= 1
    for at in (m.start() for m in re.finditer(b"PK\3\4", good)):
        locked[at + 6] |= 1
    bomb = {**parts, "xl/sharedStrings.xml": "<sst>%s</sst>" % (" " * (64 << 20))}
    damaged = bytearray(good)
    damaged[good.index(b"xl/workbook.xml") + 40] ^= 255
    noise = base64.b64encode(random.Random(1).randbytes(13 << 20)).decode()
    large = {**parts, "xl/sharedStrings.xml": "<sst><si><t>%s</t></si></sst>" % noise}
    repeated = "<c t=\"s\"><v>0</v></c>" * 50
    many = {**parts, "xl/sharedStrings.xml": "<sst><si><t>%s</t></si></sst>" % ("x" * 1000000),
            sheet: "<worksheet><sheetData><row>%s</row></sheetData></worksheet>" % repeated}
    place = {**parts, sheet: parts[sheet].replace('r="A1"', 'r="ZZZZ1"')}
    doctype = {**parts, sheet: '<!DOCTYPE a [<!ENTITY b "c">]>' + parts[sheet]}
    no_name = {name: text for name, text in parts.items() if name != sheet}
    no_sheet = {**parts, "xl/workbook.xml": "<workbook><sheets/></workbook>"}
    return [
        ("text", b"Evidence,H1\n", "not a ZIP archive"),
        ("empty", b"", "no part 'xl/workbook.xml'"),
        ("cut", good[:len(good) // 2], "not a ZIP archive"),
        ("other", pack({"word/document.xml": "<a/>"}), "no part 'xl/workbook.xml'"),
        ("no_sheet", pack(no_sheet), "the workbook has no sheet"),
        ("no_part", pack(no_name), "does not have it"),
        ("no_matrix", workbook([{"name": "S", "rows": [["a", "b"], ["c", "d"]]}]), "none of its sheets has no matrix"),
        ("not_xml", pack({**parts, sheet: "<worksheet><row>"}), "not valid XML"),
        ("doctype", pack(doctype), "has no document type"),
        ("bomb", pack(bomb), "times its packed size (INFLATION)"),
        ("large", pack(large), "more than the limit SHEET"),
        ("many", pack(many), "twice the limit SHEET"),
        ("place", pack(place), "'ZZZZ1' is no place of a sheet"),
        ("locked", bytes(locked), "is encrypted"),
        ("headings", workbook([{"name": "S", "rows": [["Evidence", "H1", "H2"]]}]), "has no matrix"),
        ("damaged", bytes(damaged), "packed data are damaged"),
    ]


def bad_sheets():
    wide = "Evidence," + ",".join("H%d" % i for i in range(1, 71)) + "\na," + ",".join(["C"] * 70) + "\n"
    return [
        ("empty", b"", "the sheet is empty"),
        ("blank", b" \n;;\n", "the sheet is empty"),
        ("prose", b"This is a text about a pump.\nIt has no table.\n", "has no matrix"),
        ("table", b"Name,Age\nAda,36\nBen,41\n", "has no matrix"),
        ("quote", b"Evidence,H1,H2\n\"a,C,I\nb,C,I\n", "line 2: a quotation mark opens here that is never closed"),
        ("headings", b"Evidence,H1,H2\n", "has no matrix"),
        ("zeros", b"Evidence,H1\n\0\0\1\0\0\0\n", "not text: it has zero bytes"),
        ("mark", b"\xef\xbb\xbfEvidence,H1\n\xff\xfe,C\n", "no UTF-8, although its mark says so"),
        ("wide", wide.encode(), "more than the limit HYPOTHESES of 64"),
        ("cells", b"a," * 1000001, "more than the limit CELLS of 1000000"),
        ("large", b"a" * ((16 << 20) + 1), "more than the limit SHEET"),
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "not text: it has zero bytes"),
        ("unrated", b"Evidence,H1: heat,H2: flood\nHot,surely,hardly\nWet,hardly,surely\n", "has no matrix"),
    ]


def bad_projects():
    good = "<ACH><MATRIX><HYPOTHESIS><NAME>h</NAME></HYPOTHESIS><EVIDENCE><VALUES>C</VALUES></EVIDENCE></MATRIX></ACH>"
    packed = gzip.compress(good.encode(), mtime=0)
    many = good.replace("<HYPOTHESIS>", "<HYPOTHESIS><NAME>h</NAME></HYPOTHESIS>" * 64 + "<HYPOTHESIS>")
    return [
        ("empty", b"", "not valid XML"),
        ("text", b"no project\n", "not valid XML"),
        ("packed_text", gzip.compress(b"no project\n"), "not valid XML"),
        ("cut", packed[:len(packed) - 20], "compressed data end too early"),
        ("damaged", packed[:20] + b"\xff\xff\xff" + packed[23:], "compressed data"),
        ("other", b"<html><body/></html>", "no project of ACH: it has 0 <HYPOTHESIS> and 0 <EVIDENCE>"),
        ("no_evidence", b"<A><HYPOTHESIS/></A>", "1 <HYPOTHESIS> and 0 <EVIDENCE>"),
        ("open", good[:-6].encode(), "not valid XML"),
        ("deep", ("<a>" * 20 + "</a>" * 20).encode(), "nested deeper"),
        ("doctype", ("<!DOCTYPE a [<!ENTITY b 'c'>]>" + good).encode(), "has no document type"),
        ("bomb", gzip.compress(b" " * (64 << 20)), "SHEET|INFLATION"),
        ("many", many.encode(), "more than the limit HYPOTHESES"),
        ("encoding", ('<?xml version="1.0" encoding="x-none"?>' + good).encode(), "not valid XML: unknown encoding"),
    ]


def bad_maps():
    many = "".join("[h%d]\n  + a\n" % i for i in range(65))
    return [
        ("empty", b"", "no argument map"),
        ("prose", b"This is a text about a pump.\n\nIt has no map.\n", "no argument map"),
        ("alone", b"[The pump]: It stopped.\n", "no argument map"),
        ("list", b"[The pump]: It stopped.\n  * for\n  * against\n", "no argument map"),
        ("premises", b"<Why>\n\n(1) Heat\n(2) Motors\n----\n(3) [Stop]\n", "no argument map"),
        ("circle", b"[a]\n  + [b]\n[b]\n  + [a]\n", "no argument map"),
        ("itself", b"[a]\n  - [a]\n", "no argument map"),
        ("comment", b"/* [a]\n  + [b]\n", "no argument map"),
        ("code", b"```\n[a]\n  + [b]\n```\n", "no argument map"),
        ("latin", "[H\u00e4]\n  + b\n".encode("latin-1"), "not text in UTF-8"),
        ("zeros", b"[a]\0\n  + b\n", "not text in UTF-8"),
        ("many", many.encode(), "more than the limit HYPOTHESES of 64"),
        ("statements", b"a\n\n" * 1000001, "more than the limit CELLS of 1000000"),
        ("large", b"a" * ((16 << 20) + 1), "more than the limit SHEET"),
    ]


def check_bad(f):
    before = f.state()
    for end, files in ((".xlsx", bad_workbooks()), (".csv", bad_sheets()), (".achz", bad_projects()),
                       (".argdown", bad_maps())):
        tap.ok(len(files) >= 10, "there are ten bad files of %s" % end)
        for name, data, wanted in files:
            f.write(name + end, data)
            code, out, err = f.run("import", "a.hearsay", name + end)
            good = code in (4, 5) and re.search(wanted.replace("(", r"\(").replace(")", r"\)"), err) and not out
            tap.ok(good and err.startswith("hearsay: %s: " % (name + end)) and err.count("\n") == 1,
                   "%s is refused: %s" % (name + end, wanted), "%d %s" % (code, err))
            tap.ok(f.state() == before, "and the case is as it was")
    code, _, err = f.run("import", "a.hearsay", "nowhere.csv")
    tap.ok(code == 3 and "nowhere.csv: cannot be opened" in err, "a file that is not there is named", err)
    f.run("log", "a.hearsay", "--verify")


def check_zip(f):
    f.run("export", "a.hearsay", "-f", "xlsx", "-o", "z.xlsx")
    with zipfile.ZipFile(io.BytesIO(f.read("z.xlsx"))) as z:
        tap.ok(z.testzip() is None, "the workbook is a sound ZIP archive")
        tap.same({i.date_time for i in z.infolist()}, {(1980, 1, 1, 0, 0, 0)}, "of one date")
        tap.same(z.namelist()[0], "[Content_Types].xml", "which begins with its types")


def check_office(f):
    """LibreOffice opens the workbook and sees what the CSV has."""
    name = "LibreOffice opens the workbook"
    soffice = shutil.which("soffice")
    if not soffice or tap.sanitized():
        return tap.skip("no soffice here" if not soffice else "once is enough", name)
    f.run("export", "a.hearsay", "-f", "xlsx", "-o", "office.xlsx")
    home = "-env:UserInstallation=file://" + os.path.join(f.path, "office")
    done = subprocess.run([soffice, home, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
                           "office.xlsx"], cwd=f.path, capture_output=True, timeout=300)
    path = os.path.join(f.path, "office.csv")
    if not tap.ok(os.path.exists(path), name, done.stderr.decode("utf-8", "replace")):
        return None
    text = f.read("office.csv").decode("utf-8")
    for wanted in ("The pump ran hot", "=SUM(A1) was written on the wall", "heat: Heat in the motor", "2031-03-02"):
        tap.ok(wanted in text, "and has %s" % wanted, text)
    return None


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-test-") as path:
        f = Folder(path)
        for check in (check_same_bytes, check_round_trips, check_guarded, check_questions, check_weighed, check_zip,
                      check_bad, check_office, check_added):
            check(f)
    tap.done()


main()
