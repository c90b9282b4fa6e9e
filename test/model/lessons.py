"""Lessons (tools/lessons.py) from one made-up article: every frame can be filled, nothing of a frame is left in a text,
spans hold words, and the same input gives the same lessons."""
import json
import pathlib
import re
import subprocess
import tempfile

import tap

ROOT = pathlib.Path(tap.ROOT)
TEXT = ("The mayor opened the old bridge near the port . Ms. Orlan asked whether the ferry would ever sail again . "
        "Opening and to open : she has opened .")
# Its sentences as the tables of trees have them: word, lemma, tag, entity, head from 1, relation.
TREES = [
    [("The", "the", "DT", "O", 2, "det"), ("mayor", "mayor", "NN", "PERSON", 3, "nsubj"),
     ("opened", "open", "VBD", "O", 0, "root"), ("the", "the", "DT", "O", 6, "det"),
     ("old", "old", "JJ", "O", 6, "amod"), ("bridge", "bridge", "NN", "O", 3, "dobj"),
     ("near", "near", "IN", "O", 9, "case"), ("the", "the", "DT", "O", 9, "det"),
     ("port", "port", "NN", "O", 6, "nmod"), (".", ".", ".", "O", 3, "punct")],
    [("Ms.", "Ms.", "NNP", "O", 2, "compound"), ("Orlan", "Orlan", "NNP", "PERSON", 3, "nsubj"),
     ("asked", "ask", "VBD", "O", 0, "root"), ("whether", "whether", "IN", "O", 9, "mark"),
     ("the", "the", "DT", "O", 6, "det"), ("ferry", "ferry", "NN", "O", 9, "nsubj"),
     ("would", "would", "MD", "O", 9, "aux"),
     ("ever", "ever", "RB", "O", 9, "advmod"), ("sail", "sail", "VB", "O", 3, "ccomp"),
     ("again", "again", "RB", "O", 9, "advmod"), (".", ".", ".", "O", 3, "punct")],
    [("Opening", "open", "VBG", "O", 0, "root"), ("and", "and", "CC", "O", 1, "cc"), ("to", "to", "TO", "O", 4, "mark"),
     ("open", "open", "VB", "O", 1, "conj"), (":", ":", ":", "O", 1, "punct"),
     ("she", "she", "PRP", "O", 8, "nsubj"),
     ("has", "have", "VBZ", "O", 8, "aux"), ("opened", "open", "VBN", "O", 1, "dep"), (".", ".", ".", "O", 1, "punct")],
]


def span(words):
    at = TEXT.index(words)
    return [at, at + len(words)]


def table():
    lines, at = ["# doc made-up"], 0
    for sentence in TREES:
        for word, lemma, tag, entity, head, relation in sentence:
            at = TEXT.index(word, at)
            lines.append("\t".join(map(str, (at, at + len(word), word, lemma, tag, entity, head, relation))))
            at += len(word)
        lines.append("")
    return "\n".join(lines) + "\n"


def lessons(folder):
    said = {"source": [span("Ms. Orlan")], "cue": [span("asked")],
            "content": [span("whether the ferry would ever sail again")]}
    article = {"id": "made-up", "text": TEXT, "attributions": [said]}
    (folder / "articles.ndjson").write_text(json.dumps(article) + "\n", encoding="utf-8")
    (folder / "trees.tsv").write_text(table(), encoding="utf-8")
    run = subprocess.run(["python3", ROOT / "tools/lessons.py", ROOT / "train/frames.txt", folder / "articles.ndjson",
                          folder / "trees.tsv"], capture_output=True, text=True, check=False)
    if run.stderr:
        print("# " + run.stderr.strip().replace("\n", "\n# "))
    return run.stdout


def main():
    with tempfile.TemporaryDirectory() as folder:
        first, second = lessons(pathlib.Path(folder)), lessons(pathlib.Path(folder))
    made = [json.loads(line) for line in first.splitlines()]
    found = [(a["text"], x) for a in made for x in a["attributions"]]
    tap.ok(len(found) > 5000, f"{len(made)} lessons hold {len(found)} attributions")
    tap.same(first, second, "the same input gives the same lessons")
    left = sorted({m.group(0) for a in made for m in re.finditer(r"[<>{}\[\]|@]", a["text"])})
    tap.same(left, [], "nothing of a frame is left in a text")
    bad = [text[b:e] for text, x in found for r in ("source", "cue", "content") for b, e in x[r]
           if not text[b:e] or text[b:e] != text[b:e].strip()]
    tap.same(bad[:5], [], "every span holds words, and begins and ends with one")
    tap.ok(all(x["cue"] for _, x in found), "every attribution has a cue")
    tap.done()


main()
