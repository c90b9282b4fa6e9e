#!/usr/bin/env python3
"""Gold for a text, in the short notation of this folder, made into the JSON of a draft ("casedraft/1").

    gold.py NN.gold > NN.gold.json        the text is NN.txt beside it

A line is one item; `#` begins a comment. Fields stand between ` | `; words of the text stand in double straight quotes
and are found in it: "the first words ... the last words" spans from the one to the other, and `@2` behind a quote is
its second place.

    published: 2024-03-04 "4 March 2024"
    incident: explosion | label explosion at the depot | when 2024-03-02 "on Saturday" | where Vardo
    H1: did | Ostrana | aka Ostranan state; Ostranans | parent H2 | optional
    S: "the blast was an accident" | who Ana Lorca | aka Lorca | kind person | via two aides; Meridian
       | stance assesses | on H2 for, H1 against | likely possible "may" | sure low "low confidence" | basis inference
       | also "..."; "..." | optional
    F: "traces of explosive" | kind forensic | on H1 for | optional
    P: "a similar fire in 2019" | when 2019
    D: "on Saturday" | 2024-03-02 | incident
    X: "Share this article" | nav
"""
import hashlib
import json
import re
import sys

STANCES = "accuses admits denies assesses speculates reports rules_out not_ruled_out no_conclusion declines".split()
ROLES = "did directed knew staged accident no_event purpose unknown".split()
LEVELS = "remote unlikely possible likely near_certain".split()
BASES = ("intercept document imagery forensic witness confession investigation inference public_statement anonymous "
         "unstated").split()


class Gold:
    def __init__(self, path):
        self.path = path
        self.text = open(path[:-5] + ".txt", encoding="utf-8", newline="").read()
        self.line = 0

    def fail(self, what):
        raise SystemExit("%s:%d: %s" % (self.path, self.line, what))

    def bytes_of(self, start, end):
        return [len(self.text[:start].encode()), len(self.text[:end].encode())]

    def find(self, words, nth, start=0):
        for _ in range(nth):
            at = self.text.find(words, start)
            if at < 0:
                self.fail("not in the text: %s" % words)
            start = at + 1
        return at

    def spans(self, field):
        """Every quote of a field as a span."""
        out = []
        for words, nth in re.findall(r'"([^"]+)"(?:@(\d+))?', field):
            first, _, last = words.partition(" ... ")
            at = self.find(first, int(nth or 1))
            end = self.find(last, 1, at + len(first)) + len(last) if last else at + len(first)
            out.append(self.bytes_of(at, end))
        return out

    def span(self, field):
        found = self.spans(field)
        if not found:
            self.fail("no quote in: %s" % field)
        return found[0]

    def targets(self, value):
        out = []
        for part in filter(None, re.split(r"[,;]\s*", value)):
            h, _, polarity = part.partition(" ")
            if polarity not in ("for", "against", "open"):
                self.fail("not for, against or open: %s" % part)
            out.append({"h": h, "polarity": polarity})
        return out

    def one_of(self, word, words):
        if word not in words:
            self.fail("%s is none of: %s" % (word, " ".join(words)))
        return word

    def graded(self, value):
        word, _, quote = value.partition(" ")
        quoted = re.search(r'"([^"]+)"', quote)
        return {"level": word, "word": quoted.group(1).lower() if quoted else word}


def items(path):
    """The lines of a file, continued ones joined: (number, key, rest)."""
    out = []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            out[-1][2] += " " + line.strip()
            continue
        key, _, rest = line.partition(":")
        out.append([number, key.strip(), rest.strip()])
    return out


def fields_of(rest):
    first, *others = [part.strip() for part in re.split(r"\s\|\s|\s\|$", rest)]
    named = {}
    for part in filter(None, others):
        key, _, value = part.partition(" ")
        named[key] = value.strip()
    return first, others, named


def statement(g, n, first, named):
    content = g.span(first)
    known = {"who", "aka", "kind", "via", "stance", "on", "likely", "sure", "basis", "also", "optional", "for"}
    if set(named) - known:
        g.fail("unknown fields: %s" % ", ".join(sorted(set(named) - known)))
    s = {"id": "S%d" % n, "content": content, "stance": g.one_of(named.get("stance", ""), STANCES),
         "speaker": {"name": named["who"], "kind": named.get("kind", "")},
         "chain": [{"name": name.strip()} for name in named.get("via", "").split(";") if name.strip()],
         "targets": g.targets(named.get("on", "")), "basis": g.one_of(named.get("basis", "unstated"), BASES)}
    if "aka" in named:
        s["speaker"]["aka"] = [name.strip() for name in named["aka"].split(";")]
    if "likely" in named:
        s["likelihood"] = g.graded(named["likely"])
        g.one_of(s["likelihood"]["level"], LEVELS)
    if "sure" in named:
        s["confidence"] = g.graded(named["sure"])
        g.one_of(s["confidence"]["level"], ("low", "moderate", "high"))
    if "also" in named:
        s["also"] = g.spans(named["also"])
    return s


def gold(path):
    g = Gold(path)
    raw = g.text.encode()
    out = {"format": "casedraft/1", "hypotheses": [], "statements": [], "facts": [], "precedents": [], "dates": [],
           "debris": [], "incident": {},
           "docs": [{"id": path.rsplit("/", 1)[-1][:-5], "bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest(),
                     "published": None}]}
    for g.line, key, rest in items(path):
        first, others, named = fields_of(rest)
        made = None
        if key == "published":
            out["docs"][0]["published"] = {"value": first.split()[0], "span": (g.spans(first) or [None])[0]}
        elif key == "incident":
            out["incident"] = {"kind": first, "label": named.get("label", ""), "where": named.get("where")}
            if "when" in named:
                out["incident"]["when"] = {"value": named["when"].split()[0],
                                           "span": (g.spans(named["when"]) or [None])[0]}
            if "span" in named:
                out["incident"]["span"] = g.span(named["span"])
        elif re.fullmatch(r"H\d+", key):
            plain = [part for part in others if part and part.split()[0] not in ("aka", "parent", "optional")]
            made = {"id": key, "role": g.one_of(first, ROLES), "actor": plain[0] if plain else "",
                    "aka": [name.strip() for name in named.get("aka", "").split(";") if name.strip()]}
            out["hypotheses"].append(made)
        elif key == "S":
            if "who" not in named:
                g.fail("who said it? (who [report] where the text itself does)")
            made = statement(g, len(out["statements"]) + 1, first, named)
            out["statements"].append(made)
        elif key == "F":
            made = {"id": "F%d" % (len(out["facts"]) + 1), "span": g.span(first), "kind": named.get("kind", ""),
                    "bears_on": g.targets(named.get("on", ""))}
            out["facts"].append(made)
        elif key == "P":
            made = {"id": "P%d" % (len(out["precedents"]) + 1), "span": g.span(first), "when": named.get("when")}
            out["precedents"].append(made)
        elif key == "D":
            out["dates"].append({"span": g.span(first), "value": others[0], "role": others[1]})
        elif key == "X":
            out["debris"].append({"span": g.span(first), "kind": others[0] if others else ""})
        else:
            g.fail("no such item: %s" % key)
        if made is not None and "optional" in named:
            made["optional"] = True
    known = {h["id"] for h in out["hypotheses"]}
    for kind in ("statements", "facts"):
        for item in out[kind]:
            for t in item.get("targets", item.get("bears_on")):
                if t["h"] not in known:
                    raise SystemExit("%s: no hypothesis %s" % (path, t["h"]))
    return out


if __name__ == "__main__":
    print(json.dumps(gold(sys.argv[1]), ensure_ascii=False, indent=1))
