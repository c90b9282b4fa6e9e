#!/usr/bin/env python3
"""Two documents of a case side by side, and what was settled of them: in tracing, in drafting, in the journal."""
import glob
import json
import os
import subprocess
import tempfile

import tap

DRIVER = os.path.join(tap.BUILD, "test", "driver-desk")
SCHEMAS = os.path.join(tap.ROOT, "doc", "json-schema")
EXAMPLES = sorted(glob.glob(os.path.join(tap.ROOT, "example", "kremlin", "*.txt")))


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def asked(case, *words):
    code, out, err = run(DRIVER, case, *words)
    tap.ok(code == 0, "%s is answered" % words[0], err)
    return json.loads(out or "null")


def checker(name):
    import jsonschema
    schemas = {}
    for path in glob.glob(os.path.join(SCHEMAS, "*.json")):
        with open(path, encoding="utf-8") as f:
            schemas[os.path.basename(path)] = json.load(f)
    try:
        import referencing
    except ImportError:
        return jsonschema.Draft202012Validator(
            schemas[name], resolver=jsonschema.RefResolver(name, schemas[name], store=schemas))
    registry = referencing.Registry().with_resources(
        [(key, referencing.Resource.from_contents(schema)) for key, schema in schemas.items()])
    return jsonschema.Draft202012Validator(schemas[name], registry=registry)


def keeps(name, data, what):
    try:
        bad = ["%s: %s" % (e.json_path, e.message[:200]) for e in checker(name).iter_errors(data)]
    except ImportError:
        tap.skip("python3-jsonschema is not installed", what)
        return
    tap.ok(not bad, what, "\n".join(bad[:10]))


def settle(folder, case, pairs):
    """Imports the case again with other pairs; what else it has stays as it is."""
    exported = json.loads(run(tap.HEARSAY, "export", case, "-f", "json")[1])
    exported["pairs"] = pairs
    path = os.path.join(folder, "settled.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump(exported, f)
    code, _, err = run(tap.HEARSAY, "import", case, path)
    tap.ok(code == 0, "pairs are kept: %s" % ", ".join(p["is"] for p in pairs), err)


def tally(case):
    return {key: asked(case, "traced", "json")["tally"][key] for key in ("origins", "echoes", "untraceable")}


def counts(choice):
    return {key: choice["documents"][key] for key in ("origins", "echoes", "untraceable")}


def check_rows(pair, texts):
    for row in pair["rows"]:
        for side in ("a", "b"):
            x = row[side]
            if x:
                at, to = x["sentence"]
                tap.same(texts[pair[side]["id"]][at:to], x["text"], "%s: the sentence of %s" % (row["label"], side))
                tap.ok(all(at <= p < q <= to for p, q in x["spans"]), "its spans lie in it")
    run_of = pair["run"]
    if run_of["words"]:
        for side in ("a", "b"):
            at, to = run_of[side]
            tap.ok(len(texts[pair[side]["id"]][at:to].split()) >= run_of["words"] - 1, "the run stands in %s" % side)
    both = sum(1 for r in pair["rows"] if r["a"] and r["b"])
    tap.same((pair["facts"]["both"], pair["facts"]["a"], pair["facts"]["b"]),
             (both, sum(1 for r in pair["rows"] if not r["b"]), sum(1 for r in pair["rows"] if not r["a"])),
             "the rows are counted")


def check_choices(folder, case, a, b):
    """What each choice is said to come to is what it comes to once it is made."""
    for is_ in ("same", "independent", "open"):
        said = next(c for c in asked(case, "pair", a, b)["choices"] if c["is"] == is_)
        settle(folder, case, [{"documents": [a, b], "is": is_, "why": "Asked both"}])
        tap.same(tally(case), counts(said), "%s: the documents are counted as it was said" % is_)
        weighed = json.loads(run(tap.HEARSAY, "weigh", "--json", "--draws", "100", case)[1])
        for answer in said["answers"]:
            question = next(q for q in weighed["questions"] if q["id"] == answer["question"])
            p = next(h["p"] for h in question["hypotheses"] if h["id"] == answer["hypothesis"])
            tap.ok(abs(p - answer["p"]) < 1e-9, "%s: %s is as likely as it was said" % (is_, answer["hypothesis"]))
        again = asked(case, "pair", b, a)
        tap.same(again["settled"], {"id": again["id"], "is": is_, "why": "Asked both"}, "and told as it is settled")
        tap.same(counts(again["now"]), counts(said), "now is that choice")
        tap.same(counts(next(c for c in again["choices"] if c["is"] == is_)), counts(said), "whichever is named first")
        traced = asked(case, "traced", "json")
        keeps("trace.json", traced, "the tracing keeps to its schema")
        tap.same(len(traced["settled"]), 1, "and tells what was settled")
        tap.ok(not any({u["a"], u["b"]} == {a, b} for u in asked(case, "unsettled")), "it is no longer unsettled")
    settle(folder, case, [])


def check_journal(folder, case, a, b):
    settle(folder, case, [{"documents": [a, b], "is": "same", "why": "One desk"}])
    rows = [r for r in json.loads(run(tap.HEARSAY, "log", "--json", case)[1]) if r["kind"] == "pairs"]
    tap.ok(rows and rows[-1]["op"] == "put", "it stands in the journal")
    settle(folder, case, [])
    rows = [r for r in json.loads(run(tap.HEARSAY, "log", "--json", case)[1]) if r["kind"] == "pairs"]
    tap.same(rows[-1]["op"], "delete", "and that it was taken back")


def main():
    with tempfile.TemporaryDirectory() as folder:
        case = os.path.join(folder, "kept.hearsay")
        run(tap.HEARSAY, "assess", "--case", case, *EXAMPLES)
        documents = json.loads(run(tap.HEARSAY, "export", case, "-f", "json")[1])["documents"]
        texts = {}
        for line in run(tap.HEARSAY, "read", "--ndjson", *EXAMPLES)[1].splitlines():
            d = json.loads(line)
            texts[d["id"]] = d["text"]
        ids = {os.path.basename(d["path"]): d["id"] for d in documents}
        unsettled = asked(case, "unsettled")
        keeps("unsettled.json", unsettled, "what is unsettled keeps to its schema")
        tap.ok(unsettled and all(u["state"] == "open" for u in unsettled), "it is what is open")
        tap.ok(all(any(counts(c) != tally(case) for c in u["choices"]) or u["reports"] for u in unsettled[:3]),
               "and a choice would change something")
        for x, y in (("1-wire.txt", "2-reprint.txt"), ("1-wire.txt", "5-intercepts.txt")):
            pair = asked(case, "pair", ids[x], ids[y])
            keeps("pair.json", pair, "%s and %s keep to the schema" % (x, y))
            check_rows(pair, texts)
        reprint = asked(case, "pair", ids["1-wire.txt"], ids["2-reprint.txt"])
        tap.same(reprint["between"]["state"], "same", "a reprint is one origin")
        tap.ok(reprint["run"]["words"] > 20 and reprint["settled"] is None, "with a long run of words in common")
        check_choices(folder, case, ids["1-wire.txt"], ids["2-reprint.txt"])
        check_choices(folder, case, ids["4-official.txt"], ids["1-wire.txt"])
        check_journal(folder, case, ids["1-wire.txt"], ids["3-denial.txt"])
        code, _, err = run(DRIVER, case, "pair", ids["1-wire.txt"], "d9")
        tap.ok(code == 3 and "no document d9" in err, "a document that is not there is named", "%d %s" % (code, err))
        code, _, err = run(DRIVER, case, "pair", ids["1-wire.txt"], ids["1-wire.txt"])
        tap.ok(code == 2 and "twice" in err, "one document is no pair", "%d %s" % (code, err))
    tap.done()


main()
