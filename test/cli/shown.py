#!/usr/bin/env python3
"""What a program shows of a case through the library: one document with its statements as the case numbers them, its
original bytes, what a search finds, an assessment without draws; and that what was said, once a person has corrected
it, stays so through a draft. All of it keeps to the schemas."""
import ctypes
import json
import os
import subprocess
import tempfile

import library
import tap

RIVER = [os.path.join(tap.ROOT, "example", "river", name)
         for name in sorted(os.listdir(os.path.join(tap.ROOT, "example", "river")))]
CAFE = ("Café burnt in Łódź, says owner\n\nŁÓDŹ, 3 March 2024 - The fire in the café was laid, the owner Zoë Šimić "
        "said on Sunday. She accused the firm Nordkai of having set the fire.\n")


def schema(name):
    with open(os.path.join(tap.ROOT, "doc", "json-schema", name), encoding="utf-8") as f:
        return json.load(f)


def keeps(data, name, what):
    try:
        import jsonschema
    except ImportError:
        tap.skip("no jsonschema", what)
        return
    bad = [e.message[:200] for e in jsonschema.Draft202012Validator(schema(name)).iter_errors(data)]
    tap.ok(not bad, what, "\n".join(bad[:5]))


def documents(h, paths):
    case, wrong = h.case(), []
    listed = {s["id"]: s for s in case["statements"]}
    seen = set()
    for d, path in zip(case["documents"], paths):
        full = json.loads(h.ask("document_of", d["id"].encode())[1])
        with open(path, "rb") as f:
            if h.ask("original", d["id"].encode()) != ("OK", f.read()):
                wrong.append("another original: %s" % path)
        for s in full["statements"]:
            seen.add(s["id"])
            mine = listed.get(s["id"])
            at = s["content"]
            if not mine or mine["document"] != d["id"] or mine["content"] != at:
                wrong.append("%s is another in the case" % s["id"])
            elif isinstance(at[0], int) and full["text"][at[0]:at[1]].strip() != mine["words"]:
                wrong.append("%r is not %r" % (full["text"][at[0]:at[1]], mine["words"]))
    tap.ok(not wrong, "documents have their originals, and statements their words at code points", "\n".join(wrong))
    tap.ok(len(seen) > 10, "%d statements have the ids of the case" % len(seen))


def find(h, words, most=50):
    status, out = h.ask("search", words.encode(), ctypes.c_size_t(most))
    hits = json.loads(out) if status == "OK" else status
    keeps(hits, "search.json", "the hits of '%s' keep to the schema" % words)
    return hits


def searches(h):
    case = h.case()
    texts = {d["id"]: json.loads(h.ask("document_of", d["id"].encode())[1])["text"] for d in case["documents"]}
    hits = find(h, "solvent")
    tap.ok(hits and all(texts[x["id"]][x["at"]:].lower().startswith("solvent") for x in hits if x["field"] == "text"),
           "a word is where the hit says, in code points", hits)
    tap.ok(any(x["field"] == "text" for x in hits), "in texts of documents")
    tap.ok(all("solvent" in x["snippet"] for x in hits), "and in its snippet")
    hits = find(h, "simic lodz")
    tap.same([(x["kind"], x["field"]) for x in hits if x["kind"] == "documents"], [("documents", "text")],
             "accents do not count, and all words must be there")
    tap.same(texts[hits[-1]["id"]][hits[-1]["at"]:][:5], "Šimić", "the first of the words is told of")
    fact = case["facts"][0]["id"]
    tap.same(find(h, fact)[0]["id"], fact, "an id comes first")
    tap.same(len(find(h, "the", 3)), 3, "no more than were asked for")
    question = case["questions"][0]
    hits = find(h, question["hypotheses"][0]["say"])
    tap.ok({"kind": "hypotheses", "id": question["hypotheses"][0]["id"], "of": question["id"]}.items() <=
           hits[0].items(), "a hypothesis is told with its question", hits[:1])


def corrected(h, path):
    s = h.case()["statements"][0]
    edit = {"merge": "statements", "id": s["id"], "item": {"speaker": {"name": "Somebody else"}}}
    keeps([edit], "edits.json", "an edit keeps to the schema")
    tap.same(h.edit(edit, why="misread by the program"), "OK", "a statement is corrected")
    gone = h.case()["statements"][1]["id"]
    tap.same(h.edit({"drop": "statements", "id": gone}), "OK", "another is dropped")
    tap.same(h.call("draft"), "OK", "and a draft is made after it")
    subprocess.run([tap.HEARSAY, "draft", path], check=True, stdout=subprocess.DEVNULL)
    h.at()
    now = {x["id"]: x for x in h.case()["statements"]}
    tap.same((now[s["id"]]["speaker"]["name"], gone in now), ("Somebody else", False), "both stay as the person said")
    tap.ok(any(x["kind"] == "journal" and x["of"] == "statements." + s["id"] for x in find(h, "misread")),
           "the reason is found in the journal")
    keeps(h.log(), "journal.json", "the journal keeps to the schema")


def undrawn(h):
    w = h.weigh()
    keeps(w, "assessment.json", "an assessment without draws keeps to the schema")
    tap.same((w["draws"], "lo" in w["questions"][0]["hypotheses"][0], "confidence" in w["questions"][0]),
             (0, False, False), "and tells nothing that draws would tell")
    drawn = h.weigh(library.Weighing(draws=50))
    keeps(drawn, "assessment.json", "nor does the one with draws break it")
    del drawn["questions"][0]["confidence"]
    try:
        import jsonschema
        tap.ok(list(jsonschema.Draft202012Validator(schema("assessment.json")).iter_errors(drawn)),
               "where there are draws, there must be a confidence")
    except ImportError:
        tap.skip("no jsonschema", "where there are draws, there must be a confidence")
    tap.same([[x["p"] for x in q["hypotheses"]] for q in w["questions"]],
             [[x["p"] for x in q["hypotheses"]] for q in drawn["questions"]], "the probabilities are the same")
    text = h.ask("weigh", ctypes.byref(library.NO_DRAWS), b"text")[1].decode()
    tap.ok("confidence" not in text and "0 draws" in text, "the text tells none either", text)
    tap.same(h.ask("report", ctypes.byref(library.NO_DRAWS), b"md")[0], "USAGE", "a report needs draws")


def main():
    if tap.sanitized():
        tap.skip("a sanitized library is loaded by sanitized programs alone", "what is shown of a case")
        tap.done()
        return
    with tempfile.TemporaryDirectory(prefix="hearsay-shown-") as folder:
        path, cafe = os.path.join(folder, "a.hearsay"), os.path.join(folder, "cafe.txt")
        with open(cafe, "w", encoding="utf-8") as f:
            f.write(CAFE)
        subprocess.run([tap.HEARSAY, "assess", *RIVER, cafe, "--case", path, "-o", "/dev/null"], check=True)
        h = library.Handle(path)
        documents(h, RIVER + [cafe])
        searches(h)
        corrected(h, path)
        undrawn(h)
        h.close()
    tap.done()


main()
