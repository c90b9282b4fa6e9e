#!/usr/bin/env python3
"""senses.py WORDNET_FOLDER: what WordNet knows of English verbs and nouns, a line for each spelling.

    word <TAB> verb <TAB> noun <TAB> flags <TAB> verb sense <TAB> kind of verb <TAB> kind of noun

verb and noun are the lexicographer's files of the first sense (verb.communication is 32, noun.person 18; 0: none),
the three numbers behind the flags are synsets of the first sense and of what it is a kind of. Nouns of things that
nobody says and that say nothing are left out.
"""
import collections
import os
import sys

CLAUSE, CLAUSE_FIRST, SAYS, THINKS, DERIVED_SAYS, DERIVED_THINKS, PERSON, MESSAGE = (1 << i for i in range(8))
THAT_CLAUSE = {26, 29, 34}  # "Somebody ----s that CLAUSE", "... whether INFINITIVE", "It ----s that CLAUSE"
COMMUNICATION, COGNITION = 32, 31
# Nouns of animals, things made, bodies, food, objects, phenomena, plants, processes, shapes, substances.
NEVER_SAID = {5, 6, 8, 13, 17, 19, 20, 22, 25, 27}


def rows(folder, name):
    """The cells of each line of a table, without its head and its glosses."""
    with open(os.path.join(folder, name), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("  "):
                yield line.split(" | ")[0].split()


def synsets(folder, pos):
    """{offset: (file, frames, hypernyms, derived verbs)}"""
    out = {}
    for cells in rows(folder, "data." + pos):
        at = 4 + 2 * int(cells[3], 16)
        n = int(cells[at])
        above, derived = [], []
        for i in range(n):
            symbol, target, kind, _ = cells[at + 1 + 4 * i:at + 5 + 4 * i]
            if symbol in ("@", "@i"):
                above.append(target)
            elif symbol == "+" and kind == "v":
                derived.append(target)
        at += 1 + 4 * n
        frames = set()
        if pos == "verb":
            frames = {int(cells[at + 2 + 3 * i]) for i in range(int(cells[at]))}
        out[cells[0]] = (int(cells[1]), frames, above, derived)
    return out


def lemmas(folder, pos):
    """{lemma: offsets, the commonest sense first}"""
    out = {}
    for cells in rows(folder, "index." + pos):
        if "_" not in cells[0] and cells[0][0].isalpha():
            out[cells[0]] = cells[-int(cells[2]):]
    return out


def irregular(folder, pos):
    out = collections.defaultdict(list)
    with open(os.path.join(folder, pos + ".exc"), encoding="utf-8") as lines:
        for line in lines:
            form, *bases = line.split()
            for base in bases:
                out[base].append(form)
    return out


def plural(word):
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def inflected(word):
    """The regular forms of a verb."""
    stem = word[:-1] if word.endswith("e") else word
    past = word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in "aeiou" else stem + "ed"
    forms = [plural(word), past, stem + "ing" if not word.endswith("ee") else word + "ing"]
    if len(word) > 2 and word[-1] in "bdgklmnprt" and word[-2] in "aeiou" and word[-3] not in "aeiou":
        forms += [word + word[-1] + "ed", word + word[-1] + "ing"]  # "admitted"
    return forms


def main():
    folder = sys.argv[1]
    verbs, nouns = synsets(folder, "verb"), synsets(folder, "noun")
    known = {}

    def put(form, verb=(0, 0, 0), noun=(0, 0), flags=0, first=False):
        old = known.get(form)
        if old is None:
            known[form] = [verb, noun, flags]
            return
        if verb[0] and (first or not old[0][0]):
            old[0] = verb
        if noun[0] and (first or not old[1][0]):
            old[1] = noun
        old[2] |= flags

    def above(table, offset):
        return int(table[offset][2][0]) if table[offset][2] else int(offset)

    bent = irregular(folder, "verb")
    for lemma, senses in lemmas(folder, "verb").items():
        flags = 0
        for i, s in enumerate(senses[:4]):
            file, frames = verbs[s][:2]
            flags |= CLAUSE if frames & THAT_CLAUSE else 0
            flags |= CLAUSE_FIRST if i == 0 and frames & THAT_CLAUSE else 0
            flags |= SAYS if file == COMMUNICATION else THINKS if file == COGNITION else 0
        verb = (verbs[senses[0]][0], int(senses[0]), above(verbs, senses[0]))
        put(lemma, verb, flags=flags, first=True)
        for form in bent.get(lemma, []) + inflected(lemma):
            put(form, verb, flags=flags)
    bent = irregular(folder, "noun")
    for lemma, senses in lemmas(folder, "noun").items():
        flags = 0
        for s in senses[:3]:
            file, _, _, derived = nouns[s]
            flags |= PERSON if file == 18 else MESSAGE if file == 10 else 0
            for d in derived:
                flags |= DERIVED_SAYS if verbs[d][0] == COMMUNICATION else 0
                flags |= DERIVED_THINKS if verbs[d][0] == COGNITION else 0
        noun = (nouns[senses[0]][0], above(nouns, senses[0]))
        for form in [lemma] + bent.get(lemma, []) + [plural(lemma)]:
            put(form, noun=noun, flags=flags, first=form == lemma)
    for form in sorted(known):
        verb, noun, flags = known[form]
        if not verb[0] and not flags and noun[0] in NEVER_SAID:
            continue
        print(form, verb[0], noun[0], flags, verb[1], verb[2], noun[1], sep="\t")


main()
