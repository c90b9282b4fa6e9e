#!/usr/bin/env python3
"""Short texts that are easily read wrong (test/drafts/traps), each with what must and what must never come out. What
must never come out, never does: a denial is no accusation, who is accused accuses nobody, a hedge stays, and nobody's
confidence is lent to another. What should come out is counted. `traps.py --show [KIND]` prints what is missed."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import tap

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "drafts" / "traps"
STANCES = "accuses admits denies assesses speculates reports rules_out not_ruled_out no_conclusion declines".split()
ROLES = "did directed knew staged accident no_event purpose unknown".split()
EMPTY = {"the", "a", "an", "mr", "mrs", "ms", "dr"}


def words(name):
    name = unicodedata.normalize("NFKD", name or "")
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    name = re.sub(r"['’]s\b", "", name)
    return [w[:-1] if len(w) > 3 and w.endswith("s") else w for w in re.findall(r"\w+", name) if w not in EMPTY]


def alike(a, b):
    """Whether two names can be one: all words of the shorter are in the longer, and the last is."""
    a, b = words(a), words(b)
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return bool(short) and set(short) <= set(long) and (short[-1] == long[-1] or len(set(short) & set(long)) >= 2)


def target_of(text):
    role, _, rest = text.partition(" ")
    actor, _, polarity = rest.rpartition(" ")
    assert role in ROLES and polarity in ("for", "against", "open"), text
    return role, "" if actor == "-" else actor, polarity


def has_target(s, want):
    role, actor, polarity = want
    return any(t["role"] == role and t["polarity"] == polarity and (not actor or alike(t.get("actor"), actor))
               for t in s.get("targets", []))


def broken(expect, found):
    """What is wrong with the statements that were found, by one expectation; None: nothing."""
    never = expect.startswith("never ")
    rest = expect[6:] if never else expect
    first, _, more = rest.partition(" ")
    if expect == "nothing":
        return "nothing" if found else None
    if expect.startswith("likely "):
        word = re.search(r'"([^"]+)"', expect).group(1).lower()
        return None if any((s.get("likelihood") or {}).get("word") == word for s in found) else expect
    if first in ("sure", "no"):
        level, _, who = more.partition(" ")
        by = [s for s in found if alike(s["speaker"]["name"], who) and s.get("confidence")]
        if first == "no":
            return expect if by else None
        return None if any(s["confidence"]["level"] == level for s in by) else expect
    if never and first == "speaker":
        names = [s["speaker"]["name"] for s in found]
        if " of " not in more:
            names = [name.split(" of ")[0] for name in names]  # "a cousin of the gunman" is not the gunman
        return expect if any(alike(name, more) for name in names) else None
    if never and first in ROLES:
        return expect if any(has_target(s, target_of(rest)) for s in found) else None
    assert first in STANCES, expect
    who, _, target = more.partition(" > ")
    hits = [s for s in found if s["stance"] == first and (not who or alike(s["speaker"]["name"], who)) and
            (not target or has_target(s, target_of(target)))]
    return expect if bool(hits) == never else None


def grave(expect):
    return expect.startswith(("never ", "no sure ")) or expect == "nothing"


def traps():
    """[(kind, text, expectations)]; \\n stands for a new line."""
    out = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                text, _, wants = line.partition(" || ")
                out.append((path.stem, text.replace("\\n", "\n"), [w.strip() for w in wants.split(";") if w.strip()]))
    return out


def read(texts):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as f:
        for n, text in enumerate(texts):
            f.write(json.dumps({"id": str(n), "text": text}) + "\n")
        f.flush()
        out = subprocess.run([tap.HEARSAY, "read", "--verbatim", f.name], capture_output=True, check=True, text=True)
    return [json.loads(line).get("statements", []) for line in out.stdout.splitlines()]


def show(kinds):
    all_traps = traps()
    for (kind, text, wants), found in zip(all_traps, read([t for _, t, _ in all_traps])):
        wrong = [w for w in wants if broken(w, found)]
        if wrong and (not kinds or kind in kinds or ("grave" in kinds and any(grave(w) for w in wrong))):
            print(kind, "|", text)
            for w in wrong:
                print("   ", "GRAVE" if grave(w) else "miss ", w)
            for s in found:
                hedge, sure = s.get("likelihood") or {}, s.get("confidence") or {}
                targets = [(t["role"], t.get("actor"), t["polarity"]) for t in s.get("targets", [])]
                start, end = s["content"]
                print("      =", s["stance"], s["speaker"]["name"], targets, hedge.get("word", ""),
                      sure.get("level", ""), text[start:end])


# What each kind reached when it was last measured, of what should come out, in percent: less is a step back.
FLOOR = {"causes": 80, "charged": 80, "confidence": 75, "declines": 20, "deeds": 70, "denials": 15, "hedges": 60,
         "left_open": 30, "no_evidence": 22, "nameless": 70, "nobody": 20, "passives": 35, "persons": 70, "plain": 40,
         "purposes": 80, "reception": 80, "relatives": 70, "relays": 15, "retractions": 0, "second_looks": 80,
         "set_against": 80, "turned": 80, "first_person": 80, "told_of_others": 70, "another_not": 80}


def main():
    count, graves = {}, []
    all_traps = traps()
    for (kind, text, wants), found in zip(all_traps, read([t for _, t, _ in all_traps])):
        for w in wants:
            bad = broken(w, found)
            if not grave(w):
                count.setdefault(kind, []).append(not bad)
            elif bad:
                graves.append("%s: %s: %s" % (kind, w, text))
    tap.ok(len(all_traps) >= 200, "200 traps and more")
    tap.same(graves, [], "%d things that must never come out" % sum(grave(w) for _, _, ws in all_traps for w in ws))
    for kind in sorted(count):
        share = 100 * sum(count[kind]) / len(count[kind])
        tap.ok(share >= FLOOR[kind], "%s: %d of %d" % (kind, sum(count[kind]), len(count[kind])))
    tap.done()


if __name__ == "__main__":
    show(sys.argv[2:]) if "--show" in sys.argv else main()
