#!/usr/bin/env python3
"""Real pages with known answers (data/articles of the shared folder): the body is found, nothing unwanted is in it, and
every code point of the text leads back to bytes that decode to it."""
import codecs
import gzip
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tap

SETS = {"aeb-dev": "ground-truth.json", "meta-dev": "truth.json"}
SPACE = " \n"


def unpack(archives, name, folder):
    archive = os.path.join(archives, name + ".tar.zst")
    subprocess.run(["tar", "--zstd", "-xf", archive, "-C", folder], check=True)
    pages = os.path.join(folder, name, "html")
    out = os.path.join(folder, name, "pages")
    os.mkdir(out)
    for page in sorted(os.listdir(pages)):
        with gzip.open(os.path.join(pages, page)) as f, open(os.path.join(out, page[:-3]), "wb") as g:
            g.write(f.read())
    return out, os.path.join(folder, name, SETS[name])


def read_all(folder, ndjson):
    paths = [os.path.join(folder, p) for p in sorted(os.listdir(folder))]
    with open(ndjson, "wb") as out:
        subprocess.run([tap.HEARSAY, "read", "--only", "text"] + paths, stdout=out,
                       stderr=subprocess.DEVNULL)


GUESSED = ["iso-8859-2", "windows-1250", "windows-1251", "koi8-r", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"]


def declared(raw):
    """The encodings that the page may be in: what it declares first, else any that is guessed at."""
    found = re.search(rb"<meta[^>]*charset\s*=\s*[\"']?([\w-]+)", raw[:8192], re.I)
    name = found.group(1).decode("ascii").lower() if found else ""
    try:
        codecs.lookup(name)
    except LookupError:
        name = ""
    first = ["gb18030" if name in ("gb2312", "gbk") else name] if name else GUESSED
    return first + ["utf-8", "windows-1252"]


def decodes(raw, char, encodings):
    """Whether bytes of the page stand for a character: as they are, in an old encoding, or as a reference."""
    for encoding in encodings:
        text = raw.decode(encoding, "ignore")
        if char in text or (text.startswith("&") and char in html.unescape(text if text.endswith(";") else text + ";")):
            return True
    return False


def lost(document, raw):
    """The code points of a document's text that do not lead back to their bytes."""
    chars, encodings = list(document["text"]), declared(raw)
    reached = [c in SPACE for c in chars]
    at = [0]
    for c in chars:  # byte offset of each code point
        at.append(at[-1] + len(c.encode("utf-8")))
    index = {b: i for i, b in enumerate(at)}
    for run in document["map"]:
        start, original, length = run[:3]
        unit, source = (run[3], run[4]) if len(run) > 3 else (0, 0)
        i = index[start]
        while i < len(chars) and at[i] < start + length:
            size, into = at[i + 1] - at[i], at[i] - start
            where = original + (into // unit * source if unit else into)
            piece = raw[where:where + (source if unit else size)]
            reached[i] = reached[i] or decodes(piece, chars[i], encodings)
            i += 1
    return [i for i, ok in enumerate(reached) if not ok]


def scores(scorer, truth, ndjson, fields):
    run = subprocess.run([sys.executable, scorer, "--truth", truth, "--pred", ndjson, "--fields", fields, "--bootstrap",
                          "2"], capture_output=True, text=True, check=True)
    return run.stdout


def number(text, before, after=""):
    rest = text.split(before, 1)[1].lstrip()
    return float(rest.split(after, 1)[0] if after else rest.split()[0])


def main():
    scorer, archives = tap.data("score", "score_articles.py"), tap.data("data", "articles")
    if not scorer or not archives or not shutil.which("zstd"):
        tap.skip("no development data here (HEARSAY_SHARED), or no zstd", "pages with known answers")
        return tap.done()
    with tempfile.TemporaryDirectory() as folder:
        for name, fields in (("aeb-dev", "body"), ("meta-dev", "snippets")):
            pages, truth = unpack(archives, name, folder)
            ndjson = os.path.join(folder, name + ".ndjson")
            read_all(pages, ndjson)
            said = scores(scorer, truth, ndjson, fields)
            if fields == "body":
                tap.ok(number(said, "F1") >= 0.980, "body F1 is at least .980: %s" % number(said, "F1"))
            else:
                wanted, unwanted = number(said, "wanted ones in", "%"), number(said, "unwanted ones in", "%")
                tap.ok(wanted >= 92, "at least 92 %% of what must be there is: %s" % wanted)
                tap.ok(unwanted <= 8, "at most 8 %% of what must not be there is: %s" % unwanted)
            with open(ndjson, encoding="utf-8") as f:
                for line in f:
                    document = json.loads(line)
                    with open(document["path"], "rb") as page:
                        bad = lost(document, page.read())
                    tap.ok(not bad, "%s: every code point leads back" % os.path.basename(document["path"]),
                           ["%r at %d" % (document["text"][i], i) for i in bad[:5]])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
