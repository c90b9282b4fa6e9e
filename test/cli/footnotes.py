#!/usr/bin/env python3
"""Every note leads to a document and a place in it, and the words there are those that the note shows: in the report as
JSON, with which the tests of Markdown, HTML, DOCX and PDF compare what they show, and in the bundle of STIX."""
import json
import tempfile

import tap
import written


def texts_of(path):
    """{id: text} of the documents of a case file, read again from where they came."""
    told = json.loads(written.hearsay("export", path, "-f", "json") or b"{}")
    lines = written.hearsay("read", "--only", "text", *[d["path"] for d in told["documents"]]).splitlines()
    return {d["id"]: d["text"] for d in map(json.loads, lines)}


def wrong_in(note, texts):
    for p in note["passages"]:
        text = texts.get(p["document"])
        if text is None:
            yield "note %d: no document %s" % (note["number"], p["document"])
            continue
        words = " ... ".join(text[a:b] for a, b in p["places"])
        shown = p["words"]
        if not p["places"] or not (words.startswith(shown) if p.get("cut") else words == shown):
            yield "note %d: %r at %s, where %r stands" % (note["number"], shown, p["places"], words)


def check_stix(case, path, passages):
    """A statement's own words and where they stand go along with it."""
    bundle = json.loads(written.report(path, "stix"))
    told = [(written.folded(o["content"]), json.dumps(o)) for o in bundle["objects"]
            if o.get("abstract") == "A statement"]
    lost = ["%s: %s" % (p["statement"], p["words"]) for p in passages
            if not any(written.folded(p["words"]) in t and p["document"] in whole for t, whole in told)]
    tap.ok(not lost, "%s: the bundle has the words of every passage, and whose they are" % case, "\n".join(lost[:5]))


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-notes-") as folder:
        for case, path in written.drafted(folder, 8).items():
            notes, texts = written.report(path)["notes"], texts_of(path)
            passages = [p for note in notes for p in note["passages"]]
            wrong = [line for note in notes for line in wrong_in(note, texts)]
            tap.ok(passages, "%s: notes lead to documents" % case)
            tap.ok(not wrong, "%s: the words of every note stand where it says" % case, "\n".join(wrong[:5]))
            check_stix(case, path, [p for p in passages if not p.get("cut")])
    tap.done()


main()
