#!/usr/bin/env python3
"""What comes out of a PDF: columns, parted words, what repeats from page to page, pages that are pictures. The PDFs are
made here, of lines of text at their places."""
import hashlib
import json
import os
import subprocess
import tempfile

import tap

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def content(lines):
    shown = ("/F %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n" % (size, x, y, text.replace("(", "\\(").replace(")", "\\)"))
             for x, y, size, text in lines)
    return ("BT\n" + "".join(shown) + "ET").encode("cp1252")


def pdf(pages):
    """A page is a list of lines: x, y from the bottom, size, text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", FONT]
    for lines in pages:
        stream = content(lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
                       b"/Resources << /Font << /F 3 0 R >> >> >>" % len(objects))
    kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(pages)))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids)
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    return out + (b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" %
                  (len(objects) + 1, table, len(objects) + 1, len(out)))


def column(x, top, texts):
    return [(x, top - 14 * i, 11, text) for i, text in enumerate(texts)]


def read(pages):
    """The document, or the sentence of the error; the exit code; the bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.pdf")
        with open(path, "wb") as f:
            f.write(pdf(pages))
        p = subprocess.run([tap.HEARSAY, "read", path], capture_output=True, text=True)
    return json.loads(p.stdout) if p.stdout else p.stderr, p.returncode, pdf(pages)


LEFT = ["The harbour office said on Tuesday that the", "ferry had been cut loose. Two of the cap-",
        "tain\u2019s men saw it."]
RIGHT = ["Nobody was on the pier that night, the", "deputy mayor said. The storm, she told re-",
         "porters, came an hour later."]


def columns():
    d, _, raw = read([[(60, 740, 20, "What the harbour log says")] + column(60, 680, LEFT) + column(330, 680, RIGHT)])
    tap.same(d["text"], "What the harbour log says\n\n"
             "The harbour office said on Tuesday that the ferry had been cut loose. Two of the captain\u2019s men saw "
             "it.\n\nNobody was on the pier that night, the deputy mayor said. The storm, she told reporters, came an "
             "hour later.", "columns one after the other, parted words put together")
    tap.same(d["title"], "What the harbour log says", "the title is what stands in larger letters")
    tap.same((d["id"], d["bytes"]), (hashlib.sha256(raw).hexdigest(), len(raw)), "id and length are those of the PDF")
    tap.same((d["media"], d["map"], d["debris"]), ("application/pdf", [], []), "nothing leads back into its bytes")


def repeated():
    pages = []
    for n in range(9, 13):
        pages.append([(60, 770, 9, "Inquiry of 2024"), (500 if n % 2 else 60, 30, 9, "page %d" % n)] +
                     column(60, 600, ["Witness %s saw the ferry leave, and said so." % "ABCD"[n - 9]]) +
                     column(60, 400, ["The same line stands here on each page."]))
    pages[0].append((300, 30, 9, "Printed at Orlen"))
    d, _, _ = read(pages)
    tap.ok("Inquiry of" not in d["text"] and "page" not in d["text"].replace("each page", ""),
           "running heads and page numbers are left out", d["text"])
    tap.ok(d["text"].count("saw the ferry leave") == 4, "what differs stays", d["text"])
    tap.ok("Printed at Orlen" in d["text"], "and what stands at the foot of one page alone", d["text"])
    tap.ok("The same line stands here" in d["text"], "and what repeats in the middle of pages", d["text"])
    tap.ok(any("left out: 8 lines" in w for w in d["warnings"]), "a warning counts what was left out", d["warnings"])


def goes_on():
    pages = [column(60, 200, ["The minister said that the inquiry, which has been", "open since March, would be"]),
             column(60, 700, ["closed by the end of the year.", "Nobody in the harbour office believed him, two clerks",
                              "said, and the mayor\u2019s office declined to comment."])]
    d, _, _ = read(pages)
    tap.same(d["text"], "The minister said that the inquiry, which has been open since March, would be closed by the "
             "end of the year.\n\n"
             "Nobody in the harbour office believed him, two clerks said, and the mayor\u2019s office "
             "declined to comment.", "a paragraph goes on in the next page, and ends with a short line")


def pictures():
    left, back = column(60, 700, ["The ferry left, the office said."]), column(60, 700, ["It came back."])
    d, _, _ = read([left, [], [], back, []])
    tap.same(d["warnings"], ["pages 2 to 3: no text layer; try OCR", "page 5: no text layer; try OCR"],
             "pages without text are named")
    words, code, _ = read([[], []])
    tap.ok(code == 4 and "no page of 2 has a text layer; try OCR" in words, "a scan is refused", words)


columns()
repeated()
goes_on()
pictures()
tap.done()
