#!/usr/bin/env python3
"""Sizes and shapes that no report has: tracing ends with the right answer, in a time that grows as its input does.
Processor time is compared at a size and at four times that, so that a busy machine does not matter much."""
import json
import os
import random
import subprocess
import tempfile

import pace
import tap

TIMES = 4
FIXED = 0.5  # seconds that do not count
SMALL = 20 if tap.sanitized() else 1
STORY = ("Harbour police found the missing barge on Tuesday morning, moored under tarpaulin behind the old cement "
         "works at Kell Point, with its cargo of copper wire untouched and its papers burnt in a bucket on the after "
         "deck.")
LONG_WORD = "tidewaterlockkeepership"  # one that is long enough to be looked up alone


def prose(seed, length):
    """Paragraphs of words in no order, of so many bytes in all."""
    draw = random.Random(seed)
    words = ["".join(draw.choice("abdeiklmnorstu") for _ in range(draw.randint(2, 9))) for _ in range(20000)]
    out, n = [], 0
    while n < length:
        out.append(" ".join(draw.choices(words, k=60)) + ".")
        n += len(out[-1]) + 2
    return out


def changed(paragraphs):
    """With one paragraph in the middle that is another."""
    at = len(paragraphs) // 2
    return paragraphs[:at] + ["A wholly other paragraph stands here."] + paragraphs[at + 1:]


def twice(text):
    return [text, text]


def long_text(n):
    paragraphs = prose(1, n)
    return ["\n\n".join(paragraphs), "\n\n".join(changed(paragraphs))]


def versions(n):
    """One story with a sentence of its own in each copy."""
    return ["%s\n\nThe %s printed it as number %d." % (STORY, "Courier", i) for i in range(n)]


# What, its texts at a size, the size, how many origins (None: all of them).
KINDS = [
    ("identical texts", lambda n: [STORY] * n, 1000, 1),
    ("copies of one text that are all different", versions, 500, 1),
    ("texts that have nothing in common", lambda n: ["\n\n".join(prose(i, 500)) for i in range(n)], 250, None),
    ("five words over and over", lambda n: ["the tide took a barge " * k for k in (n, n - 1)], 250000, 1),
    ("one word over and over", lambda n: ["tide " * n, "tide " * (n - 1)], 60000, 1),
    ("paragraphs of one word", lambda n: twice("\n\n".join([LONG_WORD] * n)), 50000, 1),
    ("paragraphs of one word each, all different", lambda n: twice("\n\n".join(LONG_WORD + chr(97 + i % 26) * (i % 9)
                                                                            for i in range(n))), 50000, 1),
    ("paragraphs of one short word", lambda n: twice("\n\n".join(["tide"] * n)), 50000, 1),
    ("a text of megabytes and a copy of it", long_text, 5_000_000, 1),
]


def write(path, texts, outlet=None):
    with open(path, "w", encoding="utf-8") as f:
        for i, text in enumerate(texts):
            f.write(json.dumps({"id": "d%d" % i, "outlet": outlet or "Courier of Place %d" % i, "title": "Title %d" % i,
                                "published": "2024-10-%02d" % (1 + i * 27 // len(texts)), "text": text}) + "\n")


def trace(path):
    """What it printed, and the seconds of processor time of the program and its reader."""
    before = pace.spent()
    run = subprocess.run([tap.HEARSAY, "trace", "--verbatim", "--json", "--level", "text", path], capture_output=True,
                         text=True, check=False, timeout=600)
    took = pace.spent() - before
    return (json.loads(run.stdout) if run.returncode == 0 else None), run, took


def check_kind(path, title, texts, size, origins):
    def seconds(n):
        answer, run, took = trace(path)
        if tap.ok(answer is not None, "%s, %d: traced" % (title, n), run.stderr):
            tap.same(len(answer["families"]), origins or n, "%s, %d: the right number of origins" % (title, n))
        return took

    few, many = size // SMALL, TIMES * size // SMALL
    write(path, texts(few))
    first = seconds(few)
    write(path, texts(many))
    took = pace.growth(first, lambda: seconds(many), TIMES, FIXED)
    tap.ok(took.good, title + ": in a time that grows as it does", took)


def check_small(path):
    for title, texts in (("one word", ["tide"]), ("two words that differ", ["tide", "barge"]),
                         ("one letter and one mark", ["x", "!"]), ("no letters", ["... !", "?"])):
        write(path, texts)
        answer, run, _ = trace(path)
        tap.same(answer and (answer["documents"], len(answer["families"])), (len(texts),) * 2,
                 "%s: as many origins as texts %s" % (title, run.stderr))
    write(path, ["", STORY, "", STORY])
    run = subprocess.run([tap.HEARSAY, "trace", "--verbatim", path], capture_output=True, text=True, check=False)
    tap.ok("2 documents, 1 origin, 1 echo" in run.stdout, "texts of nothing are left out", run.stdout + run.stderr)
    tap.ok(run.stderr.count("no text") == 2, "and named", run.stderr)
    with open(path, "w", encoding="utf-8"):
        pass
    run = subprocess.run([tap.HEARSAY, "trace", path], capture_output=True, text=True, check=False)
    tap.ok(run.returncode != 0 and run.stderr, "a file of nothing is refused with a sentence", run)


def check_list(path):
    """Lines that are too short to be looked up one by one."""
    towns = ["Kell", "Stannow", "Avon", "Hessel", "Norholm", "Corwick", "Tarvel", "Pelford"]
    scores = ["\n\n".join("%s %d" % (t, (7 * k + 3 * i) % 10) for i, t in enumerate(towns)) for k in range(3)]
    write(path, scores + scores)
    answer, run, _ = trace(path)
    tap.same(answer and len(answer["families"]), 3, "three lists of scores, each printed twice %s" % run.stderr)


def check_one_outlet(path):
    """An outlet that prints one text under many titles: the text is no boilerplate of its own."""
    write(path, [STORY] * 300, outlet="Kell Courier")
    answer, run, _ = trace(path)
    tap.same(answer and len(answer["families"]), 1, "one outlet, one text, 300 titles: one origin %s" % run.stderr)


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-sizes-") as folder:
        path = os.path.join(folder, "set.ndjson")
        check_small(path)
        check_list(path)
        check_one_outlet(path)
        for kind in KINDS:
            check_kind(path, *kind)
    tap.done()


main()
