#!/usr/bin/env python3
"""Cases as events of MISP: they have the form of one, come back as the case, and carry what an event had unchanged;
events of others become cases, and what is not understood is told."""
import base64
import glob
import json
import os
import re
import tempfile

import tap
from exchange import canonical, good, run

FOREIGN = os.path.join(tap.ROOT, "test", "golden", "misp")
CASES = sorted(glob.glob(os.path.join(tap.ROOT, "example", "*.yaml")) +
               glob.glob(os.path.join(tap.ROOT, "test", "golden", "report", "*.yaml")) +
               glob.glob(os.path.join(tap.ROOT, "test", "golden", "case", "every_key.yaml")))
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
# Of the core format: which types the categories that we use allow.
TYPES = {"Attribution": {"text", "comment", "threat-actor"},
         "External analysis": {"text", "comment", "link", "attachment"}}
# The taxonomies that we use, word for word.
TAGS = {'admiralty-scale:source-reliability="%s"' % c for c in "abcdef"} | {
    'estimative-language:likelihood-probability="%s"' % w for w in
    ("almost-no-chance", "very-unlikely", "unlikely", "roughly-even-chance", "likely", "very-likely",
     "almost-certain")} | {
    'estimative-language:confidence-in-analytic-judgment="%s"' % w for w in ("low", "moderate", "high")}


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path


def is_ours(attribute):
    return attribute.get("comment", "").startswith("hearsay: ")


def bad_attributes(event):
    bad = []
    for x in event["Attribute"]:
        fine = re.fullmatch(UUID, x["uuid"]) and x["type"] in TYPES.get(x["category"], ()) and x["value"] and \
            x["to_ids"] is False and x["timestamp"].isdigit() and is_ours(x)
        tags = {t["name"] for t in x.get("Tag", [])}
        clusters = [c for g in x.get("Galaxy", []) for c in g["GalaxyCluster"]]
        for c in clusters:
            confidence = c["meta"]["attribution-confidence"]
            fine = fine and isinstance(confidence, str) and 0 <= int(confidence) <= 100 and \
                c["tag_name"] == 'misp-galaxy:threat-actor="%s"' % c["value"]
        if not fine or not tags <= TAGS:
            bad.append(canonical(x)[:300])
    return bad


def check_written(path, folder):
    name = os.path.basename(path)
    before, text = good("export", path), good("export", path, "-f", "misp")
    top = json.loads(text)
    event = top["Event"]
    tap.ok(list(top) == ["Event"] and all(isinstance(event.get(k), str) and event[k] for k in
           ("uuid", "info", "threat_level_id", "analysis", "timestamp", "date")), "%s: an event" % name)
    if not any(f["format"] == "misp" for f in json.loads(good("export", path, "-f", "json")).get("foreign", [])):
        bad = bad_attributes(event)
        tap.ok(not bad, "%s: its attributes have the form of MISP" % name, "\n".join(bad))
    uuids = [x["uuid"] for x in event["Attribute"]]
    tap.ok(len(uuids) == len(set(uuids)), "%s: no UUID stands twice" % name)
    tap.ok(good("export", path, "-f", "misp") == text, "%s: again gives the same bytes" % name)
    tap.same(good("export", write(os.path.join(folder, "e.json"), text)), before, "%s: comes back as it was" % name)
    weighed = json.loads(good("weigh", path, "--json"))
    case = json.loads(good("export", path, "-f", "json"))
    for q in case.get("questions", []):
        check_question(name, q, weighed, event)


def check_question(name, q, weighed, event):
    result = next(r for r in weighed["questions"] if r["id"] == q["id"])
    words = {}
    for x in event["Attribute"]:
        if x.get("comment", "").startswith("hearsay: hypothesis %s." % q["id"]):
            words[x["comment"].split(".", 1)[1]] = [
                t["name"].split('"')[1].replace("-", " ") for t in x["Tag"] if "likelihood" in t["name"]]
    tap.same(words, {h["id"]: [h["word"].split(",")[0]] for h in result["hypotheses"]},
             "%s: likelihoods of %s" % (name, q["id"]))


def golden(path, text, name):
    """What stands in a file beside the test; HEARSAY_GOLDEN writes it."""
    if os.environ.get("HEARSAY_GOLDEN"):
        write(path, text)
    with open(path, encoding="utf-8") as f:
        tap.same(text, f.read(), name)


def without_ours(top, theirs):
    event = dict(top["Event"])
    event["Attribute"] = [x for x in event["Attribute"] if not is_ours(x)]
    if not event["Attribute"] and "Attribute" not in theirs:
        del event["Attribute"]
    return event


def check_foreign(path, folder):
    """An event of others: what came of it is in NAME.told and NAME.yaml; all of it comes back unchanged."""
    name = os.path.basename(path)
    with open(path, encoding="utf-8") as f:
        top = json.load(f)
    theirs = (top.get("response") or [top])[0]["Event"]
    kept = os.path.join(folder, name + ".hearsay")
    good("new", kept)
    golden(path[:-5] + ".told", good("import", kept, path), "%s: what was understood, assumed and left out" % name)
    golden(path[:-5] + ".yaml", good("export", kept).split("\nforeign:\n")[0] + "\n", "%s: the case" % name)
    ways = {"at once": good("export", kept, "-f", "misp")}
    good("import", kept, write(os.path.join(folder, "again.json"), ways["at once"]))
    ways["twice"] = good("export", kept, "-f", "misp")
    for end in ("yaml", "json", "stix"):
        way = write(os.path.join(folder, "way." + end.replace("stix", "json")), good("export", kept, "-f", end))
        ways["through " + end] = good("export", way, "-f", "misp")
    for way, text in ways.items():
        tap.same(canonical(without_ours(json.loads(text), theirs)), canonical(theirs),
                 "%s: the event is the same %s" % (name, way))
    code, _, err = run("weigh", kept)
    tap.ok(code == 0, "%s: it can be weighed" % name, err)


def attached(data):
    return json.dumps({"Event": {"info": "a", "Attribute": [
        dict({"type": "attachment", "value": "case.json", "comment": "hearsay: the whole case for import"}, **data)]}})


def coded(text):
    return {"data": base64.b64encode(text.encode()).decode()}


BAD = [
    ('{"Event": {"info": "a"', "not valid JSON"),
    ('{"response": []}', "response: has 0 events"),
    ('{"response": [{"Event": {"info": "a"}}, {"Event": {"info": "b"}}]}', "response: has 2 events; save one"),
    ('{"response": {"errors": "no"}}', "response: has no Event"),
    ('{"response": [{"event": 1}]}', "response: has no Event"),
    ('{"Event": {}}', "Event: has no info"),
    ('{"Event": {"info": ["a"]}}', "Event: has no info"),
    ('{"Event": {"info": "a", "Attribute": {"type": "text"}}}', "Event.Attribute: should be a list"),
    ('{"Event": {"info": "a", "Attribute": ["text"]}}', "Event.Attribute[0]: should be a map"),
    ('{"Event": {"info": "a", "Attribute": [{"type": "text", "value": "a"}, {"type": "text"}]}}',
     "Event.Attribute[1]: needs type and value"),
    ('{"Event": {"info": "a", "Attribute": [{"type": "text", "value": 3}]}}', "Event.Attribute[0]: needs type"),
    ('{"Event": {"info": "a", "Object": %s1%s}}' % ("[" * 50, "]" * 50), "nested too deep"),
    (attached({}), "came without its data"),
    (attached({"data": "%%%"}), "the attachment case.json: line 1"),
    (attached(coded("[]")), "the attachment case.json is no case"),
    (attached(coded('{"facts": [{"id": "f"}]}')), "the attachment case.json: facts.f"),
    (attached(coded('{"foreign": [{"id": "f"}]}')), "the attachment case.json: foreign.f"),
]


def check_refused(folder):
    kept = os.path.join(folder, "kept.hearsay")
    good("new", kept)
    good("import", kept, os.path.join(tap.ROOT, "example", "river.yaml"))
    before, log = good("export", kept), good("log", kept)
    for i, (text, error) in enumerate(BAD):
        path = write(os.path.join(folder, "bad.json"), text)
        code, out, err = run("import", kept, path)
        tap.ok(code == 4 and not out and err.startswith("hearsay: %s: " % path) and error in err,
               "bad event %d is refused: %s" % (i + 1, error), "%d\n%s%s" % (code, out, err))
    tap.same(good("export", kept), before, "the case is as it was")
    tap.same(good("log", kept), log, "and so is its journal")


def main():
    with tempfile.TemporaryDirectory() as folder:
        for path in CASES:
            check_written(path, folder)
        drones = tap.data("data", "cases", "two-drones.yaml")
        if drones:
            check_written(drones, folder)
        else:
            tap.skip("no development data", "the case of the two drones as an event of MISP")
        for path in sorted(glob.glob(os.path.join(FOREIGN, "*.json"))):
            check_foreign(path, folder)
        check_refused(folder)
    tap.done()


main()
