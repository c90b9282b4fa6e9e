#!/usr/bin/env python3
"""The same families and the same edges whatever order reports come in and however many threads work; and, where the
development data is at hand, floors of what tracing must reach there."""
import json
import os
import random
import subprocess
import sys
import tempfile

import tap

SETS, ORDERS = 3, 8
FLOORS = {
    "text": [("pair_F1", .985), ("set_count_exact", .95), ("copy_edge_ancestor_acc", .85),
             ("direction_acc_on_related_pairs", .95), ("root_acc_with_half_linked", .85), ("partial_F1", .88),
             ("cites_P", .90), ("cites_F1", .80)],
    "report": [("set_count_exact", .85)],
}
OUTLETS = ["Kell Courier", "Dunfast Echo", "Stannow Mail", "Overmere Gazette", "Hessel Post", "Harbour Newswire"]
NOUNS = """harbour bridge ferry engine council tunnel mill orchard quarry clinic school tramway reservoir festival
market lighthouse warehouse foundry museum archive canal dyke turbine pension strike budget inquiry verdict petition
licence contract harvest drought storm landslide merger auction treaty border convoy laboratory vaccine orchestra
stadium marathon referee cathedral monastery glacier volcano forest meadow fishery trawler compass""".split()
VERBS = """closed opened doubled rejected approved surveyed flooded repaired replaced abandoned inspected financed
insured measured postponed cancelled overtook guarded concealed questioned praised mourned imported exported inherited
demolished restored extended shortened renamed divided taxed""".split()
STARTS = "Kel Dun Mar Tor Ves Ash Bran Cor Hal Lind Nor Pell Quen Ros Stav Wen Yar Zel".split()
ENDS = "ford mere wick holm stad ler vik ton gate rin low dale by sund wald bury".split()


# --- reports ---

def name(draw):
    return draw.choice(STARTS) + draw.choice(ENDS)


def sentence(draw):
    who = draw.choice(["The %s" % draw.choice(NOUNS), "%s of %s" % (name(draw), name(draw))])
    return "%s %s the %s near %s, and the %s of %s %s %d others." % (
        who, draw.choice(VERBS), draw.choice(NOUNS), name(draw), draw.choice(NOUNS), name(draw), draw.choice(VERBS),
        draw.randint(2, 900))


def story(draw):
    return [" ".join(sentence(draw) for _ in range(3)) for _ in range(draw.randint(2, 6))]


def reworded(draw, text):
    return " ".join(draw.choice(NOUNS) if draw.random() < .12 and w.islower() else w for w in text.split(" "))


def scanned(draw, text):
    return "".join(draw.choice("abdeiklmnorstu") if c.islower() and draw.random() < .03 else c for c in text)


def edited(draw, paragraphs, others):
    """A copy of a story, or what has something of it."""
    kind = draw.randrange(8)
    if kind == 0:
        return paragraphs[:max(1, len(paragraphs) // 2)]
    if kind == 1:
        return [reworded(draw, p) for p in paragraphs]
    if kind == 2:
        return [scanned(draw, p) for p in paragraphs]
    if kind == 3:
        return draw.sample(paragraphs, len(paragraphs))
    if kind == 4:
        return story(draw)[:1] + paragraphs[1:]
    if kind == 5:
        return story(draw) + paragraphs[-1:]
    if kind == 6:
        return paragraphs[:1] + draw.choice(others)[:1]
    return list(paragraphs)


def relay(outlet, paragraphs):
    """What an outlet reported, in other words."""
    who, rest = paragraphs[0].split(". ")[0].split(" the ", 1)
    first, second = rest.split(", and ")
    return ["%s and %s were in the news: %s, the %s reported. No further details were available." %
            (second.capitalize(), first, who, outlet)]


def when(draw):
    """A moment, a day, or nothing; many are the same."""
    day = "2024-10-%02d" % draw.randint(1, 9)
    return draw.choice([None, day, "%sT%02d:00:00Z" % (day, draw.randint(6, 20))])


def reports(seed):
    draw = random.Random(seed)
    stories = [story(draw) for _ in range(12)]
    footer = {o: sentence(draw) + " " + sentence(draw) for o in OUTLETS[:3]}
    out = []
    for own in stories:
        versions, first = [own], None
        for k in range(draw.randint(1, 9)):
            outlet = draw.choice(OUTLETS)
            first = first if k else outlet
            if k and draw.random() < .2:
                versions.append(relay(first, own))
            elif k:
                versions.append(edited(draw, draw.choice([v for v in versions if len(v) > 1]), stories))
            text = versions[-1] + [footer[outlet]] if outlet in footer else versions[-1]
            report = {"id": "r%03d" % draw.randrange(1000), "outlet": outlet, "published": when(draw),
                      "title": sentence(draw), "text": "\n\n".join(text)}
            if report["id"] not in {r["id"] for r in out}:
                out.append({k: v for k, v in report.items() if v is not None})
    return out


# --- the program on them ---

def trace(folder, path, level, threads):
    """Families as sets of ids, and edges."""
    files = [os.path.join(folder, f) for f in ("clusters", "edges")]
    subprocess.run([tap.HEARSAY, "trace", "--verbatim", "--quiet", "--level", level, "--clusters", files[0], "--edges",
                    files[1], path], check=True, stdout=subprocess.DEVNULL,
                   env=dict(os.environ, HEARSAY_THREADS=str(threads)))
    families = {}
    with open(files[0], encoding="utf-8") as f:
        for line in f:
            member, family = line.rstrip("\n").split("\t")
            families.setdefault(family, set()).add(member)
    with open(files[1], encoding="utf-8") as f:
        return {frozenset(m) for m in families.values()}, sorted(f)


def lines(path, documents):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(d) + "\n" for d in documents)


def check_order(folder, seed):
    path = os.path.join(folder, "reports.ndjson")
    documents = reports(seed)
    lines(path, documents)
    for level in ("text", "report", "strict"):
        families, edges = trace(folder, path, level, 1)
        tap.ok(1 < len(families) < len(documents) and edges, "set %d, %s: %d reports, %d families, %d edges" %
               (seed, level, len(documents), len(families), len(edges)))
        tap.same(sum(map(len, families)), len(documents), "set %d, %s: each in one family" % (seed, level))
        different = []
        for order in range(ORDERS):
            lines(path, random.Random(order).sample(documents, len(documents)))
            if trace(folder, path, level, 1 + order % 2) != (families, edges):
                different.append(order)
        tap.same(different, [], "set %d, %s: the same in every order, with one thread and two" % (seed, level))
        lines(path, documents)


# --- floors ---

def check_floors(folder, level, gold):
    trace(folder, os.path.join(gold, "docs.jsonl"), level, 2)
    scorer = tap.data("score", "score_copies.py")
    out = subprocess.run([sys.executable, scorer, "--gold", gold, "--level", level, "--json", "--clusters",
                          os.path.join(folder, "clusters"), "--edges", os.path.join(folder, "edges")],
                         check=True, capture_output=True)
    scores = json.loads(out.stdout)
    for key, floor in FLOORS[level]:
        tap.ok(scores[key] >= floor, "%s: %s is %.3f, at least %.3f" % (level, key, scores[key], floor))


def main():
    packed = tap.data("data", "copies", "copies-dev.tar.zst")
    with tempfile.TemporaryDirectory(prefix="hearsay-order-") as folder:
        for seed in range(SETS):
            check_order(folder, seed)
        if packed and not subprocess.run(["tar", "--zstd", "-xf", packed, "-C", folder], check=False,
                                         capture_output=True).returncode:
            gold = next(at for at, _, files in sorted(os.walk(folder)) if "gold.tsv" in files)
            for level in FLOORS:
                check_floors(folder, level, gold)
        else:
            tap.skip("no development data, or no zstd", "floors of copies, edges and roots")
    tap.done()


if __name__ == "__main__":
    main()
