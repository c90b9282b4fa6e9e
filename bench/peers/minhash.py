#!/usr/bin/env python3
"""minhash.py SET GOLD [--batch]: MinHash LSH, written plainly, the way the manual of datasketch has it: a sketch of
128 permutations in numpy that is updated with the SHA-1 of each word 3-gram, 42 bands of 3 rows, pairs verified by
estimated Jaccard, union-find. With --batch a text's grams are taken at once. Prints a line of bench-trace's CSV. The
set and its origins are what `bench-trace --write SET` writes. Reading the file is not timed."""
import hashlib
import json
import resource
import struct
import sys
import time
from collections import Counter, defaultdict

import numpy as np

PERMUTATIONS, BANDS, ROWS, GRAM, LEAST = 128, 42, 3, 3, 0.38
PRIME, MASK = np.uint64((1 << 61) - 1), np.uint64((1 << 32) - 1)

random = np.random.RandomState(1)
A = random.randint(1, int(PRIME), PERMUTATIONS, dtype=np.uint64)
B = random.randint(0, int(PRIME), PERMUTATIONS, dtype=np.uint64)


def hashed(gram):
    return struct.unpack("<I", hashlib.sha1(gram.encode()).digest()[:4])[0]


def signature(text, batch):
    words = text.lower().split()
    grams = {" ".join(words[i:i + GRAM]) for i in range(max(1, len(words) - GRAM + 1))}
    if batch:
        h = np.array([hashed(g) for g in grams], dtype=np.uint64)
        return (((h[:, None] * A + B) % PRIME) & MASK).min(axis=0)
    sketch = np.full(PERMUTATIONS, MASK)
    for g in grams:
        sketch = np.minimum(((np.uint64(hashed(g)) * A + B) % PRIME) & MASK, sketch)
    return sketch


def find(up, i):
    while up[i] != i:
        up[i] = up[up[i]]
        i = up[i]
    return i


def clusters(texts, batch):
    rows, bands, up = [], [defaultdict(list) for _ in range(BANDS)], list(range(len(texts)))
    for i, text in enumerate(texts):
        s = signature(text, batch)
        rows.append(s)
        near = set()
        for b in range(BANDS):
            bucket = bands[b][s[b * ROWS:(b + 1) * ROWS].tobytes()]
            near.update(bucket)
            bucket.append(i)
        for j in near:
            if np.mean(s == rows[j]) >= LEAST:
                up[find(up, i)] = find(up, j)
    return [find(up, i) for i in range(len(texts))]


def pairs(groups):
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


def main():
    batch = "--batch" in sys.argv
    docs = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    gold = dict(line.split("\t")[:2] for line in open(sys.argv[2], encoding="utf-8").read().splitlines()[1:])
    texts, truth = [d["text"] for d in docs], [gold[d["id"]] for d in docs]
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found = clusters(texts, batch)
    seconds = time.process_time() - start
    both, right, given = pairs(list(zip(truth, found))), pairs(truth), pairs(found)
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print("minhash.py%s,%d,%d,%.3f,%.0f,%.4f,%.4f,%.4f,%d,%d,%.1f,0,0" % (
        " --batch" if batch else "", len(docs), sum(len(t.split()) for t in texts), seconds, len(docs) / seconds,
        both / max(1, given),
        both / max(1, right), 2 * both / max(1, given + right), len(set(truth)), len(set(found)), peak))


main()
