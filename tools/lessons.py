#!/usr/bin/env python3
"""lessons.py FRAMES ARTICLES.ndjson TREES.tsv: articles of made-up attributions, as ndjson like that of the real ones.

What is said, and by whom, is taken from the articles and put into the frames of train/frames.txt: sentences of kinds
that a model sees too seldom to learn them. The same input gives the same lessons.
"""
import collections
import json
import random
import re
import sys

LESSONS = 7600
SHARE = {"according": 12, "cue after": 9, "cue inside": 12, "passive": 16, "speculation": 18, "denial": 11,
         "refusal": 9, "document": 9, "nested": 9, "pronoun": 8, "transcript": 5, "nothing": 20}
ASKING = re.compile(r"^(whether|who|why|how|what|when|where)\b")
RELATIVE = re.compile(r"(who|which|that|whom|whose|his|her|their|my|our|your|this)\b")
PRONOUNS = {"he", "she", "they", "it", "we", "i", "you"}


def capital(text):
    return text[:1].upper() + text[1:]


class Sentence:
    """Words of a sentence: begin, end, word, lemma, tag, entity, head, relation; heads from 0, -1 for the root."""

    def __init__(self, rows, text):
        self.rows, self.text = rows, text
        self.kids = collections.defaultdict(list)
        for i, r in enumerate(rows):
            self.kids[r[6]].append(i)

    def reach(self, i):
        """The outermost words below a word."""
        low = high = i
        stack = [i]
        for _ in range(len(self.rows)):
            if not stack:
                break
            k = stack.pop()
            low, high = min(low, k), max(high, k)
            stack += self.kids[k]
        return low, high

    def words(self, low, high):
        return self.text[self.rows[low][0]:self.rows[high][1]]


def sentences(path, texts):
    rows, text = [], ""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# doc "):
                text = texts[line[6:].rstrip("\n")]
            elif line == "\n":
                if rows:
                    yield Sentence(rows, text)
                rows = []
            elif not line.startswith("#"):
                c = line.rstrip("\n").split("\t")
                rows.append((int(c[0]), int(c[1]), c[2], c[3], c[4], c[5], int(c[6]) - 1, c[7]))
    if rows:
        yield Sentence(rows, text)


def small(sentence, text):
    """The text of a sentence's beginning, as it stands in the middle of another."""
    row = sentence.rows[0]
    return text if row[4] in ("NNP", "NNPS") or row[2] == "I" else text[:1].lower() + text[1:]


class Mine:
    """What articles have to fill frames with, by slot: <S>, <T>, <A>, <W>, <G>, <I>, <H>; and clauses in two."""

    def __init__(self):
        self.of = collections.defaultdict(list)
        self.forms = collections.defaultdict(collections.Counter)

    def form(self, lemma, tag):
        found = self.forms[lemma, tag].most_common(1)
        return found[0][0] if found else None

    def learn_forms(self, s):
        for r in s.rows:
            self.forms[r[3], r[4]][r[2].lower()] += 1

    def learn_clause(self, s):
        """A sentence that begins with its subject: in whole, in two, and its verb in other forms."""
        rows = s.rows
        last = len(rows) - 1
        if not 6 <= last <= 26 or rows[last][2] != "." or re.search(r'["“”\'‘(\[\n:;]', s.words(0, last - 1)):
            return
        root = next((i for i, r in enumerate(rows) if r[6] == -1), None)
        subject = next((k for k in s.kids[root] if rows[k][7] in ("nsubj", "nsubjpass")), None)
        if root is None or subject is None or subject > root:
            return
        low, high = s.reach(subject)
        if low != 0 or high >= last - 2 or rows[high + 1][4] not in ("VBD", "VBZ", "VBP", "MD"):
            return
        name, rest = small(s, s.words(0, high)), s.words(high + 1, last - 1)
        self.of["clause"].append((name, rest))
        verb = rows[high + 1]
        if high + 1 != root or verb[4] not in ("VBD", "VBZ"):
            return
        for slot, tag, before in (("G", "VBG", ""), ("I", "VB", "to "), ("H", "VBN", "to have ")):
            form = self.form(verb[3], tag)
            if form:
                self.of[slot].append((name, before + form + " " + s.words(root + 1, last - 1)))

    def learn_phrases(self, s):
        """Objects, for what is spoken of, and persons."""
        for i, r in enumerate(s.rows):
            low, high = s.reach(i)
            words, first = s.words(low, high), s.rows[low][4]
            if re.search(r'["“”‘(\[\n]', words):
                continue
            if r[7] == "dobj" and r[4] in ("NN", "NNS") and 1 <= high - low <= 9 and not re.search("[',]", words) \
                    and first in ("DT", "PRP$", "JJ", "NNS", "NN", "CD"):
                self.of["T"].append(words)
            if r[7] in ("nsubj", "nsubjpass") and r[5] == "PERSON" and high - low <= 7 \
                    and first in ("NNP", "DT", "NN", "JJ"):
                self.of["A"].append(small(s, words) if low == 0 else words)

    def learn_said(self, article):
        """Sources, and indirect questions."""
        text = article["text"]
        for x in article["attributions"]:
            for b, e in x["source"] if len(x["source"]) == 1 else []:
                words = text[b:e]
                if len(words) > 2 and len(words.split()) <= 16 and not re.search(r'["“”‘(\[\n]', words) \
                        and words.lower() not in PRONOUNS and not RELATIVE.match(words.lower()):
                    self.of["S"].append(words.rstrip(", "))
            for b, e in x["content"] if len(x["content"]) == 1 else []:
                words = text[b:e].rstrip("., ")
                if ASKING.match(words) and len(words.split()) in range(4, 25) and not re.search(r'["“”\n]', words):
                    self.of["W"].append(words)


class Writer:
    """Fills frames."""

    def __init__(self, mine, words):
        self.random = random.Random(1)
        self.of, self.words = mine.of, words

    def pick(self, list_):
        return list_[self.random.randrange(len(list_))]

    def word(self, name):
        return self.pick(self.words[name])

    def chance(self, p):
        return self.random.random() < p

    def clause(self):
        return " ".join(self.pick(self.of["clause"]))

    def name(self):
        name = self.word("LAST")
        kind = self.random.random()
        if kind < .45:
            return self.word("FIRST") + " " + name
        return self.word("TITLE") + " " + name if kind < .85 else name

    def role(self):
        role = self.word("ROLE")
        of = self.pick(["for", "of", "at", "from"]) + " " + self.word("PLACE")
        return self.pick(["a ", "the ", "one ", "another "]) + role + (" " + of if self.chance(.6) else "")

    def apposition(self):
        role = self.word("ROLE")
        return self.pick(["a ", "the ", ""]) + role + " " + self.pick(["for", "of", "at"]) + " " + self.word("PLACE")

    def source(self):
        kind = self.random.random()
        if kind < .5:
            return self.pick(self.of["S"])
        if kind < .64:
            return self.name()
        if kind < .70:
            return self.name() + ", " + self.apposition()
        if kind < .78:
            return self.role()
        return self.word("BODY" if kind < .88 else "PL")

    def whose(self):
        if self.chance(.15):
            return self.pick(["his", "her", "their"])
        if self.chance(.5):
            s = self.name()
        else:
            s = self.word("BODY") if self.chance(.5) else self.pick(self.words["PL"] + self.of["A"])
        return s + ("'" if s.endswith("s") else self.pick(["'s", "’s"]))

    def spoken_of(self):
        if self.chance(.4):
            return self.name()
        return self.pick(self.of["A"]) if self.chance(.7) else self.role()

    def question(self):
        kind = self.random.random()
        if kind < .35:
            return self.pick(self.of["W"])
        if kind < .55:
            return self.pick(["who ", "who ", "what "]) + self.pick(self.of["clause"])[1]
        if kind < .65:
            begin = self.pick(["who was behind ", "who ordered ", "what caused ", "who paid for "])
            return begin + self.pick(self.of["T"])
        return self.pick(["whether ", "whether ", "whether ", "why ", "how ", "when ", "if "]) + self.clause()

    def quoted(self, end):
        words = capital(self.clause())
        if self.chance(.3):
            words = self.pick(self.of["T"])
        elif self.chance(.2):
            words += self.pick(["", ". " + capital(self.clause())])
        left, right = self.pick(["“”", '""'])
        return left + words + end + right

    def aged(self):
        years = str(self.random.randrange(16, 90))
        return years + "-year-old" + self.pick(["", "", " apprentice", " widow", " mechanic"])

    def fill(self, slot):
        """What stands for <slot>; a list of words where no more is said of it."""
        ways = {"S": self.source, "S's": self.whose, "A": self.spoken_of, "W": self.question, "C": self.clause,
                "C^": lambda: capital(self.clause()), "APP": self.apposition, "AGE": self.aged,
                "G": lambda: self.pick(self.of["G"])[1], "I": lambda: self.pick(self.of["I"])[1],
                "H": lambda: self.pick(self.of["H"])[1], "T": lambda: self.pick(self.of["T"]),
                "Q.": lambda: self.quoted("."), "Q,": lambda: self.quoted(","), "Q?": lambda: self.quoted("?"),
                "WHO": lambda: self.name() if self.chance(.15) else self.word("WHO"),
                "NAME": lambda: self.name() if self.chance(.5) else self.word("LAST"),
                "NAMEUP": lambda: (self.word("LAST") if self.chance(.6) else self.name()).upper(),
                "UP": lambda: self.word("ROLE").upper()}
        return ways[slot]() if slot in ways else self.word(slot)

    def write(self, frame):
        """A frame with its choices made and its slots filled."""
        while "[" in frame:
            frame = re.sub(r"\[([^\[\]]*)\]", lambda m: self.pick(m.group(1).split("|")), frame)
        frame = re.sub(r"@([^{}]*)\}", lambda m: m.group(1) + "} <A>", frame)
        # Half of the annotators have times and places in the cue.
        frame = re.sub(r"((?:<TIME>|<WHERE>)+)\}",
                       lambda m: m.group(1) + "}" if self.chance(.5) else "}" + m.group(1), frame)
        if "<N>" in frame:
            kind = next((k for k in "IH" if "<" + k + ">" in frame), "clause")
            name, rest = self.pick(self.of[kind])
            frame = frame.replace("<N>", capital(name) if "“<N>" in frame or '"<N>' in frame else name, 1)
            frame = frame.replace("<P>" if kind == "clause" else "<" + kind + ">", rest, 1)
        frame = frame.replace("<P>", self.pick(self.of["clause"])[1])
        return re.sub(r"<([^<>]+)>", lambda m: self.fill(m.group(1)), frame)

    def sentence(self):
        return capital(self.clause()) + "."


def frames(path):
    """{kind: frames}, {name: words}"""
    kind, out, words = None, collections.defaultdict(list), collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("* "):
                name, rest = line[2:].split(" ", 1)
                words[name] += rest.split("|")
            elif line.startswith("= "):
                kind = line[2:]
            elif line and not line.startswith("#"):
                out[kind].append(line)
    return out, words


def parse(line, at):
    """The text of a lesson, and its attribution with offsets from `at`."""
    text, roles = "", {"s": [], "q": [], "c": []}
    for part in re.split(r"(\{[sqc]:[^{}]*\})", line):
        m = re.fullmatch(r"\{([sqc]):([^{}]*)\}", part)
        words = m.group(2) if m else part
        if not text and words:
            words = capital(words)
        if m:
            begin = at + len(text) + len(words) - len(words.lstrip())
            roles[m.group(1)].append([begin, begin + len(words.strip())])
        text += words
    return text, {"source": roles["s"], "cue": roles["q"], "content": roles["c"]} if roles["q"] else None


def mine_of(articles, trees):
    mine = Mine()
    texts = {a["id"]: a["text"] for a in articles}
    cues = {id(a["text"]): sorted(b for x in a["attributions"] for b, _ in x["cue"]) for a in articles}
    known = list(sentences(trees, texts))
    for s in known:
        mine.learn_forms(s)
    for a in articles:
        mine.learn_said(a)
    for s in known:
        mine.learn_phrases(s)
        if not any(s.rows[0][0] <= b < s.rows[-1][1] for b in cues[id(s.text)]):
            mine.learn_clause(s)
    return mine


def put_together(lines, writer):
    """Texts of one paragraph or of several, some with a sentence before or behind the lesson."""
    at = 0
    while at < len(lines):
        n = writer.pick([1, 1, 6, 12])
        text, found = "", []
        for line in lines[at:at + n]:
            text += "\n\n" if text else ""
            text += writer.sentence() + " " if writer.chance(.15) else ""
            words, x = parse(line, len(text))
            text += words
            found += [x] if x else []
            text += " " + writer.sentence() if writer.chance(.15) else ""
        yield {"id": "lesson-%05d" % at, "text": text, "attributions": found}
        at += n


def main():
    frames_path, articles_path, trees_path = sys.argv[1:4]
    of_kind, words = frames(frames_path)
    with open(articles_path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    writer = Writer(mine_of(articles, trees_path), words)
    lines = []
    for kind, share in SHARE.items():
        for i in range(LESSONS * share // sum(SHARE.values())):
            lines.append(writer.write(of_kind[kind][i % len(of_kind[kind])]))
    writer.random.shuffle(lines)
    for article in put_together(lines, writer):
        print(json.dumps(article, ensure_ascii=False))


main()
