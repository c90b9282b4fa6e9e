#!/usr/bin/env python3
"""Much to read: memory does not grow with it; what is stopped or killed goes on where it was, without a document twice
or lost; no process is left behind."""
import os
import signal
import sqlite3
import subprocess
import tempfile
import time

import material as m
import tap

SMALL = tap.sanitized()
FEW, MANY, FILES = (200, 1000, 500) if SMALL else (1000, 10000, 5000)
ADDED = 500 if SMALL else 1200
MARGIN_KB = 4096


def start(*words, folder, **more):
    return subprocess.Popen([tap.HEARSAY, *words], cwd=folder, start_new_session=True, **more)


def high_water(pid):
    """VmHWM of a process in kB, as long as it is there."""
    try:
        with open("/proc/%d/status" % pid, encoding="ascii") as f:
            return next((int(line.split()[1]) for line in f if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def peak(*words, folder):
    """Lines printed, and the peak of the program's own memory in kB."""
    most = 0
    with open(os.path.join(folder, "out"), "wb") as out:
        p = start(*words, folder=folder, stdout=out)
        while p.poll() is None:
            most = max(most, high_water(p.pid))
            time.sleep(0.01)
    with open(os.path.join(folder, "out"), "rb") as out:
        return sum(1 for _ in out), most, p.returncode


def check_memory(folder):
    m.write_warc(folder + "/few.warc.gz", FEW)
    m.write_warc(folder + "/many.warc.gz", MANY)
    m.write_folder(folder + "/files", FILES)
    lines, few, _ = peak("read", "--only", "text", "few.warc.gz", folder=folder)
    tap.same(lines, FEW, "%d records are read" % FEW)
    for name, count in (("many.warc.gz", MANY), ("files", FILES)):
        lines, many, code = peak("read", "--only", "text", name, folder=folder)
        tap.same((lines, code), (count, 0), "%s: %d documents are read" % (name, count))
        what = "%s: at most %d MB more memory than for %d records" % (name, MARGIN_KB >> 10, FEW)
        if SMALL:
            tap.skip("a sanitizer keeps memory", what)
        else:
            tap.ok(many <= few + MARGIN_KB, what, "%d kB, %d kB" % (few, many))


def in_session(sid):
    """Processes of a session that are not gone."""
    found = []
    for name in os.listdir("/proc"):
        try:
            with open("/proc/%s/stat" % name, encoding="utf-8", errors="replace") as f:
                fields = f.read().rpartition(")")[2].split()
            if int(fields[3]) == sid and fields[0] != "Z":
                found.append(name)
        except (OSError, ValueError, IndexError):
            pass
    return found


def none_left(sid, what):
    end = time.time() + 20
    while in_session(sid) and time.time() < end:
        time.sleep(0.02)
    tap.same(in_session(sid), [], what)


def documents(case):
    db = sqlite3.connect("file:%s?mode=ro" % case, uri=True, timeout=30)
    try:
        return [row[0] for row in db.execute("SELECT id FROM original ORDER BY number")]
    finally:
        db.close()


def verify(case, what):
    p = subprocess.run([tap.HEARSAY, "log", case, "--verify"], capture_output=True, text=True, check=False)
    tap.ok(p.returncode == 0, what, p.stderr)
    db = sqlite3.connect("file:%s?mode=ro" % case, uri=True, timeout=30)
    counts = [db.execute("SELECT count(*) FROM " + t).fetchone()[0]
              for t in ("original", "derived", "item WHERE kind = 'documents'", "journal WHERE op = 'add'")]
    db.close()
    tap.ok(len(set(counts)) == 1, what + ", and each document is there once", counts)


def interrupt(folder, case, inputs, sign, delay):
    """Runs add until something more is in the case, then a little longer, and stops it. Its exit code and words."""
    before = len(documents(case))
    p = start("add", case, *inputs, folder=folder, stderr=subprocess.PIPE, text=True)
    while p.poll() is None and len(documents(case)) == before:
        time.sleep(0.005)
    time.sleep(delay)
    p.send_signal(sign)
    err = p.communicate()[1]
    none_left(p.pid, "after signal %d no process is left" % sign)
    return p.returncode, err, before


def check_interrupted(folder):
    m.write_warc(folder + "/a.warc.gz", ADDED // 2)
    m.write_warc(folder + "/b.warc", ADDED // 4, first=ADDED // 2)
    m.write_lines(folder + "/c.ndjson", ADDED // 4)
    inputs = ["a.warc.gz", "b.warc", "c.ndjson"]
    whole, case = folder + "/whole.hearsay", folder + "/case.hearsay"
    for path in (whole, case):
        subprocess.run([tap.HEARSAY, "new", path], check=True)
    done = subprocess.run([tap.HEARSAY, "add", whole, *inputs], cwd=folder, capture_output=True, check=False)
    tap.same((done.returncode, done.stderr), (0, b""), "a case is made in one go")
    stopped = 0
    for i, (sign, delay) in enumerate([(signal.SIGINT, 0), (signal.SIGKILL, 0), (signal.SIGKILL, 0.1),
                                       (signal.SIGTERM, 0.05), (signal.SIGKILL, 0.2)]):
        code, err, before = interrupt(folder, case, inputs, sign, delay)
        verify(case, "stop %d (signal %d): the journal holds" % (i, sign))
        if code == 8:
            stopped += 1
            tap.same(err, "hearsay: stopped: the case has %d documents more, and the same command goes on from there\n"
                     % (len(documents(case)) - before), "stop %d: it says how far it came" % i)
    tap.ok(stopped > 0, "%d were stopped in the middle, with exit code 8" % stopped)
    for again in ("the same command goes on from there", "and has nothing to do the next time"):
        size = len(documents(case))
        last = subprocess.run([tap.HEARSAY, "add", case, *inputs], cwd=folder, capture_output=True, check=False)
        tap.same((last.returncode, last.stderr), (0, b""), again)
    tap.same(size, len(documents(whole)), "then it added nothing")
    tap.same(documents(case), documents(whole), "the same documents, in the same order, as without a stop")
    verify(case, "at the end the journal holds")


def check_streams(folder):
    case = folder + "/stream.hearsay"
    subprocess.run([tap.HEARSAY, "new", case], check=True)
    m.write_lines(folder + "/some.ndjson", 3)
    with open(folder + "/some.ndjson", "rb") as f:
        some = f.read()
    p = start("add", case, "-", folder=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    p.stdin.write(some)
    p.stdin.flush()
    while p.poll() is None and len(documents(case)) < 3:
        time.sleep(0.01)
    tap.same(len(documents(case)), 3, "a stream that says no more for now: what came is kept")
    p.send_signal(signal.SIGINT)
    tap.same(p.wait(timeout=300), 8, "and it can be stopped while it waits")
    none_left(p.pid, "and no process is left")
    p.stdin.close()
    p.stderr.close()
    p = start("read", "-", folder=folder, stdin=subprocess.PIPE)
    while len(in_session(p.pid)) < 2:
        time.sleep(0.01)
    p.kill()
    p.wait()
    none_left(p.pid, "killed while it waits for a stream: its splitter ends, too")
    p.stdin.close()


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-large-") as folder:
        check_memory(folder)
        check_streams(folder)
        check_interrupted(folder)
    tap.done()


main()
