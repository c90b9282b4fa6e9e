#!/usr/bin/env python3
"""The report as a web page, in a real browser: axe finds nothing, nothing reaches out to the side, every mark leads to
its words, the policy holds, and paper shows every figure whole. HEARSAY_SCREENS names a folder that the pictures are
kept in, to be looked at."""
import json
import os
import re
import shutil
import subprocess
import tempfile

import tap
import written

HERE = os.path.join(tap.ROOT, "test", "web")
MODULES = os.path.join(tap.BUILD, "test", "web")


def installed():
    """Whether the packages of package-lock.json are in the build directory; the lock names each by its hash."""
    os.makedirs(MODULES, exist_ok=True)
    mark = os.path.join(MODULES, "node_modules", ".package-lock.json")
    lock = os.path.join(MODULES, "package-lock.json")
    with open(os.path.join(HERE, "package-lock.json"), "rb") as f:
        wanted = f.read()
    if os.path.exists(mark) and os.path.exists(lock):
        with open(lock, "rb") as f:
            if f.read() == wanted:
                return True
    for name in ("package.json", "package-lock.json"):
        shutil.copy(os.path.join(HERE, name), MODULES)
    p = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=MODULES, capture_output=True,
                       text=True, timeout=600, check=False)
    if p.returncode:
        os.path.exists(lock) and os.remove(lock)
    return p.returncode == 0


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
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    for program, there in (("node", shutil.which("node")), ("npm", shutil.which("npm")), ("chromium", browser)):
        if not there:
            tap.skip("%s is not installed" % program, "reports in a browser")
            tap.done()
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    if int((re.search(r"\d+", version) or ["0"])[0]) < 20:
        tap.skip("node %s is older than 20" % version, "reports in a browser")
        tap.done()
    if not installed():
        tap.skip("npm cannot fetch the packages of test/web/package-lock.json", "reports in a browser")
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
        p = subprocess.run(["node", os.path.join(HERE, "pages.mjs"), MODULES, browser, folder], capture_output=True,
                           text=True, timeout=800, check=False)
        for line in p.stdout.splitlines():
            case = json.loads(line)
            tap.ok(case["good"], case["name"], case["detail"])
        tap.ok(p.returncode == 0, "the browser came to its end", p.stderr)
        for name in cases if p.returncode == 0 else ():
            check_print(name, folder, told[name])
        kept = os.environ.get("HEARSAY_SCREENS")
        for name in os.listdir(folder) if kept else ():
            if name.endswith((".png", ".pdf")):
                shutil.copy(os.path.join(folder, name), kept)
    tap.done()


main()
