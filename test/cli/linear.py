#!/usr/bin/env python3
"""The time to read a page grows as its length does, whatever it consists of: pages of one kind of thing, at n bytes and
at four times n. Processor time is compared, so that a busy machine does not matter much."""
import os
import random
import subprocess
import tempfile

import pace
import tap

LENGTH = 10_000 if tap.sanitized() else 125_000
TIMES = 4
FIXED = 0.3    # seconds that do not count


def name(draw):
    return "".join(draw.choice("abdeiklmnorstu") for _ in range(draw.randint(3, 8))).capitalize()


def names(draw, n):
    return " ".join(name(draw) for _ in range(n))


def words(draw):
    """Words that the reader's rules look for, in no order."""
    with open(os.path.join(tap.ROOT, "models", "words.tsv"), encoding="utf-8") as f:
        found = [w.split(":")[0].strip("+") for line in f if line[0] != "#" for w in line.split("\t")[1].split()]
    return lambda: " ".join(draw.choice(found) for _ in range(25)).capitalize() + ". "


def kinds(draw):
    """Title, what gives the next piece of such a page, and where it needs one a head."""
    nested = "Ana Lorca" + " said that the mayor believed it was likely that they" * 45 + " did it. "
    transcript = "The fire\n\nPresenter: Who did it?\n\nAna Lorca: I think the mayor did it.\n\n" \
                 "Presenter: I think the mayor did it.\n\nAna Lorca: Yes.\n\n"
    return [
        ("short sentences", lambda: "It rained. "),
        ("one sentence without an end", lambda: "the wind blew and "),
        ("one word", lambda: "x"),
        ("quotation marks", lambda: '"'),
        ("opening quotation marks", lambda: "\u201c"),
        ("the word said", lambda: "said "),
        ("capitalised words", lambda: name(draw) + " "),
        ("sentences of names", lambda: names(draw, 5) + ". "),
        ("full stops", lambda: ". "),
        ("abbreviations", lambda: "Dr. "),
        ("years in one sentence", lambda: "in 2009 and "),
        ("dates in one sentence", lambda: "on 3 May 2023 and "),
        ("paragraphs", lambda: "Ana Lorca said it.\n\n"),
        ("statements", lambda: "Ana Lorca said the mayor did it. "),
        ("accusations", lambda: "Officials accused %s of the attack. " % names(draw, 2)),
        ("accusations by and of endless names", lambda: "%s accused %s of the attack. %s denied it. " %
         (names(draw, 30), names(draw, 500), names(draw, 30))),
        ("sureness that waits for a statement", lambda:
         "%s said that the mayor did it. Nobody is sure. %s has no doubt. " % (name(draw), name(draw))),
        ("statements and letters", lambda:
         "STATEMENT BY %s\n\nWe did it.\n\nYours truly,\n%s\n\n" % (names(draw, 2).upper(), names(draw, 2))),
        ("denials for us", lambda: '"We did not attack the mayor," said %s. ' % names(draw, 2)),
        ("frames within frames", lambda: nested),
        ("what we did, others say", lambda:
         '"' + "the board says we sank it and the crew knows we sank it, " * draw.randint(2, 6) + '" %s said. '
         % names(draw, 2)),
        ("words in no order", words(draw)),
        ("turns of ever other people", lambda: "%s: The mayor did it.\n\n" % name(draw), transcript),
        ("brackets in a transcript", lambda: "(", transcript),
    ]


def page(piece, length, head=""):
    pieces, n = [head], len(head.encode())
    while n < length:
        pieces.append(piece())
        n += len(pieces[-1].encode())
    return "".join(pieces)


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def seconds(path, title):
    """Of processor time, of the program and its reader; whether the page is read at all is a case."""
    before = pace.spent()
    out = subprocess.run([tap.HEARSAY, "read", path], capture_output=True, check=False, timeout=600)
    tap.ok(out.returncode == 0, title + ": is read", out)
    return pace.spent() - before


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-linear-") as folder:
        path = os.path.join(folder, "page.txt")
        for title, piece, *head in kinds(random.Random(4)):
            write(path, page(piece, LENGTH, *head))
            few = seconds(path, title)
            write(path, page(piece, TIMES * LENGTH, *head))
            took = pace.growth(few, lambda: seconds(path, title), TIMES, FIXED)
            tap.ok(took.good, title + ": in a time that grows as it does", took)
    tap.done()


main()
