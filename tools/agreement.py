#!/usr/bin/env python3
"""agreement.py [MARKS.tsv SECOND.tsv]: how far two people agree who marked the same things (train/marks.tsv and
train/marks-second.tsv): the share of equal marks, and Cohen's kappa, which takes off what chance would give."""
import collections
import os
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "train")


def read(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    return {tuple(r[:3]): (r[3], r[4]) for r in rows}


def kappa(pairs):
    n = len(pairs)
    same = sum(a == b for a, b in pairs) / n
    first, second = collections.Counter(a for a, _ in pairs), collections.Counter(b for _, b in pairs)
    chance = sum(first[k] * second[k] for k in first) / n ** 2
    return same, (same - chance) / (1 - chance)


def main():
    paths = sys.argv[1:] or [os.path.join(HERE, "marks.tsv"), os.path.join(HERE, "marks-second.tsv")]
    one, two = map(read, paths)
    both = sorted(set(one) & set(two))
    kinds = [(one[k][0], two[k][0]) for k in both]
    print("statement, fact or neither: %d marked twice, %.3f equal, kappa %.3f" % (len(both), *kappa(kinds)))
    both = [k for k in both if one[k][0] == two[k][0] == "S"]
    stances = [(one[k][1], two[k][1]) for k in both]
    print("stance, where both say statement: %d, %.3f equal, kappa %.3f" % (len(both), *kappa(stances)))


main()
