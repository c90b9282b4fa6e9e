#!/usr/bin/env python3
"""What every generated sentence keeps to, whatever the case: the rules are those of ICD 203 and of common sense, each
a function that gives the sentences that break it, and each is shown to be able to: BAD has sentences that it must find,
GOOD those that it must not.

A sentence is looked at without the words of the case and without quotations, which are not ours."""
import json
import re
import tempfile

import tap
import written

BANDS = {"almost no chance": (1, 5), "very unlikely": (5, 20), "unlikely": (20, 45), "roughly even chance": (45, 55),
         "likely": (55, 80), "very likely": (80, 95), "almost certain": (95, 99)}
SCALE = r"(?<!how )(?:%s)" % "|".join(sorted(BANDS, key=len, reverse=True))
OUTSIDE = (r"(?<!times more )(?<!times less )probabl[ey]|improbabl[ey]|possibl[ey]|impossible|perhaps|maybe|may|might|"
           r"presumabl[ey]|apparent(?:ly)?|remote|near(?:ly)? certain(?:ly)?|certain(?:ly)?|doubtful|doubtless|"
           r"undoubtedly|conceivabl[ey]|plausibl[ey]|surely|definitely|suggests?|indicates?|seems?|appears?|seemingly|"
           r"likelier|most likely|least likely|chances are|odds are that|even odds|highly|a good chance|could well|"
           r"expected to|confirmed|proven?")
THEIRS = ("say", "ask", "title", "name", "why", "access", "record", "because", "words", "echo_why")
CASE = "\u25a1"  # stands where the words of the case stood
PERCENT = r"(?:[\d.]+|more than 99|less than 1)"


class Case:
    """What of a case a rule needs: its words, and what its questions found."""

    def __init__(self, exported, told):
        self.words = sorted(set(self.texts(exported)), key=len, reverse=True)
        self.facts = [f["say"].strip(" .") for f in exported.get("facts", []) if f.get("say")]
        self.told = told
        self.questions = {q.get("ask") or q["id"]: q for q in told.get("assessment", {}).get("questions", [])}
        self.claims = [h["say"].strip(" .") for q in self.questions.values() for h in q["hypotheses"]
                       if h.get("say") and h["id"] != "none-of-these"]

    def texts(self, node):
        for key, value in node.items() if isinstance(node, dict) else ():
            if key in THEIRS and isinstance(value, str):
                yield value.strip(" .")
            else:
                yield from self.texts(value)
        for value in node if isinstance(node, list) else ():
            yield from self.texts(value)

    def ours(self, sentence):
        """The sentence without the words of the case and without quotations."""
        text = "".join('"%s"' % v if k == "quote" else v for p in sentence["pieces"] for k, v in p.items())
        for words in self.words:
            if len(words) > 3:
                text = re.sub(re.escape(words), CASE, text, flags=re.I)
        return re.sub(r'"[^"]*"', CASE, text)


def piece(sentence, kind):
    return [p[kind] for p in sentence["pieces"] if kind in p]


def walk(case, upto=8):
    for section in case.told["sections"]:
        for block in section["blocks"] if section["number"] <= upto else []:
            for sentence in block.get("sentences", []):
                yield section, block, sentence


def number(text):
    return {"more than 99": 99.5, "less than 1": 0.5}.get(text) or float(text)


def word_of(percent):
    """The word for a printed percent. The printing never rounds over an edge; an edge belongs to the upper word."""
    inside = [w for w, (lo, hi) in BANDS.items() if lo <= percent < hi]
    return inside[0] if inside else "almost certain" if percent >= 95 else "almost no chance"


def mixed(case):
    """A likelihood beside a confidence."""
    for _, _, s in walk(case):
        ours = case.ours(s)
        sure = piece(s, "level") or re.search(r"\bconfiden(?:ce|t)\b", ours, re.I)
        if sure and (piece(s, "word") or re.search(r"\b(?:%s)\b" % SCALE, ours, re.I)):
            yield s["text"]


def foreign(case):
    """A judgement with an estimative word of no scale or another one; or with one that is not set as the word."""
    for _, _, s in walk(case, 7):
        ours = case.ours(s)
        rest = re.sub(SCALE, "", ours)
        if s["kind"] in ("judgement", "confidence") and re.search(r"\b(?:%s)\b" % OUTSIDE, rest, re.I):
            yield s["text"]
        elif s["kind"] == "judgement" and not piece(s, "word") and re.search(r"\b(?:%s)\b" % SCALE, ours, re.I):
            yield s["text"]
        elif any(w not in BANDS for w in piece(s, "word")):
            yield s["text"]


def out_of_band(case):
    """A word without its range or with another's, or a number outside of its word's band."""
    for _, _, s in walk(case):
        words = piece(s, "word")
        shown = re.findall(r"(%s) \((%s)(?:-([\d.]+))? %%\)" % (SCALE, PERCENT), s["text"])
        if [w for w, _, _ in shown][:len(words)] != words[:len(shown)] or len(shown) < len(words):
            yield s["text"]
            continue
        for word, lo, hi in shown:
            outer = {"almost certain": "more than 99", "almost no chance": "less than 1"}.get(word)
            if (lo, hi) != tuple(map(str, BANDS[word])) and (lo, hi) != (outer, ""):
                yield s["text"]
        for p in re.findall(r"(?:estimate is|stand at) (%s) %%" % PERCENT, s["text"]):
            if words and word_of(number(p)) != words[0]:
                yield s["text"]
    for section in case.told["sections"]:
        for table in (b for b in section["blocks"] if b["kind"] == "table" and "then %" in b.get("head", [])):
            at, said = table["head"].index("then %"), table["head"].index("word")
            for row in table["rows"]:
                if word_of(number(row[at])) != row[said].split(",")[0]:
                    yield " | ".join(row)


def answers(case):
    """An answer with a word or a number that is not the leading one's, or an edge within half a point not told."""
    for section in (s for s in case.told["sections"] if s["number"] == 1):
        asked = word = None
        for block in section["blocks"]:
            asked = case.questions.get(block["text"]) if block["kind"] == "heading" else asked
            told = " ".join(s["text"] for s in block.get("sentences", []))
            for s in block.get("sentences", []):
                word = (piece(s, "word") or [word])[0]
                estimate = re.match(r"The estimate is (%s) %%" % PERCENT, s["text"])
                lead = [h for h in asked["hypotheses"] if h["id"] == asked["lead"]][0] if asked else None
                if not estimate or not lead:
                    continue
                p, shown = lead["p"] * 100, number(estimate[1])
                true = lead["word"] if lead["word"] in BANDS else word_of(p)
                turned = {"unlikely": "likely", "very unlikely": "very likely", "almost no chance": "almost certain"}
                if word not in (true, turned.get(true)) or word_of(shown) != true or abs(shown - p) > 0.51:
                    yield "%s (%s, %.2f)" % (s["text"], word, p)
                edge = [e for e in (5, 20, 45, 55, 80, 95) if abs(e - p) < 0.499]
                if edge and not re.search(r'edge of two words: %d %% parts "%s" from "%s"' % (
                        edge[0], word_of(edge[0] - 0.1), word_of(edge[0])), told):
                    yield "no edge told: " + s["text"]


def groundless(case):
    """A level of confidence without its because."""
    for _, _, s in walk(case, 7):
        because = re.search(r"\bbecause (?:\S+ ){2}\S", s["text"])
        if piece(s, "level") and not because:
            yield s["text"]
        if not piece(s, "level") and re.search(r"confidence[^.,;:]* (?:is|at|stands at) (?:low|moderate|high)\b",
                                               case.ours(s)):
            yield s["text"]


def unheld(case):
    """Somebody is said to have done it by nobody: a claim that is no judgement of ours with its word, no quotation and
    not held by anybody named; or a fact of section 2 or 3 without who reports it."""
    for section, _, s in walk(case, 7):
        text = re.sub(r'"[^"]*"', CASE, "".join(v for p in s["pieces"] for k, v in p.items() if k != "quote"))
        for claim in case.claims:
            at = re.search(r"(?<!\w)%s(?!\w)" % re.escape(claim), text, re.I)
            held = at and ("whether " in text[:at.start()] or "according to" in text[at.end():])
            if at and not held and not (s["kind"] == "judgement" and piece(s, "word")):
                yield s["text"]
                break
        if section["number"] in (2, 3) and not re.search("according to|, on whether | concluded", s["text"]):
            if any(re.search(re.escape(f), text, re.I) for f in case.facts if len(f) > 3):
                yield s["text"]


def contradicts(case):
    """A number that is said to rise or fall and prints the same, or to move the other way."""
    for _, _, s in walk(case, 7):
        moved = re.search(r"\b(rose|fell) from (%s) %% to (%s) %%" % (PERCENT, PERCENT), s["text"])
        if moved and (number(moved[2]) < number(moved[3])) != (moved[1] == "rose"):
            yield s["text"]
        elif moved and moved[2] == moved[3]:
            yield s["text"]


RULES = [mixed, foreign, out_of_band, answers, groundless, unheld, contradicts]


# --- sentences that the rules must find, and must not ---

EXPORTED = {"facts": [{"id": "f", "say": "The boat was probably seen at the pier."}]}
ASKED = {"id": "who", "ask": "Who sank the boat?", "lead": "rivals", "hypotheses": [
    {"id": "rivals", "say": "The rivals sank it", "p": 0.6, "word": "likely"},
    {"id": "edge", "say": "It sank by itself", "p": 0.453, "word": "roughly even chance"}]}


def sentence(text, kind="judgement"):
    """'It is [word:likely] [range:(55-80 %)] that ...' as a sentence of a report."""
    pieces, at = [], 0
    for m in re.finditer(r"\[(word|range|strong|level|quote):([^\]]*)\]", text):
        pieces += [{"plain": text[at:m.start()]}] if m.start() > at else []
        pieces.append({m[1]: m[2]})
        at = m.end()
    pieces += [{"plain": text[at:]}] if at < len(text) else []
    return {"kind": kind, "pieces": pieces, "notes": [1], "text": "".join(v for p in pieces for v in p.values())}


def fake(*texts, section=3, kind="judgement", lead="rivals"):
    if isinstance(texts[0], list):
        blocks = [{"kind": "table", "head": ["Taken away", "then %", "word"], "rows": texts}]
    else:
        blocks = [{"kind": "heading", "text": "Who sank the boat?"},
                  {"kind": "paragraph", "sentences": [sentence(t, kind) for t in texts]}]
    return Case(EXPORTED, {"sections": [{"number": section, "title": "", "blocks": blocks}],
                           "assessment": {"questions": [dict(ASKED, lead=lead)]}})


BAD = {
    mixed: [fake("It is [word:likely] [range:(55-80 %)] that they came, with [level:high] confidence."),
            fake("Confidence in this is [level:low], because it is unlikely.", kind="confidence"),
            fake("We are confident that it is very unlikely.", kind="information")],
    foreign: [fake("It [strong:probably] sank by night."), fake("The boat may have sunk."),
              fake("It is [word:probable] [range:(55-80 %)] that it sank."), fake("That it sank is likely."),
              fake("It is [word:unlikely] [range:(20-45 %)] that it sank, which is still the most probable."),
              fake("It would possibly be high.", kind="confidence")],
    out_of_band: [fake("It is [word:likely] that it sank."),
                  fake("It is [word:likely] [range:(45-80 %)] that it sank."),
                  fake("It is [word:unlikely] [range:(5-20 %)] that it sank."),
                  fake("It is [word:likely] [range:(more than 99 %)] that it sank."),
                  fake("It is [word:likely] [range:(55-80 %)] that it sank; the estimate is [range:54 %]."),
                  fake("Without it the answer would stand at 80 %, [word:likely] [range:(55-80 %)]."),
                  fake(["The pier", "45", "unlikely, another word"]),
                  fake(["The pier", "44.8", "roughly even chance"])],
    answers: [fake("It is [word:unlikely] [range:(20-45 %)] that it sank.", "The estimate is 60 %.", section=1),
              fake("It is [word:likely] [range:(55-80 %)] that it sank.", "The estimate is 62 %.", section=1),
              fake("There is a [word:roughly even chance] [range:(45-55 %)] of it.", "The estimate is 45.3 %.",
                   section=1, lead="edge"),
              fake("There is a [word:roughly even chance] [range:(45-55 %)] of it.", "The estimate is 45.3 %.",
                   'This stands on the edge of two words: 45 % parts "likely" from "roughly even chance".', section=1,
                   lead="edge")],
    groundless: [fake("Confidence in this is [level:low].", kind="confidence"),
                 fake("Confidence in this is [level:low], because so.", kind="confidence"),
                 fake("An analyst puts confidence in this at high.", kind="confidence")],
    unheld: [fake("The rivals sank it."), fake("We know that the rivals sank it.", kind="information"),
             fake("It is [word:likely] [range:(55-80 %)] that the rivals sank it.", kind="information"),
             fake("The best evidence for it: the boat was probably seen at the pier.", kind="information", section=2)],
    contradicts: [fake("The estimate [strong:rose] from 52 % to 52 %."),
                  fake("The estimate [strong:fell] from 5 % to 6 %.")],
}
GOOD = [
    fake("It is [word:likely] [range:(55-80 %)] that the rivals sank it.",
         "The estimate is [strong:60 %]; before any report it stood at 30 %.", section=1),
    fake("There is a [word:roughly even chance] [range:(45-55 %)] that it sank by itself.", "The estimate is 45.3 %.",
         'This stands on the [strong:edge] of two words: 45 % parts "unlikely" from "roughly even chance".', section=1,
         lead="edge"),
    fake("Confidence in this is [level:low], because the boat was probably seen at the pier.", section=1,
         kind="confidence"),
    fake("The boat was probably seen at the pier, according to a guard (C).",
         "The guard, on whether the rivals sank it: [quote:probably].", kind="information"),
    fake('Its lead is less than a point over "The rivals sank it".', "The estimate [strong:rose] from 52 % to 60 %."),
    fake("It is [word:almost certain] [range:(more than 99 %)] that the rivals sank it; the estimate is "
         "more than 99 %."),
    fake(["The pier", "45", "roughly even chance"], ["The guard", "more than 99", "almost certain"]),
]


def check_rules():
    for rule in RULES:
        for bad in BAD[rule]:
            block = bad.told["sections"][0]["blocks"][-1]
            what = block["sentences"][-1]["text"] if "sentences" in block else " | ".join(block["rows"][0])
            tap.ok(list(rule(bad)), "%s finds: %s" % (rule.__name__, what))
        wrong = [text for good in GOOD for text in rule(good)]
        tap.ok(not wrong, "%s lets good sentences pass" % rule.__name__, "\n".join(wrong))


def main():
    check_rules()
    with tempfile.TemporaryDirectory(prefix="hearsay-writing-") as folder:
        seen = 0
        for name, path in {**written.examples(), **written.made(), **written.drafted(folder)}.items():
            case = Case(json.loads(written.hearsay("export", path, "-f", "json")), written.report(path))
            seen += len(list(walk(case)))
            for rule in RULES:
                wrong = list(rule(case))
                tap.ok(not wrong, "%s: %s" % (name, rule.__doc__.split(":")[0].split(".")[0].replace("A ", "no ", 1)),
                       "\n".join(wrong[:5]))
        tap.ok(seen > 1000, "more than a thousand sentences were looked at", seen)
    tap.done()


main()
