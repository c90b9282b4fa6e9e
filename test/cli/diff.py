#!/usr/bin/env python3
"""What moved between two assessments: each change does what weighing without it and with it says, all of them sum to
the way, and the written report tells the same."""
import json
import os
import subprocess
import tempfile

import tap

RIVER = os.path.join(tap.ROOT, "example", "river.yaml")
KREMLIN = os.path.join(tap.ROOT, "example", "kremlin.yaml")
LATER = ("r5", "r6", "r7")


def run(*words):
    done = subprocess.run([tap.HEARSAY, *words], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path


def without(text, *reports):
    return "".join(line for line in text.splitlines(True) if not any("id: %s," % r in line for r in reports))


def leads(path, hypothesis):
    """The estimate of a hypothesis in the first question that has it."""
    code, out, err = run("weigh", "--json", "--draws", "100", path)
    assert code == 0, err
    return next(h["p"] for q in json.loads(out)["questions"] for h in q["hypotheses"] if h["id"] == hypothesis)


def diff(*words):
    code, out, err = run("diff", "--json", "--draws", "300", *words)
    tap.ok(code == 0, "%s: compared" % " ".join(map(os.path.basename, words)), err)
    return json.loads(out or '{"questions": []}')


def check_sums(name, compared):
    for q in compared["questions"]:
        for unit in ("points", "decibans"):
            parts = [c[unit] for c in q["because"]]
            if q[unit] is None or None in parts or not parts:
                continue
            tap.ok(abs(sum(parts) - q[unit]) < 1e-9, "%s: the %s of %s sum" % (name, unit, q["id"]), str(parts))


def check_reports(folder, text):
    """Reports that came: each moves what weighing with one more of them moves."""
    paths = [write(folder, "%d.yaml" % n, without(text, *LATER[n:])) for n in range(4)]
    estimates = [leads(p, "brandt") for p in paths]
    compared = diff(paths[0], RIVER)
    causes = compared["questions"][0]["because"]
    tap.same([c["place"] for c in causes], ["reports." + r for r in LATER] + [""], "three reports, and the rest")
    wrong = [c for c, was, now in zip(causes, estimates, estimates[1:]) if abs(c["points"] - (now - was)) > 1e-12]
    tap.ok(not wrong, "each moves what weighing after it says", str(wrong))
    tap.ok(abs(causes[-1]["points"]) < 1e-12, "and nothing is left")
    check_sums("reports", compared)
    check_points(compared)
    back = diff(RIVER, paths[0])
    tap.ok(all(c["say"].startswith("removed") for c in back["questions"][0]["because"][:3]), "taken back, they go")
    check_sums("taken back", back)
    return paths[0]


def check_points(compared):
    """The points that moved account for the sum of points."""
    for q in compared["questions"]:
        c = q["confidence"]
        moved = sum(p["is"] - p["was"] for p in c["points"])
        tap.ok(c["points"] and moved == c["is"]["sum"] - c["was"]["sum"], "points of %s are all" % q["id"], str(c))


def check_kinds(folder, text):
    """A prior, a grade, a rating and words: the first three move the answer, the words are no change."""
    new = text.replace("prior: 0.4, role", "prior: 0.3, role")
    new = new.replace("anonymous, reliability: D", "anonymous, reliability: B")
    new = new.replace("{brandt: very likely, lorry: unlikely,", "{brandt: likely, lorry: unlikely,")
    new = new.replace("The Brandt company", "The Brandts").replace("why: A hidden pipe", "why: Such a pipe")
    compared = diff(RIVER, write(folder, "kinds.yaml", new))
    causes = compared["questions"][0]["because"]
    tap.same([(c["place"], c["say"]) for c in causes], [
        ("sources.former-worker", "reliability: B, was D"), ("questions.who", "hypotheses.brandt.prior: 0.3, was 0.4"),
        ("facts.same-solvent", "if.brandt: likely, was very likely"), ("", "the rest")],
        "values are changes, words are not")
    tap.ok(causes[0]["points"] > 0 > causes[1]["points"] and causes[2]["points"] < 0, "each in its direction")
    check_sums("kinds", compared)


def check_together(folder, text):
    """A hypothesis that facts name cannot go before they do: the changes stand together."""
    new = text.replace("      - {id: other-works, say: Somebody else on the river discharged it, prior: 0.2}\n", "")
    new = new.replace(", other-works: roughly even chance", "").replace(", other-works: unlikely", "")
    new = new.replace(", other-works: almost certain", "").replace(", other-works: very likely", "")
    new = "".join(line for line in new.splitlines(True) if "other-works" not in line)
    compared = diff(RIVER, write(folder, "together.yaml", new))
    first = compared["questions"][0]["because"][0]
    tap.ok(first["place"].startswith("questions.who, facts.") and "hypotheses.other-works: removed" in first["say"],
           "changes that cannot stand alone are one", str(first))
    gone = [h for h in compared["questions"][0]["hypotheses"] if h["is"] is None]
    tap.same([h["id"] for h in gone], ["other-works"], "and what went is told")
    check_sums("together", compared)


def check_saved(folder, before):
    """Of assessments alone: by origin where the leader is the same, else nothing."""
    saved = write(folder, "saved.json", run("weigh", "--json", before)[1])
    compared = diff(saved, RIVER)
    tap.same(compared["basis"], "origins", "a saved assessment tells of origins")
    who, ordered = compared["questions"]
    tap.ok("origins.prosecutor" in [c["place"] for c in who["because"]], "the prosecutor came", str(who["because"]))
    tap.ok(abs(who["because"][-1]["decibans"]) < 1e-6, "origins and prior account for all of it")
    check_sums("saved", compared)
    tap.ok(ordered["was_lead"] != ordered["lead"] and not ordered["because"], "where another leads nothing is claimed")
    tap.ok("Give the cases" in run("diff", saved, RIVER)[1], "and the text says what to do")
    report = write(folder, "report.json", run("report", "-f", "json", before)[1])
    tap.same(diff(report, RIVER)["questions"], compared["questions"], "a report as JSON is as good")
    kept = os.path.join(folder, "kept.hearsay")
    run("new", kept)
    run("import", kept, before)
    tap.same(diff(kept, RIVER)["questions"], diff(before, RIVER)["questions"], "and so is a case file as its YAML")
    broken = json.loads(run("weigh", "--json", before)[1])
    broken["questions"][0]["hypotheses"][0]["p"] = 7
    code, _, err = run("diff", write(folder, "broken.json", json.dumps(broken)), RIVER)
    tap.ok(code == 4 and "broken.json" in err, "what is no assessment is refused", err)


def check_report(before):
    code, out, err = run("report", RIVER, "--since", before, "-f", "json", "--draws", "300")
    tap.ok(code == 0, "a report is written since another", err)
    section = json.loads(out)["sections"][6]
    text = [s["text"] for b in section["blocks"] for s in b.get("sentences", [])]
    tap.ok(any("rose" in t for t in text) and any("another answer led before" in t for t in text), "it says what moved",
           str(text))
    for q in diff(before, RIVER)["questions"]:
        for c in q["because"][:-1]:
            want = "%+.1f points" % (100 * c["points"])
            tap.ok(any(c["place"] in t and want in t for t in text), "%s by %s" % (c["place"], want), str(text))
    notes = [s["notes"] for b in section["blocks"] for s in b.get("sentences", [])]
    tap.ok(all(notes), "with notes")
    mixed = [t for t in text if "confidence" in t and "estimate" in t]
    tap.ok(not mixed, "and no sentence of both", str(mixed))


def check_said(folder, text):
    """What the analyst says of a change stands in the report, and the linter asks no more."""
    def unexplained(path):
        return [f["place"] for f in json.loads(run("check", "--json", path)[1]) if f["rule"] == "change-unexplained"]
    new = text.replace("    ask: How did", "    changed: The agency spoke\n    ask: How did")
    said = write(folder, "said.yaml", new)
    tap.same(unexplained(RIVER), ["questions.who", "questions.ordered"], "two changes that nobody explains")
    tap.same(unexplained(said), ["questions.ordered"], "one, where the other is explained")
    out = run("report", said, "--draws", "300")[1]
    tap.ok("The agency spoke" in out.split("## 7. ")[1].split("## 8. ")[0], "the explanation stands in section 7", out)


def main():
    with open(RIVER, encoding="utf-8") as f:
        text = f.read()
    with tempfile.TemporaryDirectory() as folder:
        before = check_reports(folder, text)
        check_kinds(folder, text)
        check_together(folder, text)
        check_saved(folder, before)
        check_report(before)
        check_said(folder, text)
        same = diff(RIVER, RIVER)
        tap.ok(all(q["points"] == 0 and len(q["because"]) == 1 for q in same["questions"]), "the same is the same")
        other = diff(KREMLIN, RIVER)
        tap.ok(other["questions"][0]["points"] is None, "two cases that share no answer have no way")
        check_sums("others", other)
        code, _, err = run("diff", RIVER, os.path.join(folder, "no.yaml"))
        tap.ok(code == 3 and "no.yaml" in err, "a file that is not there is named", err)
    tap.done()


main()
