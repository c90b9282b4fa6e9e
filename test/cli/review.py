#!/usr/bin/env python3
"""`draft CASE --review` on cases that were drafted from texts: every answer, what a draft after it leaves alone, and
that an answer is kept before the next question is asked, whatever ends the program."""
import json
import os
import signal
import subprocess
import tempfile

import tap

KREMLIN = [os.path.join(tap.ROOT, "example", "kremlin", name)
           for name in sorted(os.listdir(os.path.join(tap.ROOT, "example", "kremlin")))]
PROMPT = b"keep it? [y]es, [n]o, [e]dit, [s]kip, [q]uit: "
ENV = dict(os.environ, HEARSAY_USER="ana", SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")
PAGES = {
    "1.txt": "Fire in Tarvik was laid, says official\n\nTARVIK, 3 March 2024 - Two cans of petrol were found behind "
             "the harbour office in Tarvik after the fire on Saturday. The harbour master Ilse Brandt accused the firm "
             "Nordkai of having set the fire.\n",
    "2.txt": "Nordkai denies it\n\n4 March 2024 - Nordkai denied that it had set the fire in Tarvik. Nordkai said that "
             "it had not set the fire. Investigators think that Nordkai probably set the fire.\n",
    "late.txt": "What was found in Tarvik\n\n6 March 2024 - Behind the harbour office in Tarvik two cans of petrol "
                "were found after the fire on Saturday. The harbour master Ilse Brandt accused the firm Nordkai of "
                "having set the fire.\n",
}
LISTS = ("assumptions", "questions", "facts", "sources", "reports", "judgements")
FIELDS = {"facts": "say", "hypotheses": "say", "assumptions": "say", "questions": "ask", "judgements": "word",
          "sources": "reliability", "reports": "holds"}
KINDS = {"fact": "facts", "hypothesis": "hypotheses", "assumption": "assumptions", "question": "questions",
         "judgement": "judgements", "source": "sources", "report": "reports"}


def hearsay(folder, *words, answers=""):
    return subprocess.run([tap.HEARSAY, *words], cwd=folder, env=ENV, input=answers, capture_output=True, text=True,
                          timeout=300, check=False)


def good(folder, *words, answers=""):
    p = hearsay(folder, *words, answers=answers)
    if p.returncode:
        tap.ok(False, " ".join(words[:2]) + " succeeds", p.stderr)
    return p.stdout


def begin(folder, *texts):
    """A case as `assess` leaves it, as a.hearsay."""
    for name in os.listdir(folder):
        if ".hearsay" in name:
            os.remove(os.path.join(folder, name))
    good(folder, "assess", *(texts or KREMLIN), "--case", "a.hearsay", "-o", "/dev/null")


def items(folder):
    """{(list, id): item} of the case; a hypothesis stands for itself."""
    case = json.loads(good(folder, "export", "a.hearsay", "-f", "json"))
    found = {}
    for kind in LISTS:
        for item in case.get(kind, []):
            for h in item.pop("hypotheses", []):
                found["hypotheses", item["id"] + "." + h["id"]] = h
            found[kind, item["id"]] = item
    return found


def drafted(found):
    return {key for key, item in found.items() if item.get("drafted")}


def rows(folder):
    return json.loads(good(folder, "log", "a.hearsay", "--json"))


def asked(out):
    """[(kind, id)] in the order of the questions."""
    heads = [line.split(": ", 1)[1].split(" ") for line in out.split("\n") if " of " in line.split(": ")[0]
             and line.split(" ")[0].isdigit()]
    return [(KINDS[kind], name) for kind, name in heads if kind in KINDS]


def holds(folder):
    tap.same(hearsay(folder, "log", "a.hearsay", "--verify").returncode, 0, "the journal holds")


def settled(folder, what):
    """A draft after it, and one more walk, change nothing."""
    before, count = items(folder), len(rows(folder))
    good(folder, "draft", "a.hearsay")
    tap.same(items(folder), before, what + ": a draft after it proposes nothing again and changes nothing")
    tap.same(len(rows(folder)), count, what + ": it has nothing to write down")
    holds(folder)


def small(folder):
    """A find that was refused, or put in other words, is not found anew in a later text that has the same words."""
    for name, text in PAGES.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    for answer in ("n", "e\nPetrol stood there"):
        begin(folder, "1.txt", "2.txt")
        before = items(folder)
        finds = {key for key, item in before.items() if key[0] == "facts" and "petrol" in item["say"]}
        tap.same(len(finds), 1, "the cans are found")
        plan = asked(good(folder, "draft", "a.hearsay", "--review", answers="s\n" * len(before)))
        answers = [answer if item in finds else "s" for item in plan]
        good(folder, "draft", "a.hearsay", "--review", answers="\n".join(answers) + "\n")
        facts = {key for key in items(folder) if key[0] == "facts"}
        tap.same(finds <= facts, answer != "n", "the answer is taken")
        settled(folder, "a small case")
        good(folder, "add", "a.hearsay", "late.txt")
        good(folder, "draft", "a.hearsay")
        tap.same({key for key in items(folder) if key[0] == "facts"}, facts, "no later text finds them anew")
        holds(folder)


def everything(folder):
    begin(folder)
    before = items(folder)
    out = good(folder, "draft", "a.hearsay", "--review", answers="y\n" * len(before))
    tap.same(len(asked(out)), len(drafted(before)), "all that is drafted is asked")
    tap.ok(out.endswith("%d answered, 0 left\n" % len(drafted(before))), "it says how many", out[-80:])
    tap.same(drafted(items(folder)), set(), "yes: all is the person's")
    bare = {key: {k: v for k, v in item.items() if k != "drafted"} for key, item in before.items()}
    tap.same(items(folder), bare, "yes: nothing else changes")
    settled(folder, "all kept")
    begin(folder)
    out = good(folder, "draft", "a.hearsay", "--review", answers="n\n" * len(before))
    tap.same(out.count("It stays. Without it: "), 3, "no: what the case cannot do without is told and stays")
    tap.same(drafted(items(folder)), {("questions", "who"), ("hypotheses", "who.staged")}, "no: the rest is gone")
    settled(folder, "all refused")
    begin(folder)
    out = good(folder, "draft", "a.hearsay", "--review", answers="s\n" * len(before))
    tap.ok(out.endswith("0 answered, %d left\n" % len(drafted(before))), "skip: all is left", out[-80:])
    tap.same(items(folder), before, "skip: nothing changes")


def order(folder):
    """By the statements that the export shows, most doubtful first."""
    begin(folder)
    out = good(folder, "draft", "a.hearsay", "--review", answers="s\n" * 1000)
    again = good(folder, "draft", "a.hearsay", "--review", answers="skip\n" * 1000)
    tap.same(again, out, "the same order, and the same words, twice")
    sure = [line.split(": ")[1] for line in out.split("\n") if line.startswith("  sure: ")]
    known = [int(text.split(" ")[0]) for text in sure if text.endswith(" %")]
    tap.same(known, sorted(known), "the least sure first")
    tap.ok(known and all(text.endswith(" %") for text in sure[:len(known)]), "what rests on no statement comes last")
    case = json.loads(good(folder, "export", "a.hearsay", "-f", "json"))
    words = {s["id"]: s for s in case["statements"]}
    first = next(line for line in out.split("\n") if ": report " in line).split(" report ")[1]
    report = next(r for r in case["reports"] if r["id"] == first)
    block = out.split(" report %s\n" % first)[1].split("keep it?")[0]
    tap.ok('  "%s"\n' % words[report["statement"]]["words"] in block, "the exact words stand there", block)
    at = block.split("bytes ")[1].split("\n")[0].split(" to ")
    document = next(d for d in case["documents"] if d["id"] == report["document"])
    tap.ok("  %s, %s, bytes " % (document["title"], report["published"]) in block, "with the document", block)
    with open(next(p for p in KREMLIN if p.endswith(os.path.basename(document["path"]))), "rb") as f:
        found = f.read()[int(at[0]):int(at[1])].decode()
    tap.same(found, words[report["statement"]]["words"], "and the place leads to them in the file")


def edits(folder):
    """Every kind of item once with another value, and what is refused."""
    begin(folder)
    before = items(folder)
    plan = asked(good(folder, "draft", "a.hearsay", "--review", answers="s\n" * len(before)))
    seen, answers, changed = set(), [], {}
    for kind, name in plan:
        if kind in seen:
            answers.append("s")
            continue
        seen.add(kind)
        key = next(k for k in drafted(before) if k[0] == kind and k[1].split(".")[-1] == name)
        value = {"sources": "B", "reports": "no"}.get(kind, "In the person's own words")
        answers += ["edit", *{"sources": ["Z"], "reports": ["perhaps"]}.get(kind, []), value]
        changed[key] = value
    out = good(folder, "draft", "a.hearsay", "--review", answers="\n".join(answers) + "\n")
    tap.same(len(changed), 7, "every kind is asked")
    tap.ok("no grade 'Z'; A to F" in out and "no such word: 'perhaps'" in out, "what is refused is told why", out)
    after = items(folder)
    for key, value in changed.items():
        tap.same((after[key][FIELDS[key[0]]], after[key].get("drafted")), (value, None), "%s is edited" % key[0])
    left = {k: v for k, v in after.items() if k not in changed}
    tap.same(left, {k: v for k, v in before.items() if k not in changed}, "nothing beside them changes")
    settled(folder, "edited")
    begin(folder)
    good(folder, "draft", "a.hearsay", "--review", answers="e\n\nq\n")
    first = next(k for k in drafted(before) if k[1] == plan[0][1])
    tap.same(items(folder)[first], {k: v for k, v in before[first].items() if k != "drafted"},
             "an empty line leaves the field, and keeps the item")


def ends(folder):
    begin(folder)
    before = items(folder)
    left = len(drafted(before))
    for answers, why in (("", "end of input"), ("q\n", "quit"), ("e\n", "end of input in an edit"), ("\n", "nothing")):
        p = hearsay(folder, "draft", "a.hearsay", "--review", answers=answers)
        tap.same((p.returncode, p.stderr), (0, ""), why + ": the code is 0")
        tap.ok(p.stdout.endswith("\n0 answered, %d left\n" % left), why + ": it says so", p.stdout[-80:])
    tap.same(items(folder), before, "nothing was answered")
    p = hearsay(folder, "draft", "a.hearsay", "--review", answers="what?\ny\nno")
    tap.ok("It may be answered with y, n, e, s or q" in p.stdout, "what is no answer is told", p.stdout)
    tap.ok(p.stdout.endswith("\n2 answered, %d left\n" % len(drafted(items(folder)))), "a last line needs no end")
    p = hearsay(folder, "draft", KREMLIN[0], "-f", "casedraft", "--review")
    tap.same(p.returncode, 2, "a draft that is no case has no review")


class Asking:
    """The program at its prompt, answered line by line."""

    def __init__(self, folder):
        self.p = subprocess.Popen([tap.HEARSAY, "draft", "a.hearsay", "--review"], cwd=folder, env=ENV,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.said = self.wait()

    def wait(self):
        """What it says until it asks."""
        said = b""
        while not said.endswith(PROMPT):
            byte = self.p.stdout.read(1)
            if not byte:
                return said
            said += byte
        return said

    def answer(self, text):
        self.p.stdin.write(text.encode() + b"\n")
        self.p.stdin.flush()
        self.said = self.wait()

    def kill(self):
        self.p.send_signal(signal.SIGKILL)
        self.p.stdin.close()
        self.p.stdout.close()
        return self.p.wait()


def killed(folder):
    """SIGKILL at the prompt, and between the lines of an edit: what was answered before is kept."""
    begin(folder)
    before = drafted(items(folder))
    asking = Asking(folder)
    for text in ("y", "n"):
        asking.answer(text)
    while b": fact " not in asking.said:
        asking.answer("s")
    asking.answer("e\nOther words")
    asking.p.stdin.write(b"e\n")  # the answer in hand
    asking.p.stdin.flush()
    tap.same(asking.kill(), -signal.SIGKILL, "killed while it asks")
    after = items(folder)
    tap.same(len(before - drafted(after)), 3, "the three answers before it are kept")
    tap.ok(any(item.get("say") == "Other words" for item in after.values()), "the edit, too")
    holds(folder)
    tap.same([r["command"] for r in rows(folder)[-3:]], ["review"] * 3, "the journal names the review")
    settled(folder, "killed")


def another(folder):
    """Two at once: the later answer is refused, nothing is lost."""
    begin(folder)
    left = len(drafted(items(folder)))
    asking = Asking(folder)
    good(folder, "draft", "a.hearsay", "--review", answers="y\nq\n")
    asking.p.stdin.write(b"s\ny\n")
    asking.p.stdin.close()
    asking.p.stdout.read()
    asking.p.stdout.close()
    tap.same(asking.p.wait(), 7, "a case that another command changed is not written over")
    tap.same(len(drafted(items(folder))), left - 1, "the other's answer stands, and none beside it")
    holds(folder)


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-review-") as folder:
        for part in (small, everything, order, edits, ends, killed, another):
            part(folder)
    tap.done()


main()
