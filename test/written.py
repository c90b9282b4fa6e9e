"""Reports to test the writers with: of the examples, of test/reports and test/golden/report, of cases drafted from
texts, and of one case of the development data where it is at hand."""
import glob
import json
import os
import re
import subprocess

import tap

ENV = dict(os.environ, SOURCE_DATE_EPOCH="1700000000", HEARSAY_USER="ana", LC_ALL="C")
KINDS = ["information", "assumption", "judgement", "confidence"]
KNOWN = ["example/kremlin.yaml", "example/river.yaml"]


def hearsay(*words):
    p = subprocess.run([tap.HEARSAY, *words], env=ENV, capture_output=True, timeout=300, check=False)
    if p.returncode not in (0, 1):
        tap.ok(False, "hearsay " + " ".join(os.path.basename(w) for w in words), p.stderr.decode("utf-8", "replace"))
    return p.stdout


def examples():
    """{name: path} of the two examples and the case of the development data."""
    found = {os.path.basename(path)[:-5]: os.path.join(tap.ROOT, path) for path in KNOWN}
    drones = tap.data("data", "cases", "two-drones.yaml")
    if drones:
        found["two-drones"] = drones
    else:
        tap.skip("the development data is absent: $HEARSAY_SHARED, ../shared", "two-drones")
    return found


def made():
    """{name: path} of the cases made for tests of the writers."""
    paths = glob.glob(os.path.join(tap.ROOT, "test", "reports", "*.yaml"))
    paths += glob.glob(os.path.join(tap.ROOT, "test", "golden", "report", "*.yaml"))
    return {os.path.basename(path)[:-5]: path for path in sorted(paths)}


def drafted(folder, most=None):
    """{name: path} of case files that `assess` drafts from texts, one a text, and one from eleven texts."""
    one = [[path] for path in sorted(glob.glob(os.path.join(tap.ROOT, "test", "drafts", "*.txt")))]
    ten = sorted(glob.glob(os.path.join(tap.ROOT, "test", "drafts", "ten", "*.txt")))
    found = {}
    for texts in ([ten] + one)[:most]:
        name = "ten" if texts == ten else os.path.basename(texts[0])[:-4]
        path = os.path.join(folder, name + ".hearsay")
        hearsay("assess", *texts, "--case", path, "-o", os.devnull)
        if os.path.exists(path):
            found["drafted-" + name] = path
    return found


def report(path, form="json"):
    made_of = hearsay("report", path, "-f", form)
    return json.loads(made_of or b"{}") if form == "json" else made_of


def sentences(told, upto=8):
    """(section, block, sentence) of a report as JSON."""
    for section in told["sections"]:
        for block in section["blocks"] if section["number"] <= upto else []:
            for sentence in block.get("sentences", []):
                yield section, block, sentence


def plain(text):
    """As plain_text of src/write/plain.c makes it: for what formats show of words that are exact in JSON."""
    text = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff"
                  "\U000e0000-\U000e007f]", "\ufffd", text)
    return re.sub("[ \t-\r\x85\u2028\u2029]+", " ", text)


def folded(text):
    """Text without what formats do to it: kinds of spaces, hyphens and quotation marks."""
    text = plain(text).replace("\u00a0", " ").replace("\u2011", "-")
    return " ".join(re.sub("[\u201c\u201d]", '"', text).split())
