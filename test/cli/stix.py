#!/usr/bin/env python3
"""Cases as bundles of STIX 2.1: they keep to the rules, say what the case says, come back as the case, and carry what
others made unchanged; bundles of others become cases, and what is not understood is told."""
import glob
import json
import os
import tempfile
import uuid

import tap
from exchange import canonical, good, run

import stix_rules

EXTENSION = "extension-definition--43803391-69da-554f-a478-6ddf1f277fc9"
FOREIGN = os.path.join(tap.ROOT, "test", "golden", "stix")
CASES = sorted(glob.glob(os.path.join(tap.ROOT, "example", "*.yaml")) +
               glob.glob(os.path.join(tap.ROOT, "test", "golden", "report", "*.yaml")) +
               glob.glob(os.path.join(tap.ROOT, "test", "golden", "case", "every_key.yaml")))
BAND = {"almost no chance": (0, .05), "very unlikely": (.05, .2), "unlikely": (.2, .45),
        "roughly even chance": (.45, .55), "likely": (.55, .8), "very likely": (.8, .95), "almost certain": (.95, 1)}
DNI = {"almost no chance": 5, "very unlikely": 15, "unlikely": 30, "roughly even chance": 50, "likely": 70,
       "very likely": 85, "almost certain": 95}


def write(path, value):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f)
    return path


def ours(obj):
    return obj.get("extensions", {}).get(EXTENSION, {})


def of_kind(bundle, kind):
    return [o for o in bundle["objects"] if ours(o).get("kind") == kind]


# --- the rules themselves ---

def small():
    def made(kind, **more):
        return dict({"type": kind, "spec_version": "2.1", "id": "%s--%s" % (kind, uuid.uuid5(uuid.NAMESPACE_DNS, kind)),
                     "created": "2024-01-01T00:00:00.000Z", "modified": "2024-01-02T00:00:00.000Z"}, **more)
    actor, campaign, who = made("threat-actor", name="A"), made("campaign", name="C"), made("identity", name="I")
    note = made("note", content="n", object_refs=[actor["id"]], created_by_ref=who["id"])
    relation = made("relationship", relationship_type="attributed-to", source_ref=campaign["id"],
                    target_ref=actor["id"], confidence=50)
    definition = made("extension-definition", name="E", schema="none", version="1.0.0", created_by_ref=who["id"],
                      extension_types=["property-extension"])
    opinion = made("opinion", opinion="agree", object_refs=[note["id"]],
                   extensions={definition["id"]: {"extension_type": "property-extension", "level": "low"}})
    return {"type": "bundle", "id": "bundle--" + str(uuid.uuid5(uuid.NAMESPACE_DNS, "b")),
            "objects": [actor, campaign, who, note, relation, definition, opinion]}


ACTOR, CAMPAIGN, WHO, NOTE, RELATION, DEFINITION, OPINION = range(7)
GONE = object()
# What breaks the small bundle: which object, which property, what stands there then, what is found.
BREAKS = [
    (ACTOR, "type", "Threat Actor", "type:"), (ACTOR, "type", "threat-group", "type:"),
    (ACTOR, "type", "x-group", "no extension defines it"), (ACTOR, "id", "threat-actor--1", "id:"),
    (ACTOR, "id", "campaign--5c9a6a1e-2b0c-4d07-9d6c-6a0e2b0f1c11", "id: is of the type campaign"),
    (ACTOR, "id", "threat-actor--5c9a6a1e-2b0c-9d07-9d6c-6a0e2b0f1c11", "id: a UUID has a version"),
    (ACTOR, "id", "threat-actor--5c9a6a1e-2b0c-4d07-cd6c-6a0e2b0f1c11", "id:"),
    (ACTOR, "name", GONE, "name: is required"), (ACTOR, "name", "", "name:"), (ACTOR, "name", 3, "name:"),
    (ACTOR, "spec_version", "2.0", "spec_version:"), (ACTOR, "spec_version", GONE, "spec_version: is required"),
    (ACTOR, "created", GONE, "created: is required"), (ACTOR, "modified", GONE, "modified: is required"),
    (ACTOR, "created", "2024-01-01", "created: is no time"), (ACTOR, "created", "2024-13-01T00:00:00Z", "created:"),
    (ACTOR, "created", "2024-01-01T00:00:00+01:00", "created:"),
    (ACTOR, "created", "2024-01-02T00:00:00.001Z", "created: is after modified"),
    (ACTOR, "colour", "red", "colour: is no property"), (ACTOR, "Name", "x", "Name:"), (ACTOR, "a-b", "x", "a-b:"),
    (ACTOR, "aliases", [], "aliases: is empty"), (ACTOR, "aliases", "x", "aliases: should be a list"),
    (ACTOR, "description", None, "description: is null"), (ACTOR, "confidence", 101, "confidence:"),
    (ACTOR, "confidence", -1, "confidence:"), (ACTOR, "confidence", 5.5, "confidence:"),
    (ACTOR, "confidence", True, "confidence:"), (ACTOR, "threat_actor_types", ["ghost"], "threat_actor_types:"),
    (WHO, "identity_class", "robot", "identity_class:"), (ACTOR, "first_seen", "yesterday", "first_seen:"),
    (NOTE, "object_refs", [], "object_refs:"), (NOTE, "object_refs", GONE, "object_refs: is required"),
    (NOTE, "object_refs", ["threat-actor--5c9a6a1e-2b0c-4d07-9d6c-6a0e2b0f1c11"], "is not in the bundle"),
    (NOTE, "object_refs", ["A"], "is no id"), (NOTE, "object_refs", "A", "object_refs: should be a list"),
    (NOTE, "content", GONE, "content: is required"), (NOTE, "authors", "x", "authors:"),
    (NOTE, "object_marking_refs", ["campaign--" + str(uuid.uuid5(uuid.NAMESPACE_DNS, "campaign"))],
     "object_marking_refs"),
    (NOTE, "created_by_ref", "campaign--" + str(uuid.uuid5(uuid.NAMESPACE_DNS, "campaign")), "should be an identity"),
    (NOTE, "external_references", [{"url": "http://a.example/"}], "source_name"),
    (NOTE, "external_references", [{"source_name": "a"}], "one of description"),
    (NOTE, "external_references", [{"source_name": "a", "url": "no url"}], "url:"),
    (NOTE, "external_references", [{"source_name": "a", "url": "http://a.example/", "hashes": {"SHA-256": "00"}}],
     "hashes.SHA-256"),
    (RELATION, "relationship_type", "attributed to", "relationship_type:"),
    (RELATION, "source_ref", "identity--" + str(uuid.uuid5(uuid.NAMESPACE_DNS, "identity")), "goes not from identity"),
    (RELATION, "target_ref", GONE, "target_ref: is required"),
    (RELATION, "target_ref", "relationship--" + str(uuid.uuid5(uuid.NAMESPACE_DNS, "relationship")), "target_ref:"),
    (OPINION, "opinion", "maybe", "opinion: maybe"), (OPINION, "opinion", GONE, "opinion: is required"),
    (OPINION, "extensions", {}, "extensions: is empty"), (OPINION, "extensions", {"x": {"a": 1}}, "is named by no"),
    (DEFINITION, "extension_types", ["new-sdo"], "does not allow"), (DEFINITION, "schema", GONE, "schema: is required"),
    (DEFINITION, "created_by_ref", GONE, "created_by_ref: is required"),
    (DEFINITION, "id", "extension-definition--5c9a6a1e-2b0c-4d07-9d6c-6a0e2b0f1c11", "its definition is not"),
]


def check_rules():
    tap.same(stix_rules.check(small()), [], "the small bundle keeps to the rules")
    for at, key, value, finding in BREAKS:
        bundle = small()
        if value is GONE:
            del bundle["objects"][at][key]
        else:
            bundle["objects"][at][key] = value
        found = stix_rules.check(bundle)
        shown = "is gone" if value is GONE else "is " + json.dumps(value)
        tap.ok(any(finding in f for f in found), "%s.%s %s: found" % (small()["objects"][at]["type"], key, shown[:60]),
               "\n".join(found))
    for change, finding in (({"type": "bunch"}, "type bundle"), ({"spec_version": "2.0"}, "spec_version"),
                            ({"id": "bundle--1"}, "id:"), ({"objects": []}, "objects:"),
                            ({"objects": ["a"]}, "no object")):
        found = stix_rules.check(dict(small(), **change))
        tap.ok(any(finding in f for f in found), "a bundle with %s: found" % json.dumps(change), "\n".join(found))
    twice = small()
    twice["objects"].append(twice["objects"][0])
    tap.ok(any("twice" in f for f in stix_rules.check(twice)), "one version that stands twice: found")


# --- what we write ---

def check_report(name, path, bundle):
    """The bundle of a report says what `report -f json` and `weigh` say."""
    report = json.loads(good("report", path, "-f", "json"))
    weighed = report["assessment"]
    case = json.loads(good("export", path, "-f", "json"))
    sections = of_kind(bundle, "section")
    tap.same([s["abstract"] for s in sections], ["%d. %s" % (s["number"], s["title"]) for s in report["sections"]],
             "%s: a note for each section" % name)
    lost = [t["text"] for s, note in zip(report["sections"], sections) for b in s["blocks"]
            for t in b.get("sentences", []) if t["text"] not in note["content"]]
    tap.ok(not lost, "%s: with every sentence" % name, "\n".join(lost[:3]))
    likelihoods = of_kind(bundle, "likelihood")
    tap.same([x["extensions"][EXTENSION]["likelihood"]["estimate"] for x in likelihoods],
             [h["p"] for q in weighed["questions"] for h in q["hypotheses"]], "%s: every likelihood" % name)
    bad = [x["content"] for x in likelihoods for v in [ours(x)["likelihood"]]
           if v["word"] not in x["content"] or not BAND[v["word"]][0] <= v["estimate"] <= BAND[v["word"]][1] + 1e-9]
    tap.ok(not bad, "%s: in its word and band" % name, "\n".join(bad))
    check_attributions(name, case, bundle)
    judgements = of_kind(bundle, "judgement")
    tap.same(len(judgements), len(case.get("questions", [])), "%s: a key judgement for each question" % name)
    level = {"low": 15, "moderate": 50, "high": 85}
    tap.ok(all(j["confidence"] == level[ours(j)["confidence"]["level"]] and "None, Low, Med, High" in j["content"]
               for j in judgements), "%s: its confidence on a scale that is named" % name)


def check_attributions(name, case, bundle):
    relations, by_id = of_kind(bundle, "attribution"), {o["id"]: o for o in bundle["objects"]}
    actors = [h["actor"] for q in case.get("questions", []) for h in q["hypotheses"]
              if h.get("role") in ("did", "directed", "staged") and h.get("actor")]
    tap.same([by_id[r["target_ref"]]["name"] for r in relations], actors, "%s: who is named is attributed to" % name)
    tap.ok(all(r["confidence"] == DNI[ours(r)["likelihood"]["word"]] and "DNI" in r["description"] and
               "ICD 203" in r["description"] for r in relations), "%s: on a scale that is named" % name)


def check_written(path, folder):
    name = os.path.basename(path)
    before = good("export", path)
    report = os.path.join(folder, "report.json")
    for words in (("export", path, "-f", "stix"), ("report", path, "-f", "stix")):
        text = good(*words)
        with open(report, "w", encoding="utf-8") as f:
            f.write(text)
        bundle = json.loads(text)
        found = stix_rules.check(bundle)
        tap.ok(not found, "%s: %s keeps to the rules" % (name, words[0]), "\n".join(found[:10]))
        tap.ok(good(*words) == text, "%s: %s again gives the same bytes" % (name, words[0]))
        tap.same(good("export", report), before, "%s: comes back from %s as it was" % (name, words[0]))
        case = json.loads(good("export", path, "-f", "json"))
        items = sum(len(v) if isinstance(v, list) else 0 for v in case.values())
        carried = [o for o in bundle["objects"] if "item" in ours(o) or "item_text" in ours(o)]
        tap.same(len(carried), items + 1, "%s: an object for each item and one for the case" % name)
        plain = [o["id"] for o in carried if not (o.get("content") or o.get("name"))]
        tap.ok(not plain, "%s: each says something without the extension" % name, str(plain))
    check_report(name, path, bundle)
    kept = [o["id"] for o in json.loads(good("export", path, "-f", "stix"))["objects"]]
    tap.ok(set(kept) <= {o["id"] for o in bundle["objects"]}, "%s: the report has all of the case" % name)


def check_file(folder):
    """Of a case file, times are those of its journal; the way there and back keeps the journal whole."""
    kept = os.path.join(folder, "a.hearsay")
    path = os.path.join(tap.ROOT, "example", "kremlin.yaml")
    good("new", kept, "--question", "Who?")
    tap.same(good("import", kept, path), "", "nothing is told of a case of ours in YAML")
    bundle = json.loads(good("export", kept, "-f", "stix"))
    times = {(o["created"], o["modified"]) for o in bundle["objects"] if ours(o)}
    tap.same(times, {("2023-11-14T22:13:20.000Z",) * 2}, "times are the journal's")
    mark = of_kind(bundle, "facts")[0]
    mark["modified"], mark["content"] = "2024-02-02T00:00:00.000Z", "Somebody else's words"
    told = good("import", kept, write(os.path.join(folder, "b.json"), bundle))
    tap.ok("understood: a case of hearsay" in told and "%s was changed elsewhere" % mark["id"] in told,
           "what was changed elsewhere is told", told)
    tap.same(good("export", kept), good("export", path), "and the case is as it was")
    tap.ok("the journal holds" in good("log", kept, "--verify"), "the journal holds")
    shuffled = dict(bundle, objects=bundle["objects"][::-1])
    good("import", kept, write(os.path.join(folder, "b.json"), shuffled))
    tap.same(good("export", kept), good("export", path), "the order of the objects is no matter")


def check_said(folder):
    """What others put beside a report of ours: opinions and notes on its answers become judgements, once."""
    kept, path = os.path.join(folder, "said.hearsay"), os.path.join(tap.ROOT, "example", "kremlin.yaml")
    bundle = json.loads(good("report", path, "-f", "stix"))
    likely, question, section = (of_kind(bundle, kind)[0]["id"] for kind in ("likelihood", "questions", "section"))
    common = {"spec_version": "2.1", "created": "2024-01-01T00:00:00Z", "modified": "2024-01-01T00:00:00Z"}

    def made(kind, key, **more):
        return dict(common, type=kind, id="%s--%s" % (kind, uuid.uuid5(uuid.NAMESPACE_DNS, key)), **more)
    eve = made("identity", "eve", name="Eve")
    theirs = [eve, made("opinion", "a", opinion="disagree", explanation="The talk was staged.", object_refs=[likely],
                        created_by_ref=eve["id"], confidence=60),
              made("note", "b", content="Asked too early.", object_refs=[question], authors=["Ben"]),
              made("note", "c", content="A misprint.", object_refs=[section], authors=["Ben"])]
    bundle["objects"] += theirs
    tap.same(stix_rules.check(bundle), [], "what they wrote keeps to the rules")
    good("new", kept)
    told = good("import", kept, write(os.path.join(folder, "said.json"), bundle))
    tap.ok("judgements of others on it, new in the case: 2" in told and "kept as they came: 4" in told, "they are told",
           told)
    got = json.loads(good("export", kept, "-f", "json"))["judgements"][4:]
    tap.same([{k: v for k, v in j.items() if k != "id"} for j in got],
             [{"who": "Eve", "question": "who", "hypothesis": "ua-group", "word": "disagree",
               "confidence": "60 (confidence of STIX, 0 to 100)", "say": "The talk was staged."},
              {"who": "Ben", "question": "who", "say": "Asked too early."}], "as judgements of others")
    before = good("export", kept)
    again = json.loads(good("report", kept, "-f", "stix"))
    told = good("import", kept, write(os.path.join(folder, "said.json"), again))
    tap.ok("new in the case" not in told, "a second time there is nothing new", told)
    tap.same(good("export", kept), before, "and the case is as it was")


def check_stripped(folder):
    """A platform that drops extensions leaves the words: they are read as somebody's, and nothing of it is lost."""
    kept, path = os.path.join(folder, "bare.hearsay"), os.path.join(tap.ROOT, "example", "kremlin.yaml")
    bundle = json.loads(good("report", path, "-f", "stix"))
    bundle["objects"] = [{k: v for k, v in o.items() if k != "extensions"} for o in bundle["objects"]]
    good("new", kept)
    told = good("import", kept, write(os.path.join(folder, "bare.json"), bundle))
    tap.ok("questions made of them: 2, hypotheses: 5" in told, "a report without extensions is one of others", told)
    before = good("export", kept)
    again = json.loads(good("export", kept, "-f", "stix"))
    good("import", kept, write(os.path.join(folder, "bare.json"), again))
    tap.same(good("export", kept), before, "and goes there and back")


def check_analysts(folder):
    path = os.path.join(folder, "two.yaml")
    with open(path, "w", encoding="utf-8") as f:
        f.write("""
title: Two analysts
as_of: 2024-03
analysts: [{id: ana, name: Ana}, ben]
questions:
  - {id: who, ask: Who took it?, open: no, hypotheses: [
      {id: clerk, say: The clerk took it, prior: {by: {ana: 0.97, ben: 0.15}}, role: did, actor: The clerk},
      {id: guard, say: The guard took it, prior: rest, role: did, actor: The guard}]}
facts: [{id: key, say: The key was used, about: who, if: {clerk: 0.5, guard: 0.5}}]
reports: [{id: r1, fact: key}]
""")
    bundle = json.loads(good("report", path, "-f", "stix"))
    opinions = {o["authors"][0]: o["opinion"] for o in bundle["objects"] if o["type"] == "opinion"}
    tap.same(opinions, {"Ana": "strongly-agree", "ben": "strongly-disagree"}, "an opinion for each analyst")
    tap.same(bundle["objects"][2]["created"], "2024-03-31T23:59:59.000Z", "a month counts as its end")
    tap.same(stix_rules.check(bundle), [], "they keep to the rules")


def check_documents(folder):
    case = os.path.join(folder, "read.hearsay")
    files = sorted(glob.glob(os.path.join(tap.ROOT, "example", "river", "*.txt")))
    good("assess", *files, "--case", case, "-o", os.devnull)
    bundle = json.loads(good("report", case, "-f", "stix"))
    found = stix_rules.check(bundle)
    tap.ok(not found, "a case with documents and statements keeps to the rules", "\n".join(found[:5]))
    ids = {d["id"] for d in json.loads(good("export", case, "-f", "json"))["documents"]}
    refs = {r["hashes"]["SHA-256"] for o in of_kind(bundle, "documents") for r in o["external_references"]}
    tap.same(refs, ids, "its documents are references with their hashes")
    with_document = [o for o in of_kind(bundle, "reports") if ours(o)["item"].get("document")]
    tap.ok(all(o["external_references"] for o in with_document), "and so are those of its reports")
    back = os.path.join(folder, "back.hearsay")
    good("new", back)
    good("import", back, write(os.path.join(folder, "c.json"), bundle))
    tap.same(good("export", back), good("export", case), "it comes back without its originals")
    good("import", case, os.path.join(folder, "c.json"))
    tap.same(good("export", case), good("export", back), "and goes over itself")


# --- what others wrote ---

def golden(path, text, name):
    """What stands in a file beside the test; HEARSAY_GOLDEN writes it."""
    if os.environ.get("HEARSAY_GOLDEN"):
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    with open(path, encoding="utf-8") as f:
        tap.same(text, f.read(), name)


def check_foreign(path, folder):
    """A bundle of others: what came of it is in NAME.told and NAME.yaml; all of it comes back unchanged."""
    name = os.path.basename(path)
    with open(path, encoding="utf-8") as f:
        bundle = json.load(f)
    kept = os.path.join(folder, name + ".hearsay")
    good("new", kept)
    told = good("import", kept, path)
    golden(path[:-5] + ".told", told, "%s: what was understood, assumed and left out" % name)
    golden(path[:-5] + ".yaml", good("export", kept).split("\nforeign:\n")[0] + "\n", "%s: the case" % name)
    theirs = sorted(canonical(o) for o in bundle["objects"])
    ways = {"at once": json.loads(good("export", kept, "-f", "stix"))}
    again = write(os.path.join(folder, "again.json"), ways["at once"])
    good("import", kept, again)
    ways["twice"] = json.loads(good("export", kept, "-f", "stix"))
    for end in ("yaml", "json", "misp"):
        text = good("export", kept, "-f", end)
        way = os.path.join(folder, "way." + end.replace("misp", "json"))
        with open(way, "w", encoding="utf-8") as f:
            f.write(text)
        ways["through " + end] = json.loads(good("export", way, "-f", "stix"))
    for way, out in ways.items():
        foreign = sorted(canonical(o) for o in out["objects"] if not ours(o) and o["id"] != EXTENSION and
                         o.get("name") != "hearsay")
        tap.ok(foreign == theirs, "%s: their objects are the same %s" % (name, way))
    tap.same(canonical(ways["twice"]), canonical(ways["at once"]), "%s: a second time changes nothing" % name)
    code, _, err = run("weigh", kept)
    tap.ok(code == 0, "%s: it can be weighed" % name, err)
    tap.ok(not [f for f in stix_rules.check(ways["at once"]) if any(o["id"] == f.split(": ")[0] for o in
                ways["at once"]["objects"] if ours(o))], "%s: what is ours beside it keeps to the rules" % name)


# --- what is refused ---

A = "campaign--5c9a6a1e-2b0c-4d07-9d6c-6a0e2b0f1c11"
OWN = {"type": "note", "id": "note--5c9a6a1e-2b0c-4d07-9d6c-6a0e2b0f1c11"}
BAD = [
    ('{"type": "bundle", "objects": [', "not valid JSON"),
    ('{"type": "bundle"}', "objects: the bundle has none"),
    ('{"type": "bundle", "objects": []}', "objects: the bundle has none"),
    ('{"type": "bundle", "objects": {"a": 1}}', "objects: the bundle has none"),
    ('{"type": "bundle", "objects": ["a"]}', "objects[0]: should be an object"),
    ('{"type": "bundle", "objects": [{"id": "%s"}]}' % A, "objects[0]: has no type"),
    ('{"type": "bundle", "objects": [{"type": "campaign", "id": 3}]}', "objects[0]: its id"),
    ('{"type": "bundle", "objects": [{"type": "campaign", "id": "%s"}, {"type": "tool", "id": "%s"}]}' % (A, A),
     "objects[1]: its id"),
    ('{"type": "bundle", "objects": [{"type": "campaign", "id": "campaign--1"}]}', "two dashes and a UUID"),
    ('{"type": "bundle", "objects": [{"type": "campaign", "id": "%s", "a": %s1%s}]}' % (A, "[" * 50, "]" * 50),
     "nested too deep"),
    ('{"type": "bundle", "objects": [{"type": "campaign", "id": "%s", "a": 1, "a": 2}]}' % A, "not valid JSON"),
    (json.dumps({"type": "bundle", "objects": [dict(OWN, extensions={EXTENSION: {
        "kind": "facts", "item": {"id": "f", "about": "who", "if": {"a": "likely"}}}})]}), "facts.f: about who"),
    (json.dumps({"type": "bundle", "objects": [dict(OWN, extensions={EXTENSION: {
        "kind": "factoids", "item": {"id": "f"}}})]}), "there is no key 'factoids' here"),
    (json.dumps({"type": "bundle", "objects": [dict(OWN, extensions={EXTENSION: {
        "kind": "facts", "item": ["f"]}})]}), "its item should be a map"),
    (json.dumps({"type": "bundle", "objects": [dict(OWN, extensions={EXTENSION: {
        "kind": "facts", "item_text": "{\"id\""}})]}), "item_text: line 1"),
    (json.dumps({"type": "bundle", "objects": [dict(OWN, extensions={EXTENSION: {
        "kind": "facts", "item_text": "{}, {}"}})]}), "item_text: is not one value in each of 1"),
]


NOTE_ID = "note--5c9a6a1e-2b0c-4d07-9d6c-6a0e2b0f1c11"
STUCK = [
    ([{"id": "a", "format": "stix", "object": {"type": "note"}}], "has an id of its type"),
    ([{"id": "a", "format": "stix", "object": {"type": "tool", "id": NOTE_ID}}], "has an id of its type"),
    ([{"id": "a", "format": "stix", "object": {"type": "note", "id": NOTE_ID}}] * 2, "there are two of this id"),
    ([{"id": i, "format": "misp", "object": {"info": i}} for i in "ab"], "a second event of MISP"),
    ([{"id": "a", "format": "misp", "object": {"Tag": "b"}},
      {"id": "b", "format": "misp", "list": "Tag", "object": {}}],
     "foreign.a: Tag should be an empty list"),
    ([{"id": "a", "format": "misp", "object": {"Attribute": [{}]}}], "foreign.a: Attribute should be an empty list"),
    ([{"id": "a", "format": "misp", "object": {"Orgc": {"uuid": "b6deb327-4872-578c-a2d7-295f46c39790"}}}],
     "none of others"),
    ([{"id": "a", "format": "misp", "list": "Attribute", "object": {"comment": "hearsay: fact f"}}], "none of others"),
    ([{"id": "a", "format": "stix", "object": {"type": "note", "id": NOTE_ID,
                                                "extensions": {EXTENSION: {"kind": "facts"}}}}],
     "none of others"),
    ([{"id": "a", "format": "misp", "object": []}], "foreign.a.object: should be the object as it came"),
]


def check_kept(folder):
    """What a case keeps for others must be able to go back."""
    for foreign, error in STUCK:
        code, _, err = run("export", write(os.path.join(folder, "stuck.json"), {"foreign": foreign}))
        tap.ok(code == 4 and error in err, "what could not go back is refused: %s" % error, err)


def check_refused(folder):
    kept = os.path.join(folder, "kept.hearsay")
    good("new", kept)
    good("import", kept, os.path.join(tap.ROOT, "example", "river.yaml"))
    before, log = good("export", kept), good("log", kept)
    for i, (text, error) in enumerate(BAD):
        path = os.path.join(folder, "bad.json")
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        code, out, err = run("import", kept, path)
        tap.ok(code == 4 and not out and err.startswith("hearsay: %s: " % path) and error in err,
               "bad bundle %d is refused: %s" % (i + 1, error), "%d\n%s%s" % (code, out, err))
    tap.same(good("export", kept), before, "the case is as it was")
    tap.same(good("log", kept), log, "and so is its journal")


def main():
    check_rules()
    with tempfile.TemporaryDirectory() as folder:
        for path in CASES:
            check_written(path, folder)
        drones = tap.data("data", "cases", "two-drones.yaml")
        if drones:
            check_written(drones, folder)
        else:
            tap.skip("no development data", "the case of the two drones as STIX")
        check_file(folder)
        check_said(folder)
        check_stripped(folder)
        check_analysts(folder)
        check_documents(folder)
        for path in sorted(glob.glob(os.path.join(FOREIGN, "*.json"))):
            check_foreign(path, folder)
        check_refused(folder)
        check_kept(folder)
    tap.done()


main()
