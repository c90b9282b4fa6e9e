#!/usr/bin/env python3
"""The desk's API: every request of doc/desk-api.md is there and no other; what is asked is what the commands print;
what changes a case is in its file, and in its journal, when it is answered."""
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import desk
import tap


def told():
    """Method and path of each request in the page."""
    with open(os.path.join(tap.ROOT, "doc/desk-api.md"), encoding="utf-8") as f:
        found = re.findall(r"^\| `(GET|POST) (/api/[^`? ]+)", f.read(), re.M)
    return {(m, re.sub(r"(ID|FORMAT|NAME)\b", "*", p)) for m, p in found} - {("GET", "/api/events")}


def routed():
    with open(os.path.join(tap.ROOT, "src/desk/routes.c"), encoding="utf-8") as f:
        return set(re.findall(r'\{ "(GET|POST)", +"([^"]+)"', f.read()))


def printed(*words, folder):
    return json.loads(desk.hearsay(*words, folder=folder).stdout)


def check_answers(d, folder):
    """Each as its command has it."""
    case = d.get("/api/case")[1]
    tap.same(case["case"], printed("export", "a.hearsay", "-f", "json", folder=folder), "the case")
    tap.ok(case["version"] == int(d.get("/api/case")[2]["Hearsay-Version"]) > 0, "and its version", case["version"])
    for path, words in (("/api/weigh", ("weigh", "--json", "a.hearsay")),
                        ("/api/weigh?seed=7", ("weigh", "--json", "--seed", "7", "a.hearsay")),
                        ("/api/trace", ("trace", "--json", "a.hearsay")),
                        ("/api/check", ("check", "--json", "a.hearsay")),
                        ("/api/ach", ("ach", "--json", "a.hearsay")),
                        ("/api/journal", ("log", "--json", "a.hearsay")),
                        ("/api/report/json", ("report", "-f", "json", "a.hearsay")),
                        ("/api/report/stix", ("report", "-f", "stix", "a.hearsay"))):
        tap.same(d.get(path)[1], printed(*words, folder=folder), path + " is what the command prints")
    quick = d.get("/api/weigh?draws=0")[1]
    tap.ok(quick["questions"] and "lo" not in quick["questions"][0]["hypotheses"][0], "without draws, no intervals")
    status, body, headers = d.get("/api/report/pdf?file")
    tap.ok(status == 200 and body.startswith(b"%PDF") and "attachment" in headers["Content-Disposition"], "a report to "
           "keep")
    one = case["case"]["documents"][0]["id"]
    status, body, _ = d.get("/api/documents/" + one)
    tap.ok(status == 200 and body["id"] == one and body["text"], "a document")
    status, body, headers = d.get("/api/documents/%s/original" % one)
    tap.ok(status == 200 and "attachment" in headers["Content-Disposition"] and "sandbox" in
           headers["Content-Security-Policy"], "and its original, which nothing opens")
    tap.same(d.get("/api/documents/" + "0" * 64)[0], 404, "no such document")
    hits = d.get("/api/search?q=solvent")[1]
    tap.ok(any(h["kind"] == "fact" or h["kind"] == "facts" for h in hits), "a search", hits)


def check_changes(d, folder):
    first = d.get("/api/case")[1]
    place, was = "facts.solvent.if.lorry", first["case"]["facts"][0]["if"]["lorry"]
    edits = [{"set": place, "to": "almost certain"}]
    before = d.get("/api/weigh?draws=0")[1]["questions"][0]["hypotheses"][1]["p"]
    tried = d.post("/api/try", {"edits": edits})[1]["questions"][0]["hypotheses"][1]["p"]
    tap.ok(tried > before, "a change that is tried has an answer", (before, tried))
    brief = d.post("/api/try", {"edits": edits, "brief": True})[1]["questions"][0]
    tap.ok(brief["hypotheses"][1]["p"] == tried and list(brief["without"]) == ["facts"], "in brief, the same", brief)
    tap.same(d.get("/api/weigh?draws=0")[1]["questions"][0]["hypotheses"][1]["p"], before, "and is not made")
    status, body, _ = d.post("/api/edit", {"base": first["version"], "edits": edits, "why": "tried it out"})
    tap.ok(status == 200 and body["version"] > first["version"], "a change that is made", body)
    now = printed("export", "a.hearsay", "-f", "json", folder=folder)
    tap.same(now["facts"][0]["if"]["lorry"], "almost certain", "is in the file")
    log = printed("log", "--json", "a.hearsay", folder=folder)
    tap.ok(log[-1]["why"] == "tried it out" and log[-1]["command"], "and in the journal, with its reason", log[-1])
    now = d.get("/api/weigh?draws=0")[1]["questions"][0]["hypotheses"][1]["p"]
    tap.ok(abs(now - tried) < 1e-6, "and gives what was tried", (now, tried))
    status, body, _ = d.post("/api/edit", {"base": first["version"], "edits": edits})
    tap.ok(status == 409 and "solvent" in body["error"], "a change that comes second is refused", body)
    other = [{"set": "facts.denied.if.lorry", "to": "likely"}]
    status, body, _ = d.post("/api/edit", {"base": first["version"], "edits": other})
    tap.same(status, 200, "one of something else is not")
    for _ in range(2):
        status, body, _ = d.post("/api/undo", {})
        tap.ok(status == 200 and body["what"], "undone", body)
    tap.same(d.get("/api/case")[1]["case"], first["case"], "all is as it was: %s" % was)
    tap.same(d.post("/api/undo", {"redo": True})[0], 200, "and made again")
    tap.same(d.post("/api/undo", {})[0], 200, "and undone")
    for bad in ([{"set": "facts.solvent.if.lorry", "to": "perhaps"}], [{"set": "no.such", "to": 0.5}],
                [{"put": "facts", "item": {"id": "x"}}], [{"drop": "facts", "id": "none"}], [{"what": 1}], ["x"]):
        status, body, _ = d.post("/api/edit", {"edits": edits + bad})
        tap.ok(400 <= status < 500 and body["error"], "refused whole: %s" % json.dumps(bad), body)
    tap.same(d.get("/api/case")[1]["case"], first["case"], "and nothing of it is made")


def check_pairs(d):
    """What was settled of two documents stays while other things change, and goes back as it came."""
    first = d.get("/api/case")[1]
    pair = d.get("/api/unsettled")[1][0]
    item = {"id": pair["id"], "documents": [pair["a"], pair["b"]], "is": "same", "why": "one hand"}
    status, body, _ = d.post("/api/edit", {"base": first["version"], "edits": [{"put": "pairs", "item": item}]})
    tap.same(status, 200, "a pair is settled")
    tap.same(d.get("/api/case")[1]["case"]["pairs"], [item], "and stands in the case")
    shown = d.get("/api/pair?a=%s&b=%s" % (pair["a"], pair["b"]))[1]
    tap.same(shown["settled"]["is"], "same", "and beside the documents")
    wanted = [c["documents"] for c in pair["choices"] if c["is"] == "same"]
    tap.same([shown["now"]["documents"]], wanted, "with the tally that the choice had told")
    source = [{"merge": "sources", "id": first["case"]["sources"][0]["id"], "item": {"kind": "official"}}]
    tap.same(d.post("/api/try", {"edits": source})[0], 200, "another change is tried")
    tap.same(d.post("/api/edit", {"edits": source})[0], 200, "and made")
    tap.same(d.get("/api/case")[1]["case"]["pairs"], [item], "and the pair is as it was")
    tap.same(d.post("/api/edit", {"edits": [{"drop": "pairs", "id": pair["id"]}]})[0], 200, "it is dropped")
    for _ in range(3):
        tap.same(d.post("/api/undo", {})[0], 200, "undone")
    tap.same(d.get("/api/case")[1]["case"], first["case"], "all is as it was")
    item["documents"] = [pair["a"], "0" * 64]
    status, body, _ = d.post("/api/edit", {"edits": [{"put": "pairs", "item": item}]})
    tap.ok(400 <= status < 500 and "no document" in body["error"], "a pair of what is not there", body)


def check_numbers(d):
    """What should be a number and is none is said, and nothing is made of it."""
    for path in ("/api/weigh?draws=abc", "/api/weigh?draws=-1", "/api/weigh?draws=", "/api/weigh?seed=1x",
                 "/api/check?seed=99999999999999999999", "/api/figures/ruler?width=wide"):
        status, body, _ = d.get(path)
        tap.ok(status == 400 and "whole number" in body["error"], "no number: " + path, body)
    before = d.get("/api/case")[1]["case"]
    edits = [{"set": "facts.solvent.if.lorry", "to": 0.123}]
    for base in ("3", 1e300, -1e300, 1.5, -1, True):
        status, body, _ = d.post("/api/edit", {"base": base, "edits": edits})
        tap.ok(status == 400 and "base" in body["error"], "no version: %r" % base, body)
    tap.same(d.get("/api/case")[1]["case"], before, "and nothing is changed on it")


def check_memory(d):
    """The same question again and again leaves nothing behind."""
    sizes = []
    for i in range(360):
        d.get("/api/trace?n=%d" % i)
        if i in (59, 359):
            sizes.append(d.memory())
    tap.ok(tap.sanitized() or sizes[1] - sizes[0] < 3 << 20, "300 traces leave nothing in memory", sizes)


def finished(d, job):
    for _ in range(2400):
        found = [j for j in d.get("/api/jobs")[1] if j["id"] == job]
        if found and found[0]["state"] not in ("waiting", "running"):
            return found[0]
        time.sleep(0.05)
    return {"state": "never"}


def check_jobs(d):
    page = (b"Works denies it\n\nAller Valley Post\n20 August 2024\n\n"
            b"The Brandt works denied that it had known of a pipe.\n")
    n = len(d.get("/api/case")[1]["case"]["documents"])
    status, body, _ = d.post("/api/files?name=denial.txt", page)
    tap.same(status, 202, "a file is taken")
    tap.same(finished(d, body["job"])["state"], "done", "and read")
    documents = d.get("/api/case")[1]["case"]["documents"]
    tap.ok(len(documents) == n + 1 and documents[-1]["path"] == "denial.txt", "under its name", documents[-1])
    _, body, _ = d.post("/api/files?name=old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    job = finished(d, body["job"])
    tap.ok(job["state"] == "failed" and "old.doc" in job["error"], "one that cannot be read says why", job)
    tap.same(len(d.get("/api/case")[1]["case"]["documents"]), n + 1, "and costs itself alone")
    _, body, _ = d.post("/api/draft", {})
    tap.same(finished(d, body["job"])["state"], "done", "a draft")
    tap.ok(d.get("/api/case")[1]["drafted"], "proposes something")
    tap.same(d.post("/api/jobs/999/stop", {})[0], 404, "no such job")
    # Stopped before it begins: the first is long enough to be still at work.
    long = b"".join(b"Paragraph %d. The works denied it, a spokesman said on 3 May 2024.\n\n" % i for i in range(4000))
    first = d.post("/api/files?name=long.txt", long)[1]["job"]
    second = d.post("/api/files?name=next.txt", page + b"x")[1]["job"]
    tap.same(d.post("/api/jobs/%d/stop" % second, {})[0], 200, "a job is stopped")
    tap.ok(finished(d, second)["state"] in ("stopped", "done"), "and says so", finished(d, second))
    tap.ok(finished(d, first)["state"] in ("done", "failed"), "the one before goes on", finished(d, first))


def check_review(d, folder):
    """A review at the terminal goes on beside what was settled at the desk."""
    pair = d.get("/api/unsettled")[1][0]
    item = {"id": pair["id"], "documents": [pair["a"], pair["b"]], "is": "same", "why": "they say so"}
    tap.same(d.post("/api/edit", {"edits": [{"put": "pairs", "item": item}]})[0], 200, "a pair is settled")
    review = subprocess.run([tap.HEARSAY, "draft", "--review", "a.hearsay"], input="y\nn\nq\n", capture_output=True,
                            text=True, cwd=folder, timeout=300, check=False)
    tap.ok("2 answered" in review.stdout, "and what is drafted beside it is reviewed", review.stdout[-300:])


def check_example(d, folder):
    main = d.get("/api/case")[1]["case"]
    tap.same(d.get("/example/api/case")[0], 404, "the example is not there before it is asked for")
    tap.same(d.post("/api/example", {})[0], 200, "the example opens")
    case = d.get("/example/api/case")[1]
    tap.ok(case["room"] == "example" and len(case["case"]["documents"]) == 4 and case["case"]["statements"], "with "
           "documents and statements", case["case"].get("title"))
    for r in case["case"]["reports"]:
        tap.ok(any(s["id"] == r["statement"] and s["document"] == r["document"] for s in case["case"]["statements"]),
               "report %s has its words" % r["id"])
    for s in case["case"]["statements"]:
        text = d.get("/example/api/documents/" + s["document"])[1]["text"]
        tap.same(s["words"], text[slice(*s["content"][:2])], "%s has its words as they stand there" % s["id"])
    status, _, _ = d.post("/example/api/edit", {"edits": [{"set": "facts.solvent.if.lorry", "to": 0.5}]})
    tap.same(status, 200, "it can be changed")
    tap.same(d.get("/api/case")[1]["case"], main, "and the case is as it was")
    job = d.post("/example/api/draft", {})[1]["job"]
    tap.same(d.post("/api/jobs/%d/stop" % job, {})[0], 404, "its jobs are not the case's")
    tap.same(d.post("/example/api/jobs/%d/stop" % job, {})[0], 200, "but its own")
    with open(os.path.join(tap.ROOT, "example/river.yaml"), encoding="utf-8") as f:
        tap.ok(case["case"]["title"] in f.read(), "it is the example's case")


def check_end(folder):
    """What waits to be read does not hold up the end, and what was read stays."""
    n = len(printed("export", "a.hearsay", "-f", "json", folder=folder)["documents"])
    long = b"".join(b"Paragraph %d. The works denied it, a spokesman said on 3 May 2024.\n\n" % i for i in range(4000))
    with desk.Desk("a.hearsay", folder=folder) as d:
        jobs = [d.post("/api/files?name=%d.txt" % i, long + b"%d" % i)[1]["job"] for i in range(12)]
        tap.same(finished(d, jobs[0])["state"], "done", "the first of twelve files is read")
    tap.same((d.process.returncode, d.errors), (0, ""), "an end while the others wait is a good one")
    more = len(printed("export", "a.hearsay", "-f", "json", folder=folder)["documents"]) - n
    tap.ok(1 <= more < 12, "it waits for the one at work, not for all", more)


def check_browser(folder):
    """The browser is opened with the address, and can be ended as ever."""
    opener, told = os.path.join(folder, "xdg-open"), os.path.join(folder, "told")
    with open(opener, "w", encoding="ascii") as f:
        f.write("#!%s\nimport os, signal, sys\nblocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])\n"
                "with open('%s.new', 'w') as f:\n    print(sys.argv[1], len(blocked), file=f)\n"
                "os.rename('%s.new', '%s')\n" % (sys.executable, told, told, told))
    os.chmod(opener, 0o755)
    p = subprocess.Popen([tap.HEARSAY, "serve", "a.hearsay"], cwd=folder, text=True, stdout=subprocess.PIPE,
                         env=dict(os.environ, PATH=folder + os.pathsep + os.environ["PATH"]))
    line = p.stdout.readline()
    for _ in range(2400):
        if os.path.exists(told):
            break
        time.sleep(0.05)
    p.send_signal(signal.SIGTERM)
    p.communicate(timeout=300)
    with open(told, encoding="ascii") as f:
        address, blocked = f.read().split()
    tap.ok(address in line and "?token=" in address, "the browser gets the address that is printed", address)
    tap.same(blocked, "0", "and every signal reaches it")


def main():
    desk.need("the desk")
    tap.same(told() ^ routed(), set(), "the page tells of every request, and of no other")
    with tempfile.TemporaryDirectory() as folder:
        desk.hearsay("new", "a.hearsay", folder=folder)
        desk.hearsay("add", "a.hearsay", os.path.join(tap.ROOT, "example/river"), folder=folder)
        desk.hearsay("import", "a.hearsay", os.path.join(tap.ROOT, "src/desk/example.yaml"), folder=folder)
        with desk.Desk("a.hearsay", folder=folder) as d:
            check_memory(d)
            check_answers(d, folder)
            check_changes(d, folder)
            check_pairs(d)
            check_numbers(d)
            check_jobs(d)
            check_review(d, folder)
            check_example(d, folder)
        tap.same((d.process.returncode, d.errors), (0, ""), "it ends well, without a word")
        check_end(folder)
        check_browser(folder)
        left = desk.hearsay("log", "--verify", "a.hearsay", folder=folder)
        tap.same(left.returncode, 0, "and its journal holds")
    return tap.done()


sys.exit(main())
