#!/usr/bin/env python3
"""Archives, lists, mailboxes, compressed files, folders and streams, on the built program: each document comes out with
its place and address; what is malformed costs itself alone and says where; the splitter's death costs the rest of its
archive alone."""
import hashlib
import json
import os
import subprocess
import tempfile

import material as m
import tap

BOMB = 40 << 20


def read(*paths, stdin=None, options=("--only", "text"), folder=None):
    p = subprocess.run([tap.HEARSAY, "read", *options, *paths], cwd=folder, input=stdin, capture_output=True,
                       timeout=300, check=False)
    return p.returncode, [json.loads(line) for line in p.stdout.splitlines()], p.stderr.decode().splitlines()


def check_members(folder):
    """What a member is called, and what is known of it."""
    m.write(folder + "/crawl.warc.gz", *(m.pack(r) for r in (
        m.info(), m.response(1), m.record("GET / HTTP/1.1\r\n\r\n", "request"), m.response(2),
        m.record("HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\ngone"), m.record(m.story(3), "resource",
                                                                                  media="text/plain"))))
    code, docs, err = read("crawl.warc.gz", folder=folder)
    tap.same((code, err), (0, []), "an archive is read")
    tap.same([d["path"] for d in docs], ["crawl.warc.gz#https://example.org/1", "crawl.warc.gz#https://example.org/2",
                                         "crawl.warc.gz#6"], "its pages have the addresses, or their numbers")
    tap.same([d.get("url") for d in docs], ["https://example.org/1", "https://example.org/2", None], "and the address")
    tap.same(docs[0]["captured"], "2024-03-02T10:11:12Z", "and the date of capture")
    m.write(folder + "/alone.txt", m.story(1))
    tap.same(read("alone.txt", folder=folder)[1][0]["id"], docs[0]["id"], "the id is that of the payload's bytes")
    with open(folder + "/crawl.warc.gz", "rb") as f:
        stream = f.read()
    code, same, err = read("-", stdin=stream)
    tap.same([d["id"] for d in same], [d["id"] for d in docs], "from standard input, too")
    tap.same(same[2]["path"], "-#6", "with a path that says so")
    m.write(folder + "/page.txt.gz", m.pack(m.story(1).encode()))
    tap.same([(d["path"], d["id"]) for d in read("page.txt.gz", folder=folder)[1]], [("page.txt.gz", docs[0]["id"])],
             "a compressed file is what is in it")
    m.write_lines(folder + "/list.ndjson", 3)
    code, listed, err = read("list.ndjson", folder=folder)
    tap.same([(d["path"], d["id"], d["outlet"]) for d in listed],
             [("list.ndjson#d%d" % i, "d%d" % i, "The Courier") for i in range(3)], "a list's documents keep its ids")
    m.write(folder + "/box", *("From a@b.c Sat Mar  2 10:11:12 2024\n" + m.story(i) + "\n" for i in (1, 2)))
    tap.same([(d["path"], d["title"]) for d in read("box", folder=folder)[1]],
             [("box#1", "Fire number 1 in Overmere"), ("box#2", "Fire number 2 in Orla")], "a mailbox has its mails")


def check_folder(folder):
    os.makedirs(folder + "/tree/b/deep")
    for name in ("c.txt", "a.txt", "b/2.txt", "b/deep/3.txt", ".hidden", "b/.git"):
        m.write(folder + "/tree/" + name, m.story(len(name)))
    os.symlink("../../..", folder + "/tree/b/loop")
    os.symlink("../a.txt", folder + "/tree/b/link.txt")
    os.mkfifo(folder + "/tree/pipe")
    m.write_warc(folder + "/tree/b/z.warc", 2)
    code, docs, err = read("tree", folder=folder)
    tap.same((code, err), (0, []), "a folder is read")
    tap.same([d["path"] for d in docs], ["tree/a.txt", "tree/b/2.txt", "tree/b/deep/3.txt",
                                         "tree/b/z.warc#https://example.org/0", "tree/b/z.warc#https://example.org/1",
                                         "tree/c.txt"], "in order, without links, hidden files and pipes")
    tap.same(len(read("tree/b/link.txt", folder=folder)[1]), 1, "a link that is named is followed")
    os.mkdir(folder + "/odd")
    m.write(os.path.join(os.fsencode(folder), b"odd", b"caf\xe9.txt"), m.story(1))
    tap.same([d["path"] for d in read("odd", folder=folder)[1]], ["odd/caf\ufffd.txt"],
             "a name that is no UTF-8 does no harm")
    m.write(folder + "/odd/\x1b[2J.bin", "\x7fELF and so on")
    code, docs, err = read("odd", folder=folder)
    tap.ok(err and err[0].startswith("hearsay: odd/?[2J.bin: not text"), "nor one that could steer a terminal", err)


def bad_containers():
    """Name, bytes, and the errors they give; each has good records 1 and 3 around a bad one unless it is cut."""
    one, three, end = m.response(1), m.response(3), m.pack(m.response(3))
    bomb = m.record("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + "x" * BOMB)
    yield "cut.warc.gz", [m.pack(one), m.pack(m.response(2))[:-30]], ["record 2: its compressed data end too early"]
    yield "long.warc", [one, m.response(2, length=5000), three], ["record 2: its Content-Length of 5000 is more than"]
    yield "long.warc.gz", [m.pack(one), m.pack(m.response(2, length=5000)), end], ["record 2: its Content-Length of"]
    yield "short.warc", [one, m.response(2, length=70), three], ["record 2: its Content-Length is less than it has"]
    yield "negative.warc", [one, m.response(2, length=-1), three], ["record 2: its Content-Length is not a number"]
    yield "huge.warc", [one, m.response(2, length=10**17), three], ["record 2: its Content-Length of 1000000"]
    yield "overflow.warc", [one, m.response(2, length=2**64), three], ["record 2: its Content-Length is not a number"]
    yield "headers.warc", [one, "WARC/1.0\r\n" + "X: y\r\n" * 20000, three], ["record 2: its header is longer"]
    yield "line.warc", [one, "WARC/1.0\r\nX: " + "y" * 200000 + "\r\n", three], ["record 2: its header is longer"]
    yield "blank.warc", [one, m.response(2).replace(b"\r\n\r\n", b"\r\n", 1), three], ["record 2: line 6 of its header"]
    yield "garbage.warc", [one, "what is this\r\n" * 100, three], ["record 2: no record begins here"]
    yield "garbage.warc.gz", [m.pack(one), b"\x00\x00what is this", end], ["record 2: its compressed data are damaged"]
    yield "bomb.warc.gz", [m.pack(one), m.pack(bomb), end], ["record 2: grows to more than 200 times"]
    yield "bomb.gz", [m.pack(b"x" * BOMB)], ["bomb.gz: grows to more than 200 times"]
    yield "nested.gz", [m.pack(m.pack(b"x" * BOMB))], ["nested.gz: is compressed more than once"]
    yield "cut.gz", [m.pack(m.story(1).encode() * 20)[:-20]], ["cut.gz: its compressed data end too early"]
    yield "none.warc", [m.info()], ["none.warc: there is no document in it"]
    yield "bad.ndjson", ['{"id":"a","text":"One"}\n{"id":"b"\n[1]\n{"id":"d","text":"Four"}\n'], ["line 2:", "line 3:"]


def check_malformed(folder):
    m.write(folder + "/good.txt", m.story(0))
    for name, parts, errors in bad_containers():
        m.write(os.path.join(folder, name), *parts)
        code, docs, err = read(name, "good.txt", folder=folder)
        told = len(err) == len(errors) and all(e in line for e, line in zip(errors, err))
        tap.ok(told, "%s: one clear error each" % name, "\n".join(e[:300] for e in err))
        tap.ok(all(line.startswith("hearsay: " + name + ": ") for line in err), "%s: it names its place" % name, err)
        tap.same(code, 1, "%s: done with findings" % name)
        paths = [d["path"] for d in docs]
        tap.ok(paths and paths[-1] == "good.txt", "%s: what comes after it is read" % name, paths)
        around = ["%s#https://example.org/%d" % (name, i) for i in (1, 3)]
        if ".warc" in name and not name.startswith(("cut", "none")):
            tap.same(paths[:-1], around, "%s: and so are the records around it" % name)


def check_death(folder):
    """A splitter that dies: a reader that crashes stands in for it."""
    m.write_warc(folder + "/a.warc", 3)
    m.write(folder + "/killer", "#!/bin/sh\n[ -n \"$2\" ] && kill -SEGV $$\nexec %s \"$@\"\n" % tap.HEARSAY)
    os.chmod(folder + "/killer", 0o755)
    p = subprocess.run([tap.HEARSAY, "read", "a.warc", "good.txt"], cwd=folder, capture_output=True, text=True,
                       env=dict(os.environ, HEARSAY_READER=folder + "/killer"), check=False)
    tap.ok("a.warc: the splitter stopped at this archive (signal 11); the rest of it is left out" in p.stderr,
           "a splitter that dies is a sentence", p.stderr)
    tap.ok(p.stdout.count("\n") == 1 and "good.txt" in p.stdout, "and the rest of the batch is read", p.stdout[:500])


def check_case(folder):
    """What came with a document stays with it in a case, also when it is read again."""
    def run(*words):
        p = subprocess.run([tap.HEARSAY, *words], cwd=folder, capture_output=True, text=True, check=False)
        return p.returncode, p.stdout, p.stderr
    tap.same([run("new", "c.hearsay")[0], run("add", "c.hearsay", "crawl.warc.gz", "list.ndjson")[0]], [0, 0],
             "an archive and a list are added to a case")
    before = run("export", "c.hearsay", "-f", "json")[1]
    docs = {d["path"]: d for d in json.loads(before)["documents"]}
    page, listed = docs["crawl.warc.gz#https://example.org/1"], docs["list.ndjson#d0"]
    tap.same((page["url"], page["captured"]), ("https://example.org/1", "2024-03-02T10:11:12Z"), "with the address")
    tap.same((listed["id"], listed["outlet"]), (hashlib.sha256(m.story(0).encode()).hexdigest(), "The Courier"),
             "a list's document by the hash of its text, with what the list says of it")
    tap.ok("list.ndjson#d1" not in docs, "one text that stands in both is one document", sorted(docs))
    tap.same(run("rebuild", "c.hearsay")[0], 0, "the originals are read again")
    tap.ok(run("export", "c.hearsay", "-f", "json")[1] == before and before, "and nothing of it is lost")
    tap.same(run("log", "c.hearsay", "--verify")[0], 0, "the journal holds")


def check_together(folder):
    """The same for any number of threads, and as the same files would be alone."""
    names = [n for n, _, _ in bad_containers()] + ["crawl.warc.gz", "tree", "list.ndjson"]
    seen = []
    for threads in ("1", "2", "5"):
        p = subprocess.run([tap.HEARSAY, "read", "--threads", threads, *names], cwd=folder, capture_output=True,
                           check=False)
        seen.append((p.returncode, p.stdout, p.stderr))
    tap.ok(seen[0] == seen[1] == seen[2] and seen[0][1], "the same bytes for one, two and five threads")


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-containers-") as folder:
        check_members(folder)
        check_folder(folder)
        check_malformed(folder)
        check_death(folder)
        check_case(folder)
        check_together(folder)
    tap.done()


main()
